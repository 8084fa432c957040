import type { Schemas } from '../api/client';

export type Factor = Schemas['FactorScoreAnswer'];

/** The sums that a score and what stands beside it are made of (scoring.md, rules 10 to 14). */
export interface ScoreSum {
  /** Of the factors that count: sum of weight times score, and of the weights. */
  readonly product: number;
  readonly weight: number;
  /** Weight of all factors that apply. */
  readonly applicable: number;
  /** Weight of those with a current score, and their sum of weight times score. */
  readonly current: number;
  readonly currentProduct: number;
  /** Weight of the current ones that at least two parties rated. */
  readonly bilateral: number;
  /** Sum of weight times confidence. */
  readonly confidence: number;
  /** Sum of weight times gap, and of the weights, of the current ones with a gap. */
  readonly gap: number;
  readonly gapWeight: number;
}

export function sumOf(factors: readonly Factor[]): ScoreSum {
  const counted = factors.filter(({ counted }) => counted);
  const applicable = factors.filter(({ status }) => status !== 'not-applicable');
  const current = applicable.filter(({ status }) => status !== 'stale' && status !== 'missing');
  const withGap = current.filter((factor) => factor.gap !== null && ratersOf(factor) > 1);
  return {
    product: total(counted, productOf),
    weight: total(counted, weightOf),
    applicable: total(applicable, weightOf),
    current: total(current, weightOf),
    currentProduct: total(current, productOf),
    bilateral: total(
      current.filter((factor) => ratersOf(factor) > 1),
      weightOf,
    ),
    confidence: total(applicable, ({ weight, confidence }) => weight * confidence),
    gap: total(withGap, ({ weight, gap }) => weight * (gap ?? 0)),
    gapWeight: total(withGap, weightOf),
  };
}

/** What a factor adds to the sum, where it counts. */
export const productOf = ({ weight, score }: Factor): number => weight * (score ?? 0);
const weightOf = ({ weight }: Factor): number => weight;
const ratersOf = ({ ratings }: Factor): number => Object.keys(ratings).length;

function total(factors: readonly Factor[], of: (factor: Factor) => number): number {
  return factors.reduce((sum, factor) => sum + of(factor), 0);
}

/** Which sentence says whether and why a factor counts. */
export function countedBecause({ status, counted }: Factor): Factor['status'] | 'stale-out' {
  return status === 'stale' && !counted ? 'stale-out' : status;
}
