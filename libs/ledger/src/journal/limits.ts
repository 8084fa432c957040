/** Characters of one line of a file. */
export const MAX_IMPORT_LINE_LENGTH = 1_000_000;
/** Entries of one append of an import. */
export const IMPORT_CHUNK_ENTRIES = 250;
/** Characters of JSON below which no content makes an entry or an envelope too large, in any script. */
export const CERTAINLY_SMALL_LENGTH = 4_000;
/**
 * Bytes of one append of an import, twice those of its lines, since the envelope repeats what scores and rules read;
 * below the store's limit, which also counts what each event adds.
 */
export const IMPORT_CHUNK_BYTES = 600_000;
/** Times that a chunk is decided again after others wrote to the relationship first. */
export const MAX_CHUNK_ATTEMPTS = 20;
/** Rejected lines that a report lists; the rest is counted. */
export const MAX_REJECTED_LISTED = 1_000;
/** Lines between two reports of progress. */
export const PROGRESS_LINES = 500;
