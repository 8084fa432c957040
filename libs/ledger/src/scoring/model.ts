/**
 * Names the arithmetic of the score. It changes with every change that makes another number of the same entries under
 * the same factor set, so that scores kept outside say what made them.
 */
export const SCORING_MODEL = 'mutuality-score@1';
