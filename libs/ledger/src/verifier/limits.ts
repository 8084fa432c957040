/** Entries of a bundle that can be verified. */
export const MAX_BUNDLE_ENTRIES = 2_000_000;
/** Bytes of all files of a bundle together, and how many there may be. */
export const MAX_BUNDLE_BYTES = 2_000_000_000;
export const MAX_BUNDLE_FILES = 100_000;
/** Findings that a verdict lists; the rest are counted. */
export const MAX_FINDINGS = 200;
/** Findings that the text of a verdict shows. */
export const MAX_FINDINGS_SHOWN = 20;
