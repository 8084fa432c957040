import type { FactorSet } from '../catalogue/factor-set';
import { atLeast } from './rounding';
import type { Standings } from './standing';

/** Why a level is lower than the headline alone would give (rule 17). */
export interface HeldBack {
  /** Name of the level that the headline alone would give. */
  readonly from: string;
  /** Codes of the factors that keep it from the next one: too low for their weight, stale or missing. */
  readonly factors: readonly number[];
  /** Ids of the critical entries that do. */
  readonly entries: readonly string[];
}

/** Null where nothing holds the level back, or where there is no headline. */
export function heldBack({ factors, overall, criticalOpen }: Standings, set: FactorSet): HeldBack | null {
  const { levelCuts, levelNames, criticalCap } = set.parameters;
  const { score, level, counted } = overall;
  if (score === null || level === null) return null;
  const byScore = levelCuts.filter((cut) => atLeast(score, cut)).length;
  const next = levelNames.indexOf(level) + 1;
  const from = levelNames[byScore];
  if (next > byScore || from === undefined) return null;
  const heaviest = Math.max(...set.factors.map((factor) => factor.weight));
  const required = levelCuts[next - 2];
  const isTooLow = (place: number): boolean => {
    const one = factors[place];
    if (required === undefined || one === undefined || counted[place] !== true) return false;
    return one.factor.weight === heaviest && !atLeast(one.score ?? 0, required);
  };
  const needsAll = next > levelNames.length - 2;
  const cap = levelNames.indexOf(criticalCap.level);
  return {
    from,
    factors: factors.flatMap(({ factor, status }, place) =>
      isTooLow(place) || (needsAll && (status === 'missing' || status === 'stale')) ? factor.code : [],
    ),
    entries: cap >= 0 && next > cap ? criticalOpen.map(({ fact }) => fact.id) : [],
  };
}
