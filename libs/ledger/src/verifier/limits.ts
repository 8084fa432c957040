/** Entries of a bundle that can be verified. */
export const MAX_BUNDLE_ENTRIES = 2_000_000;
/** Bytes of all files of a bundle together, and how many there may be. */
export const MAX_BUNDLE_BYTES = 2_000_000_000;
export const MAX_BUNDLE_FILES = 100_000;
/** Bytes of a file that is read as one text, and of a line of the payloads: far below what a string can hold. */
export const MAX_BUNDLE_TEXT_BYTES = 256_000_000;
/** Findings that a verdict lists; the rest are counted. */
export const MAX_FINDINGS = 200;
/** Findings that the text of a verdict shows. */
export const MAX_FINDINGS_SHOWN = 20;
