/** Milliseconds that an answer of a server is waited for. */
export const ANSWER_TIMEOUT_MS = 60_000;
/** Bytes of an answer that is read as text or as JSON; tiles are smaller. */
export const MAX_ANSWER_BYTES = 262_144;
/** Bytes of the entries that one command logs. */
export const MAX_ENTRIES_BYTES = 64 * 1024 * 1024;
/** Bytes of a key file, and of the file of known logs. */
export const MAX_KEY_FILE_BYTES = 4_096;
export const MAX_KNOWN_LOGS_BYTES = 64 * 1024 * 1024;
/** Milliseconds that the lock of the file of known logs is waited for, and between two tries. */
export const KNOWN_LOGS_WAIT_MS = 10_000;
export const KNOWN_LOGS_POLL_MS = 10;
/** How often a log is looked at again because another command kept what it saw of it meanwhile. */
export const MAX_LOOKS = 10;
