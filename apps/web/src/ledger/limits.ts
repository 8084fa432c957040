/** Characters of an answer, as the ledger takes them. */
export const MAX_ANSWER_LENGTH = 20_000;
/** Answers of one call, as the API takes them. */
export const MAX_ANSWERS = 200;
/** Entries that are printed at most: some forty pages. */
export const MAX_PRINTED = 1_000;
