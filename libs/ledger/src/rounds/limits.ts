/** Bytes of every sealed rating: all are as long as the longest may be, so that none tells how much it holds. */
export const SEALED_BYTES = 32_768;
/** Ratings that one member hands in at once. */
export const MAX_RATINGS = 200;
/** Characters of what a member says of the factors it does not rate. */
export const MAX_REASON_LENGTH = 2_000;
