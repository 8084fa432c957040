/** Characters of `text` and of a text field of `data`. */
export const MAX_TEXT_LENGTH = 20_000;
/** Tags of one entry, and characters of each. */
export const MAX_TAGS = 20;
export const MAX_TAG_LENGTH = 64;
/** Pieces of evidence of one entry. */
export const MAX_EVIDENCE = 50;
/** Characters of a title, an address or a source. */
export const MAX_LINE_LENGTH = 2_000;
/** Items of a list in `data`. */
export const MAX_LIST_ITEMS = 100;
/** Fields of `data`. */
export const MAX_DATA_FIELDS = 60;
/** Bytes of one entry, envelope and payload together. */
export const MAX_ENTRY_BYTES = 256 * 1024;
/** Bytes of one envelope. */
export const MAX_ENVELOPE_BYTES = 16 * 1024;
/** Characters of an idempotency key. */
export const MAX_KEY_LENGTH = 128;
/** Ids of relationships, entries, parties, members and of what `data` names. A path of a URL cannot name `.` and `..`. */
export const ID_PATTERN = /^(?!\.{1,2}$)[A-Za-z0-9._:-]{1,64}$/;
export const ID_EXPECTED = '1 to 64 letters, digits, dots, colons, underscores or hyphens, and not "." or ".."';

/** Working days that a level of an escalation ladder may allow: about two years. */
export const MAX_WORKING_DAYS = 500;
