/** Days ahead in which the next meeting of a body is looked for: more than the longest rhythm. */
export const PLANNED_AHEAD_DAYS = 400;
