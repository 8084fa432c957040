/** Bytes of a request's body: room for the longest list of answers, little enough to be read at once. */
export const MAX_BODY_BYTES = 5 * 1024 * 1024;
/** Answers in one call. */
export const MAX_ANSWERS = 200;
/** Characters of an `Idempotency-Key`. */
export const MAX_IDEMPOTENCY_KEY_LENGTH = 128;
/** Characters of a parameter in a query. */
export const MAX_PARAMETER_LENGTH = 500;
/** Characters of a path parameter; longer ones lead nowhere. */
export const MAX_PATH_PARAMETER_LENGTH = 128;
/** Connections that are held open at once. */
export const MAX_CONNECTIONS = 2_048;
/** Milliseconds in which a client must have sent its whole request. */
export const REQUEST_TIMEOUT_MS = 60_000;
/** Milliseconds that an idle connection is kept. */
export const KEEP_ALIVE_TIMEOUT_MS = 72_000;

/** Milliseconds that a read with `seen` waits for the read models. */
export const SEEN_TIMEOUT_MS = 5_000;
/** Seconds after which a client may ask again when a read model is behind or the store is away. */
export const RETRY_AFTER_SECONDS = 2;
/** Milliseconds that a readiness check waits for the store. */
export const READY_TIMEOUT_MS = 2_000;
/** Milliseconds without a successful read after which the store counts as away. */
export const STORE_AWAY_AFTER_MS = 3_000;

/** Bytes of the files of a bundle that is served; a larger one is exported on the command line. */
export const MAX_SERVED_BUNDLE_BYTES = 256_000_000;
/** Bundles that are made, or wait until another is made. */
export const MAX_WAITING_BUNDLES = 4;

/** Server-sent event streams at once. */
export const MAX_LIVE_STREAMS = 500;
/** Milliseconds between two heartbeats of a server-sent event stream. */
export const HEARTBEAT_INTERVAL_MS = 15_000;
/** Milliseconds after which a client reconnects to a stream that ended. */
export const LIVE_RETRY_MS = 2_000;
/** Milliseconds before the log is followed again after it could not be. */
export const FOLLOW_RETRY_MS = 1_000;

/** Refused credentials, and sign-ins, that one address may send in a window. */
export const MAX_SIGN_IN_FAILURES = 600;
export const SIGN_IN_WINDOW_MS = 60_000;
/** Addresses that are counted at once; beyond it the window starts anew. */
export const MAX_COUNTED_ADDRESSES = 10_000;

/** Days that a session of the demo holds. */
export const DEMO_SESSION_DAYS = 1;
/** How often a server that is shutting down closes connections that have become idle, in milliseconds. */
export const CLOSE_IDLE_INTERVAL_MS = 50;
/** Milliseconds in which requests in flight may finish once the server is told to stop. */
export const SHUTDOWN_TIMEOUT_MS = 10_000;
/** Milliseconds between two looks at what was not done in time. */
export const CLOCK_INTERVAL_MS = 30_000;
/** Milliseconds that the clock waits for the read models to hold what it is told of. */
export const CLOCK_WAIT_MS = 5_000;
