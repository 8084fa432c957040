/** Data and metadata of one append, in bytes of JSON. */
export const MAX_APPEND_BYTES = 1_000_000;
/** Events of one append. */
export const MAX_APPEND_EVENTS = 5_000;
/** Characters of a stream name. */
export const MAX_STREAM_NAME_LENGTH = 256;
/** Events in one batch of a follower unless it asks for fewer. */
export const FOLLOW_BATCH_EVENTS = 1_000;
/** Events in the folded states that `handle` keeps between commands, over all streams. */
export const MAX_FOLDED_EVENTS = 200_000;
/** Times that `handle` decides one command again after others wrote first. */
export const MAX_HANDLE_ATTEMPTS = 32;
