/** Bytes of one file of evidence. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Files of evidence of one relationship. */
export const MAX_FILES = 10_000;
/** Bytes of all files of evidence of one relationship. */
export const MAX_FILES_BYTES = 5 * 1024 * 1024 * 1024;
