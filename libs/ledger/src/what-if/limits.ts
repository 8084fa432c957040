/** Ratings, weights and events that one question may suppose, each. */
export const MAX_SUPPOSED = 50;
/** Characters of one of them: the longest party and factor, what is supposed, and what parts it from the next. */
const MAX_SUPPOSED_LENGTH = 110;
/** Characters of one list. */
export const MAX_SUPPOSED_LIST_LENGTH = MAX_SUPPOSED * MAX_SUPPOSED_LENGTH;
