import type { FactorSet } from '../catalogue/factor-set';
import type { FactorScore } from './factor-score';
import { heldLevel } from './maturity-level';
import { atLeast, below } from './rounding';

/** The relationship's numbers, unrounded (rules 10 to 15 and 17). */
export interface OverallScore {
  /** The headline: M, or null with its reason. */
  readonly score: number | null;
  /** M. */
  readonly view: number | null;
  readonly reason: 'coverage' | 'one-sided' | null;
  readonly level: string | null;
  readonly coverage: number;
  readonly bilateralCoverage: number;
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  readonly alignment: number | null;
  /** Weight of what counts in M. */
  readonly countedWeight: number;
  /** Whether each factor counts in M, in the order of the factors given. */
  readonly counted: readonly boolean[];
}

function isCurrent(factor: FactorScore): boolean {
  return factor.status === 'bilateral' || factor.status === 'unilateral' || factor.status === 'events-only';
}

/** `sum / weight`, or what stands in for it where nothing has weight. */
function ratio<T>(sum: number, weight: number, otherwise: T): number | T {
  return weight > 0 ? sum / weight : otherwise;
}

/** @param isCapped whether an open critical entry caps the level (rule 17) */
export function overallScore(set: FactorSet, factors: readonly FactorScore[], isCapped: boolean): OverallScore {
  let weight = 0;
  let currentWeight = 0;
  let currentSum = 0;
  let bilateralWeight = 0;
  let confidence = 0;
  let gapWeight = 0;
  let gapSum = 0;
  for (const one of factors) {
    const own = one.factor.weight;
    if (one.status !== 'not-applicable') weight += own;
    confidence += own * one.confidence;
    if (!isCurrent(one)) continue;
    currentWeight += own;
    currentSum += own * (one.score ?? 0);
    if (one.raters < 2) continue;
    bilateralWeight += own;
    if (one.gap === null) continue;
    gapWeight += own;
    gapSum += own * one.gap;
  }

  // Rule 10: a stale good score stops counting, a stale bad one does not, so silence never pays.
  const currentMean = ratio(currentSum, currentWeight, null);
  let countedWeight = currentWeight;
  let countedSum = currentSum;
  const counted = factors.map((one) => {
    if (isCurrent(one)) return true;
    if (one.status !== 'stale' || one.score === null || currentMean === null) return false;
    if (!below(one.score, currentMean)) return false;
    countedWeight += one.factor.weight;
    countedSum += one.factor.weight * one.score;
    return true;
  });
  const view = currentMean === null ? null : ratio(countedSum, countedWeight, null);

  const coverage = ratio(currentWeight, weight, 0);
  const bilateralCoverage = ratio(bilateralWeight, weight, 0);
  const reason =
    view === null || !atLeast(coverage, set.parameters.minCoverage)
      ? 'coverage'
      : !atLeast(bilateralCoverage, set.parameters.minBilateral)
        ? 'one-sided'
        : null;
  const score = reason === null ? view : null;
  const mean = ratio(gapSum, gapWeight, null);
  return {
    score,
    view,
    reason,
    level: score === null ? null : heldLevel(score, set, factors, counted, isCapped),
    coverage,
    bilateralCoverage,
    low: ratio(currentSum, weight, 0),
    high: ratio(currentSum + 100 * (weight - currentWeight), weight, 100),
    confidence: ratio(confidence, weight, 0),
    alignment: mean === null ? null : 100 - mean,
    countedWeight,
    counted,
  };
}
