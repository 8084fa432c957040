/** Days in which reviews of one document count once: more of them are recorded, and move no score. */
export const REVIEW_COUNTS_ONCE_DAYS = 90;
