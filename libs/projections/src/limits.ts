/** Events whose rows go into one transaction while a projection is being built; live it takes what a batch brings. */
export const BUILD_TRANSACTION_EVENTS = 16_384;
/**
 * Rest of a follower that has caught up after each batch, in milliseconds: a busy log is then taken in larger batches,
 * which touch each page of an index once instead of once per append. A first event after a quiet time is taken at once,
 * and so is every event while somebody waits for a position.
 */
export const LIVE_REST_MS = 100;
/** Pages in the write-ahead log of a projection file in service at which it is moved into the file. */
export const SERVE_CHECKPOINT_PAGES = 4_000;
/** Page cache of a projection file while it is being built, in KiB. */
export const BUILD_CACHE_KIB = 32_768;
/** Page cache of a projection file in service, for its writer and for each reader, in KiB. */
export const SERVE_CACHE_KIB = 8_192;
/** A failing event is tried again after this long, then after twice as long each time, in milliseconds. */
export const RETRY_MIN_MS = 500;
/** The longest wait between two tries of a failing event, in milliseconds. */
export const RETRY_MAX_MS = 60_000;
/** How often the runner looks whether another process asked for a rebuild, in milliseconds. */
export const REQUEST_POLL_MS = 250;
/** How often a process that waits for the runner's lock, or for a rebuild by another process, looks again. */
export const LOCK_POLL_MS = 500;
/** How long an access to a projection's file waits for SQLite's own short locks, in milliseconds. */
export const FILE_BUSY_MS = 1_000;
/** Characters kept of the message of a failing event. */
export const FAILURE_MESSAGE_LENGTH = 500;
/** Prepared statements kept per open file; a read model has a handful. */
export const STATEMENTS_KEPT = 256;
/** A reader that finds the file it was told of gone asks again, at most this often. */
export const OPEN_ATTEMPTS = 5;
/** A caller waits at most this long for a position, whatever it asks, in milliseconds. */
export const WAIT_MAX_MS = 60_000;
/** Room for what the thread of the read models has just made, in MiB: a build makes much that nobody keeps. */
export const WORKER_YOUNG_MIB = 16;
