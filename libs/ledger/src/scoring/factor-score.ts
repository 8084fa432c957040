import type { FactorSet, FactorSetParameters } from '../catalogue/factor-set';
import type { EventSums } from './factor-events';
import type { Rating, RatingSide } from './ratings';
import { atLeast, freshness } from './rounding';

export type FactorStatus = 'bilateral' | 'unilateral' | 'events-only' | 'stale' | 'missing' | 'not-applicable';
export type Factor = FactorSet['factors'][number];

/** One factor's numbers, unrounded (rules 1 to 9 and 13). */
export interface FactorScore {
  readonly factor: Factor;
  /** F; null of a factor missing or not applicable. */
  readonly score: number | null;
  readonly status: FactorStatus;
  /** A. */
  readonly jointRating: number | null;
  /** K. */
  readonly assessmentWeight: number;
  /** R and N, after the limits of rule 6. */
  readonly positive: number;
  readonly negative: number;
  /** g. */
  readonly gap: number | null;
  readonly confidence: number;
  /** How many parties have a rating here. */
  readonly raters: number;
  readonly side: RatingSide | null;
}

/** Rule 1: the rating in points as it counts. */
export function countedPoints(rating: Rating, parameters: FactorSetParameters): number {
  const points = 25 * rating.level;
  if (rating.evidenced) return points;
  return Math.max(parameters.unevidencedFloor, Math.min(points, parameters.unevidencedCap));
}

/** Rule 3, of at least one rating. */
export function jointRating(side: RatingSide, parameters: FactorSetParameters): number {
  let sum = 0;
  let lowest = Infinity;
  for (const { rating } of side.latest) {
    const points = countedPoints(rating, parameters);
    sum += points;
    lowest = Math.min(lowest, points);
  }
  // A standing joint rating is the same for all, and replaces A whatever the parties' own gap behind it.
  if (side.standing) return lowest;
  return Math.max(lowest, sum / side.latest.length - (parameters.gapPenalty * (side.gap ?? 0)) / 2);
}

/** Rule 5. */
export function assessmentWeight(side: RatingSide, asOf: number, parameters: FactorSetParameters): number {
  let weight = 0;
  for (const { rating } of side.latest) {
    weight += parameters.assessmentWeight * freshness(asOf - rating.day, parameters.assessmentHalfLifeDays);
  }
  return weight;
}

/** Rule 7. Where age has left no weight at all, the joint rating is all there is. */
export function factorValue(weight: number, joint: number, positive: number, negative: number): number {
  const total = weight + positive + negative;
  return total > 0 ? (weight * joint + 100 * positive) / total : joint;
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}

/** Rules 7, 8, 9 and 13 for a factor that is applicable. */
export function factorScore(
  factor: Factor,
  side: RatingSide,
  events: EventSums,
  asOf: number,
  parties: number,
  parameters: FactorSetParameters,
): FactorScore {
  const { positive, negative } = events;
  const enoughEvents = atLeast(positive + negative, parameters.eventsOnlyMinWeight);
  const fullConfidence = parameters.assessmentWeight * parties;
  const raters = side.latest.length;
  const common = { factor, positive, negative, gap: side.gap, raters, side };
  if (raters === 0) {
    if (!enoughEvents) {
      return { ...common, score: null, status: 'missing', jointRating: null, assessmentWeight: 0, confidence: 0 };
    }
    const { eventsOnlyPriorWeight: weight, eventsOnlyPriorMean: joint } = parameters;
    return {
      ...common,
      score: factorValue(weight, joint, positive, negative),
      status: 'events-only',
      jointRating: joint,
      assessmentWeight: weight,
      confidence: share(positive + negative, fullConfidence),
    };
  }
  const weight = assessmentWeight(side, asOf, parameters);
  const joint = jointRating(side, parameters);
  const old = side.latest.every(({ rating }) => asOf - rating.day > parameters.staleAfterDays);
  const stale = old && !enoughEvents;
  return {
    ...common,
    score: factorValue(weight, joint, positive, negative),
    status: stale ? 'stale' : raters === parties ? 'bilateral' : 'unilateral',
    jointRating: joint,
    assessmentWeight: weight,
    confidence: stale ? 0 : share(weight + positive + negative, fullConfidence),
  };
}

/** A factor that leaves W (rule 16): nothing of it counts while that holds; all numbers 0 (reading rule 15). */
export function notApplicable(factor: Factor): FactorScore {
  return {
    factor,
    score: null,
    status: 'not-applicable',
    jointRating: 0,
    assessmentWeight: 0,
    positive: 0,
    negative: 0,
    gap: 0,
    confidence: 0,
    raters: 0,
    side: null,
  };
}
