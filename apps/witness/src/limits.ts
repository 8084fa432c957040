/** Connections that are held open at once. */
export const MAX_CONNECTIONS = 256;
/** Bytes of the headers of a request. */
export const MAX_HEADER_BYTES = 8_192;
/** Milliseconds in which a client must have sent its headers, and its whole request. */
export const HEADERS_TIMEOUT_MS = 5_000;
export const REQUEST_TIMEOUT_MS = 10_000;
/** Milliseconds between two looks for connections that are over their time. */
export const CONNECTIONS_CHECK_INTERVAL_MS = 1_000;
/** Milliseconds that an idle connection is kept. */
export const KEEP_ALIVE_TIMEOUT_MS = 30_000;
/** Milliseconds in which requests in flight may finish once the witness is told to stop. */
export const SHUTDOWN_TIMEOUT_MS = 5_000;
/** Refused checkpoints of one log that are kept, of each kind: those that contradict another, and all others. */
export const MAX_REFUSED_KEPT = 16;
