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
  const { gap } = side;
  const raters = side.latest.length;
  const enoughEvents = atLeast(positive + negative, parameters.eventsOnlyMinWeight);
  let status: FactorStatus = raters === parties ? 'bilateral' : 'unilateral';
  let weight = 0;
  let joint: number | null = null;
  // Of an events-only factor the events alone make confident.
  let ratedWeight = 0;
  if (raters > 0) {
    weight = assessmentWeight(side, asOf, parameters);
    ratedWeight = weight;
    joint = jointRating(side, parameters);
    if (!enoughEvents && isOld(side, asOf, parameters)) status = 'stale';
  } else if (enoughEvents) {
    weight = parameters.eventsOnlyPriorWeight;
    joint = parameters.eventsOnlyPriorMean;
    status = 'events-only';
  } else {
    status = 'missing';
  }
  const score = joint === null ? null : factorValue(weight, joint, positive, negative);
  const confidence =
    status === 'stale' || status === 'missing'
      ? 0
      : share(ratedWeight + positive + negative, parameters.assessmentWeight * parties);
  return {
    factor,
    score,
    status,
    jointRating: joint,
    assessmentWeight: weight,
    positive,
    negative,
    gap,
    confidence,
    raters,
    side,
  };
}

/** Rule 9: every rated party's latest rating is older than `staleAfterDays`. */
function isOld(side: RatingSide, asOf: number, parameters: FactorSetParameters): boolean {
  return side.latest.every(({ rating }) => asOf - rating.day > parameters.staleAfterDays);
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
