/** Ratings, weights and events that one question may suppose, each. */
export const MAX_SUPPOSED = 50;
