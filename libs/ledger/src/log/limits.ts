/** Leaves of all trees that are kept in memory, 64 bytes each. */
export const LEAVES_KEPT = 262_144;
/** Characters of the name of a log. */
export const MAX_LOG_NAME_LENGTH = 200;
/** Milliseconds between two rounds of signing, so that what came meanwhile is signed at once; a receipt has two seconds. */
export const SIGN_INTERVAL_MS = 1_000;
/** Milliseconds before the log is followed again after it could not be. */
export const SIGN_RETRY_MS = 1_000;
/** Leaves of one log that the signer holds in memory before it writes them to their file. */
export const LEAVES_HELD = 256;
/** Events that the signer takes at once. */
export const SIGN_BATCH_EVENTS = 512;
/** Milliseconds that whoever asks for a receipt waits for the checkpoint that covers it. */
export const RECEIPT_WAIT_MS = 5_000;
/** How often it looks, where another process signs. */
export const RECEIPT_POLL_MS = 100;
/** Milliseconds in which a witness must have answered, a second request for its size included. */
export const WITNESS_TIMEOUT_MS = 5_000;
/** Bytes of what a witness answers: signature lines, or a size. */
export const MAX_WITNESS_ANSWER_BYTES = 16_384;
/** Witnesses that are asked for one checkpoint. */
export const MAX_WITNESSES_ASKED = 32;
/** Milliseconds until witnesses that did not cosign are asked again. */
export const COSIGN_RETRY_MS = 10_000;
/** Milliseconds after a start in which a log that has witnesses waits for those that are silent. */
export const WITNESSES_AWAITED_MS = 30_000;
/** How often these are asked meanwhile. */
export const AWAITED_RETRY_MS = 1_000;
/** How often it is looked for policies of witnesses that are new or were changed. */
export const POLICIES_POLL_MS = 10_000;
/** How long a receipt waits for the witnesses, before it is given with what there is. */
export const COSIGNED_WAIT_MS = 2_000;
/** How often it is looked for ledgers that another process found broken. */
export const MARKS_POLL_MS = 1_000;
/** Incarnations after the one at hand that a witness is asked for. */
export const MAX_LATER_INCARNATIONS = 100;
