/** Days up to the last one asked about in which what repeats is told of, at most: a century. */
export const MAX_REPEATED_DAYS = 36_525;
