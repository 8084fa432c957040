import type { FactorSetParameters, Severity } from '@app/ledger';
import { inOrder, lastDayOf, type Entry } from './entries';

/** Rules 1 to 9 of scoring.md for one factor, event by event and rating by rating. Unrounded. */

export interface Rating {
  readonly party: string;
  readonly level: number;
  readonly evidenced: boolean;
  /** The entry whose place in the order the rating has. */
  readonly at: Entry;
}

export type FactorStatus = 'bilateral' | 'unilateral' | 'events-only' | 'stale' | 'missing' | 'not-applicable';

export interface FactorValue {
  readonly status: FactorStatus;
  readonly score: number | null;
  readonly jointRating: number | null;
  readonly assessmentWeight: number;
  readonly positive: number;
  readonly negative: number;
  readonly gap: number | null;
  readonly confidence: number;
  readonly ratings: readonly Rating[];
  /** What rule 7 gives without asking whether the factor is rated or its events weigh enough. */
  readonly formula: number;
}

/** Reading 14: comparisons are made on values rounded to 9 decimals. */
export const nine = (value: number): number => Math.round(value * 1e9) / 1e9;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const freshness = (ageDays: number, halfLifeDays: number): number => 2 ** (-ageDays / halfLifeDays);

function median(levels: readonly number[]): number {
  const sorted = levels.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** Reading 10: the parties' own ratings of the factor, in order; entries are visible ones, in order. */
function ownRatings(code: number, entries: readonly Entry[]): readonly Rating[] {
  const given = entries
    .filter((entry) => entry.fact.kind === 'rating.given' && entry.factor === code)
    .map((entry) => ({
      party: entry.fact.party,
      level: entry.level ?? Number.NaN,
      evidenced: entry.evidenced,
      at: entry,
    }));
  const reveals = entries.filter((entry) => entry.fact.kind === 'rating.revealed');
  const key = (entry: Entry) => JSON.stringify([entry.data.round, entry.data.of]);
  const revealed = [...new Set(reveals.map(key))].flatMap((group) => {
    const members = reveals.filter((entry) => key(entry) === group);
    const lines = members
      .flatMap((entry) => entry.data.ratings as unknown as { factor: number; level: number; evidenced: boolean }[])
      .filter((line) => line.factor === code);
    // "At the latest reveal of the round", whichever party's it is.
    const [first, at] = [members[0], reveals.findLast((entry) => entry.data.round === members[0]?.data.round)];
    if (first === undefined || at === undefined || lines.length === 0) return [];
    return {
      party: first.data.of as string,
      level: median(lines.map((line) => line.level)),
      evidenced: lines.filter((line) => line.evidenced).length * 2 >= lines.length,
      at,
    };
  });
  return [...given, ...revealed].sort((one, other) => inOrder(one.at, other.at));
}

/** Readings 10 and 11, rules 1 to 3. */
function joint(code: number, entries: readonly Entry[], parties: readonly string[], parameters: FactorSetParameters) {
  const own = ownRatings(code, entries).filter((rating) => parties.includes(rating.party));
  const agreed = entries.findLast(
    (entry) => entry.fact.kind === 'rating.jmt-agreed' && entry.factor === code && entry.status === 'agreed',
  );
  const since = (rating: Rating) => agreed === undefined || inOrder(agreed, rating.at) < 0;
  const ratings = parties.flatMap((party): Rating[] => {
    const last = own.findLast((rating) => rating.party === party);
    if (agreed === undefined || (last !== undefined && since(last))) return last === undefined ? [] : [last];
    return [{ party, level: agreed.level ?? Number.NaN, evidenced: agreed.evidenced, at: agreed }];
  });

  const stands = agreed !== undefined && !own.some(since);
  const behind = stands ? parties.flatMap((party) => own.findLast((rating) => rating.party === party) ?? []) : ratings;
  const raw = behind.map((rating) => 25 * rating.level);
  const gap = raw.length < 2 ? null : Math.max(...raw) - Math.min(...raw); // rule 2

  const counted = ratings.map(({ level, evidenced }) =>
    evidenced ? 25 * level : Math.max(parameters.unevidencedFloor, Math.min(25 * level, parameters.unevidencedCap)),
  ); // rule 1
  const mean = sum(counted) / counted.length;
  const jointRating = stands
    ? (counted[0] ?? null) // every party's rating is the agreed one
    : counted.length === 0
      ? null
      : Math.max(Math.min(...counted), mean - (parameters.gapPenalty * (gap ?? 0)) / 2); // rule 3
  return { ratings, gap, jointRating };
}

/** Rules 4 and 6: the weight of every event of the factor, limited. */
export function weighEvents(
  code: number,
  entries: readonly Entry[],
  asOf: number,
  parameters: FactorSetParameters,
): readonly { readonly entry: Entry; readonly weight: number }[] {
  const events = entries
    .filter((entry) => entry.factor === code && bears(entry))
    .map((entry) => ({ entry, weight: rawWeight(entry, asOf, parameters) }));
  const limit = (group: typeof events, cap: number) => {
    const total = sum(group.map((event) => event.weight));
    if (total > cap) for (const event of group) event.weight *= cap / total;
  };
  const isHeavy = (severity: Severity) => severity === 'major' || severity === 'critical';
  const isFirm = ({ entry }: { entry: Entry }) => entry.status === 'agreed' && !entry.remedied;

  const minor = events.filter(({ entry }) => entry.severity === 'minor');
  const unagreed = events.filter((event) => event.entry.severity !== 'minor' && !isFirm(event));
  const heavy = events.filter((event) => isHeavy(event.entry.severity) && isFirm(event));
  const rest = events.filter((event) => !heavy.includes(event));
  limit(minor, parameters.minorCap); // rule 6 a
  for (const party of new Set(unagreed.map(({ entry }) => entry.fact.party)))
    for (const sign of ['+', '-'])
      limit(
        unagreed.filter(({ entry }) => entry.fact.party === party && entry.sign === sign),
        parameters.unagreedCap,
      ); // rule 6 b
  limit(heavy, parameters.eventWeightCap); // rule 6 c
  limit(rest, Math.max(0, parameters.eventWeightCap - sum(heavy.map((event) => event.weight)))); // rule 6 d
  return events;
}

/** Which entries are events at all: readings 5, 7 and 10. */
function bears(entry: Entry): boolean {
  const neverEvents = /^rating\.|^candidate\.rated$/;
  if (entry.sign !== '+' && entry.sign !== '-') return false;
  if (neverEvents.test(entry.fact.kind) || entry.status === 'voided') return false;
  if (entry.needsAll && entry.status !== 'agreed') return false;
  // Praise of oneself weighs nothing until agreed.
  return !(entry.sign === '+' && entry.data.about === entry.fact.party && entry.status !== 'agreed');
}

function rawWeight(entry: Entry, asOf: number, parameters: FactorSetParameters): number {
  const reviewed =
    entry.disputedSince !== null && asOf - entry.disputedSince > parameters.disputeReviewDays ? 'asserted' : 'disputed';
  const standing = entry.remedied ? 'remedied' : entry.status === 'disputed' ? reviewed : entry.status;
  return (
    parameters.severity[entry.severity] *
    parameters.corroboration[standing] *
    freshness(asOf - entry.day, parameters.eventHalfLifeDays)
  );
}

/** Reading 12: whether a declaration in effect keeps the factor out on that day. */
export function isApplicable(code: number, entries: readonly Entry[], asOf: number): boolean {
  const declared = entries.filter((entry) => entry.factor === code && entry.status === 'agreed' && entry.day <= asOf);
  return !declared.some(
    (entry, index) =>
      entry.fact.kind === 'factor.not-applicable' &&
      (typeof entry.data.until !== 'string' || asOf <= lastDayOf(entry.data.until)) &&
      !declared.slice(index + 1).some((later) => later.fact.kind === 'factor.applicable'),
  );
}

/** One factor from the entries given, which are in order, not voided, and none later than `asOf`. */
export function valueFactor(
  code: number,
  entries: readonly Entry[],
  parties: readonly string[],
  asOf: number,
  parameters: FactorSetParameters,
): FactorValue {
  const { ratings, gap, jointRating } = joint(code, entries, parties, parameters);
  const weighed = weighEvents(code, entries, asOf, parameters);
  const total = (sign: string) => sum(weighed.filter(({ entry }) => entry.sign === sign).map(({ weight }) => weight));
  const [positive, negative] = [total('+'), total('-')];
  const events = positive + negative;
  const enough = nine(events) >= nine(parameters.eventsOnlyMinWeight);

  const rated = jointRating !== null;
  const ages = ratings.map((rating) => asOf - rating.at.day);
  const K = rated
    ? sum(ages.map((age) => parameters.assessmentWeight * freshness(age, parameters.assessmentHalfLifeDays))) // rule 5
    : parameters.eventsOnlyPriorWeight; // rule 8
  const A = rated ? jointRating : parameters.eventsOnlyPriorMean;
  const formula = (K * A + 100 * positive) / (K + events); // rule 7

  const stale = rated && ages.every((age) => age > parameters.staleAfterDays) && !enough; // rule 9
  const everyone = ratings.length === parties.length ? 'bilateral' : 'unilateral'; // reading 15
  const status = rated ? (stale ? 'stale' : everyone) : enough ? 'events-only' : 'missing';
  const known = { missing: 0, stale: 0, 'events-only': events, bilateral: K + events, unilateral: K + events }[status];
  return {
    status,
    score: status === 'missing' ? null : formula,
    jointRating: status === 'missing' ? null : A,
    assessmentWeight: status === 'missing' ? 0 : K,
    positive,
    negative,
    gap,
    confidence: parties.length === 0 ? 0 : Math.min(1, known / (parameters.assessmentWeight * parties.length)), // rule 13
    ratings,
    formula,
  };
}
