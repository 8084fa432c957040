/** Milliseconds in which a witness must have answered, a second request for its size included. */
export const WITNESS_TIMEOUT_MS = 5_000;
/** Bytes of what a witness answers: signature lines, or a size. */
export const MAX_WITNESS_ANSWER_BYTES = 16_384;
/** Witnesses that are asked for one checkpoint. */
export const MAX_WITNESSES_ASKED = 32;
