/** Files that are looked through in a directory of evidence. */
export const MAX_EVIDENCE_FILES = 100_000;
