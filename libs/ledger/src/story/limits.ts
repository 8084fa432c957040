/** Months told where the question says nothing else, and at most. */
export const MONTHS = { default: 12, max: 120 } as const;
/** Sentences told, at most: the latest. */
export const MAX_SENTENCES = 2_000;
/** Characters of a title that are quoted. */
export const MAX_TITLE_CHARACTERS = 120;
/** Days that a sentence names one by one. */
export const MAX_DAYS_NAMED = 3;
