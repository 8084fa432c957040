import type { Schemas } from '../api/client';
import { formatExact } from './exact';
import type { Factor } from './score-sum';

export type Terms = Schemas['TermsAnswer'];
export type RatingTerm = Schemas['RatingTermAnswer'];
export type EventTerm = Schemas['EventTermAnswer'];

/** How the ratings come to the joint rating: by which of the sentences of rule 3. */
export type View =
  | { readonly by: 'none' | 'one' | 'same' | 'joint' | 'alone' | 'many' }
  | { readonly by: 'ratio'; readonly lower: number; readonly higher: number };

const POINTS_PER_LEVEL = 25;
/** What four decimals leave open. */
const NOISE = 0.001;

/** How much the lower of two views weighs against the higher; read off the numbers, whatever the agreed penalty is. */
export function viewOf(ratings: readonly RatingTerm[], joint: number | null): View {
  const [first, second, ...others] = ratings;
  if (first === undefined || joint === null) return { by: 'none' };
  if (second === undefined) return { by: 'one' };
  if (ratings.every(({ entries }) => entries.join() === first.entries.join())) return { by: 'joint' };
  const points = ratings.map(({ points: counted }) => counted);
  const [lowest, highest] = [Math.min(...points), Math.max(...points)];
  if (highest - lowest < NOISE) return { by: 'same' };
  if (joint - lowest < NOISE) return { by: 'alone' };
  if (others.length > 0) return { by: 'many' };
  const ratio = (highest - joint) / (joint - lowest);
  return { by: 'ratio', lower: Math.round(ratio * 10) / 10, higher: 1 };
}

/** The ratings that the evidence rule moved, with what they were before it. */
export function movedByEvidence(
  ratings: readonly RatingTerm[],
): readonly { readonly party: string; readonly points: number; readonly counted: number }[] {
  return ratings
    .map(({ party, level, points }) => ({ party, points: level * POINTS_PER_LEVEL, counted: points }))
    .filter(({ points, counted }) => Math.abs(points - counted) > NOISE);
}

/** The heaviest first; of the same weight the latest. */
export function byWeight(events: readonly EventTerm[]): EventTerm[] {
  return events.toSorted(
    (a, b) =>
      b.weight - a.weight ||
      b.weightBeforeLimits - a.weightBeforeLimits ||
      (a.effective < b.effective ? 1 : a.effective > b.effective ? -1 : 0),
  );
}

export const LIMITS = ['minor', 'unagreed', 'agreed-heavy', 'agreed-moderate'] as const;
export type LimitName = (typeof LIMITS)[number];

/** What each limit of rule 6 holds, before and after all of them. */
export function limitSums({ events, cap }: Pick<Terms, 'events' | 'cap'>): readonly {
  readonly limit: LimitName;
  readonly cap: number;
  readonly before: number;
  readonly after: number;
}[] {
  const caps = { minor: cap.minorCap, unagreed: cap.unagreedCap };
  return LIMITS.map((limit) => {
    const held = events.filter((event) => event.limit === limit);
    return {
      limit,
      cap: limit === 'minor' || limit === 'unagreed' ? caps[limit] : cap.eventWeightCap,
      before: held.reduce((sum, { weightBeforeLimits }) => sum + weightBeforeLimits, 0),
      after: held.reduce((sum, { weight }) => sum + weight, 0),
    };
  });
}

/** Rule 7 with a factor’s own numbers put in; null where it has no score. */
export function formulaOf({ score, jointRating, assessmentWeight, positive, negative }: Factor): string | null {
  if (score === null || jointRating === null) return null;
  const [k, a, r, n] = [assessmentWeight, jointRating, positive, negative].map(formatExact);
  return `(${k} × ${a} + 100 × ${r}) ÷ (${k} + ${r} + ${n}) = ${formatExact(score)}`;
}
