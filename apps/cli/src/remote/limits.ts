/** Milliseconds that an answer of a server is waited for. */
export const ANSWER_TIMEOUT_MS = 60_000;
/** Bytes of an answer that is read as text or as JSON; tiles are smaller. */
export const MAX_ANSWER_BYTES = 262_144;
/** Bytes of the entries that one command logs. */
export const MAX_ENTRIES_BYTES = 64 * 1024 * 1024;
/** Bytes of a key file, and of the file of known logs. */
export const MAX_KEY_FILE_BYTES = 4_096;
export const MAX_KNOWN_LOGS_BYTES = 64 * 1024 * 1024;
