import type { FactorSet } from '../catalogue/factor-set';
import type { FactorScore } from './factor-score';
import { atLeast } from './rounding';

/** Rule 17: the name of the level that a headline holds. */
export function heldLevel(
  score: number,
  set: FactorSet,
  factors: readonly FactorScore[],
  counted: readonly boolean[],
  criticalOpen: boolean,
): string | null {
  const { levelCuts, levelNames, criticalCap } = set.parameters;
  const heaviest = Math.max(...set.factors.map((factor) => factor.weight));
  let level = levelCuts.filter((cut) => atLeast(score, cut)).length;
  const holds = (candidate: number): boolean => {
    const required = levelCuts[candidate - 2];
    if (required === undefined) return true;
    return factors.every(
      (one, place) => counted[place] !== true || one.factor.weight !== heaviest || atLeast(one.score ?? 0, required),
    );
  };
  while (!holds(level)) level -= 1;
  if (factors.some((one) => one.status === 'missing' || one.status === 'stale')) {
    level = Math.min(level, levelNames.length - 2);
  }
  const cap = levelNames.indexOf(criticalCap.level);
  if (criticalOpen && cap >= 0) level = Math.min(level, cap);
  return levelNames[level] ?? null;
}
