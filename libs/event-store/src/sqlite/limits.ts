/** Appends written in one transaction. */
export const GROUP_APPENDS = 1_000;
/** Data and metadata written in one transaction, in bytes; a single append may be larger than what is left of it. */
export const GROUP_BYTES = 8_000_000;
/** Time that one transaction may keep the event loop busy before it commits, in milliseconds. */
export const GROUP_WORK_MS = 20;
/** Streams whose last revision is kept in memory. */
export const STREAM_HEADS_KEPT = 20_000;

/** How long a call waits for a lock that another process holds, in milliseconds. */
export const LOCK_WAIT_MS = 10_000;
/** First and longest pause between two tries for a lock, in milliseconds. */
export const LOCK_FIRST_PAUSE_MS = 1;
export const LOCK_LONGEST_PAUSE_MS = 20;

/** Events and bytes of JSON that are brought into memory in one turn; the bytes are counted after each query. */
export const CHUNK_EVENTS = 500;
export const CHUNK_BYTES = 4_000_000;
/** Events of the first query of a turn, before it is known how large they are, and of any one after it. */
export const FIRST_QUERY_EVENTS = 8;
export const MAX_QUERY_EVENTS = 250;
/** How often a waiting follower looks for appends of other processes, in milliseconds. */
export const WATCH_INTERVAL_MS = 25;

/**
 * Pages of 4 KiB in the write-ahead log at which it is moved into the file. Many streams touch many pages in every
 * transaction: at SQLite's own 1,000 pages 32 busy streams were half as fast as at 4,000, and at 10,000 slower again.
 */
export const WAL_CHECKPOINT_PAGES = 4_000;
/** Size to which the write-ahead log shrinks after a checkpoint, in bytes. */
export const WAL_KEPT_BYTES = 64_000_000;
/** Room on the disk below which an input/output error means that the disk is full, in bytes. */
export const DISK_FULL_BELOW_BYTES = 1_048_576;
