/** One attempt of an append; after it the outcome is in doubt. */
export const APPEND_TIMEOUT_MS = 5_000;
/** Attempts of one append or reading before the store counts as unavailable. */
export const ATTEMPTS = 5;
/** Wait before the second attempt; it doubles with each further one. */
export const FIRST_RETRY_DELAY_MS = 100;
/** The longest wait between two attempts, also of a follower, which never gives up. */
export const LAST_RETRY_DELAY_MS = 5_000;
/** Time between two pings of an idle connection, and how long an answer to one may take: so a frozen server shows. */
export const KEEP_ALIVE_INTERVAL_MS = 10_000;
export const KEEP_ALIVE_TIMEOUT_MS = 3_000;
/** One attempt of a reading call, and how long a new subscription may stay unconfirmed. */
export const READ_TIMEOUT_MS = 10_000;
/** Events of one reading call: a long stream is read in pages, each of them tried again by itself. */
export const READ_PAGE_EVENTS = 500;
/** Events that one reading for the end of the log looks at before it turns to a filtered subscription. */
export const END_SCAN_EVENTS = 1_000;
/** Batches that a follower holds ready while its consumer works; then the server is held back. */
export const BATCHES_AHEAD = 2;
/** Events that the client's own stream holds ready. */
export const CLIENT_BUFFER_EVENTS = 256;
/** How long the last user of a client waits for calls of other clients in the process, and for its own to end. */
export const DISPOSE_WAIT_MS = 5_000;
