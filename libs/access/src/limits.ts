/** Days that a token holds unless it is asked for another number. */
export const DEFAULT_TOKEN_DAYS = 365;
/** Days that a token may hold at most: a contract of ten years, and room to spare. */
export const MAX_TOKEN_DAYS = 5_500;
/** Relationships that one token may name. */
export const MAX_TOKEN_RELATIONSHIPS = 200;
/** Milliseconds between two looks for tokens that other processes issued or revoked. */
export const ACCESS_POLL_INTERVAL_MS = 500;
/** Appends that are tried again because another process wrote to the stream at the same moment. */
export const MAX_ACCESS_APPEND_RETRIES = 20;
