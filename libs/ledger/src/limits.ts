/** Years behind today that a question may ask about, at most: twice the longest of these contracts. */
export const MAX_YEARS_AHEAD = 50;
