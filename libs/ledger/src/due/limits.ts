/** Days up to the last one asked about in which what repeats is told of, at most: a century. */
export const MAX_REPEATED_DAYS = 36_525;
/** Duties that one answer names, the earliest: a screen, a calendar or a table can hold no more. */
export const MAX_DUE = 5_000;
