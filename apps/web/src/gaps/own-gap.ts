import type { Schemas } from '../api/client';

type Factor = Schemas['FactorScoreAnswer'];
const POINTS_OF_A_LEVEL = 25;

/**
 * Whether a gap is that of ratings from before a joint level: while no party has rated since they agreed on one, it
 * counts for each of them, and the gap stays that of their own latest ratings (docs/design/scoring.md, rule 11).
 *
 * @param levels the latest level of each party, 0 to 4
 * @param gap 0 to 100
 */
export function isBeforeJointLevel(levels: readonly number[], gap: number | null): boolean {
  if (gap === null || levels.length < 2) return false;
  return gap !== (Math.max(...levels) - Math.min(...levels)) * POINTS_OF_A_LEVEL;
}

/** The same of a factor of a score. */
export function isGapBeforeJointLevel({ ratings, gap }: Pick<Factor, 'ratings' | 'gap'>): boolean {
  return isBeforeJointLevel(
    Object.values(ratings).map(({ level }) => level),
    gap,
  );
}
