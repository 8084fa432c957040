import { factorSetName, type Fact, type FactorSet } from '@app/ledger';
import {
  dayOf,
  endOfDay,
  inOrder,
  lastDayOf,
  parseDay,
  readFacts,
  type Clock,
  type Entry,
  type Reading,
} from './entries';
import { valueFactor } from './factor';
import { valueAll, visibleOn } from './oracle';

/** The change of M between two dates split by literal substitution, unrounded (interfaces.md, `diff`). */

export interface Parts {
  time: number;
  ratings: number;
  events: number;
  corrections: number;
}
export interface OracleDifference {
  readonly from: { readonly asOf: string; readonly score: number | null };
  readonly to: { readonly asOf: string; readonly score: number | null };
  readonly change: number | null;
  readonly factors: readonly ({ readonly code: number; readonly contribution: number } & Parts)[];
  readonly coverageEffect: number | null;
  readonly methodEffect: number | null;
}

export interface DifferenceQuestion {
  readonly from: string;
  readonly to: string;
  readonly knownAt: number | null;
  /** Each date as it was known at the end of its own day. */
  readonly asKnown: boolean;
  readonly clock: Clock;
}

interface Moment {
  readonly day: number;
  readonly reading: Reading;
}

const isRating = (entry: Entry) => entry.fact.kind.startsWith('rating.');

/** One factor from one moment to the next: time, ratings, events and corrections are substituted in this order. */
function split(code: number, one: Moment, other: Moment, set: FactorSet, share: number): Parts {
  const before = visibleOn(one.reading, one.day);
  const seen = new Set(one.reading.entries.filter((entry) => entry.day <= one.day).map((entry) => entry.fact.id));
  const arrived = visibleOn(other.reading, other.day).filter(
    (entry) => !seen.has(entry.fact.id) && entry.day > one.day,
  );
  const value = (entries: readonly Entry[], partiesAt: Moment, day: number) =>
    valueFactor(code, entries.toSorted(inOrder), partiesAt.reading.partiesOn(partiesAt.day), day, set.parameters)
      .formula;
  const ratingsToo = [...before, ...arrived.filter(isRating)];
  const steps = [
    value(before, one, one.day),
    value(before, one, other.day),
    value(ratingsToo, other, other.day),
    value([...before, ...arrived], other, other.day),
    value(visibleOn(other.reading, other.day), other, other.day),
  ] as const;
  return {
    time: share * (steps[1] - steps[0]),
    ratings: share * (steps[2] - steps[1]),
    events: share * (steps[3] - steps[2]),
    corrections: share * (steps[4] - steps[3]),
  };
}

export function oracleDifference(facts: readonly Fact[], question: DifferenceQuestion): OracleDifference {
  const momentOf = (day: number): Moment => ({
    day,
    reading: readFacts(facts, question.asKnown ? endOfDay(day) : question.knownAt, question.clock),
  });
  const [first, last] = [parseDay(question.from), parseDay(question.to)];
  const scoreAt = (moment: Moment) => {
    const { M, reason } = valueAll(moment.reading, moment.day, moment.reading.inForceOn(moment.day));
    return reason === null ? M : null;
  };
  const [from, to] = [scoreAt(momentOf(first)), scoreAt(momentOf(last))];
  const ends = { from: { asOf: question.from, score: from }, to: { asOf: question.to, score: to } };
  if (from === null || to === null)
    return { ...ends, change: null, factors: [], coverageEffect: null, methodEffect: null };

  // The version can change only on a day on which something took effect or was recorded.
  // Days that a correction has replaced since were believed in at their time.
  const days = new Set(
    facts
      .flatMap((fact) => [
        dayOf(fact.recorded),
        dayOf(fact.ledgerRecorded),
        ...[fact.effective, fact.data.effective].flatMap((date) => (typeof date === 'string' ? lastDayOf(date) : [])),
      ])
      .filter((day) => day > first && day < last),
  );
  const stops = [first, ...[...days].sort((one, other) => one - other), last].map(momentOf);
  const factors = new Map<number, Parts>();
  let [coverageEffect, methodEffect] = [0, 0];
  let start = stops[0] as Moment;
  let set = start.reading.inForceOn(start.day);

  const close = (end: Moment) => {
    const [old, recent] = [valueAll(start.reading, start.day, set), valueAll(end.reading, end.day, set)];
    const both = old.factors.filter(
      ({ code, counted }) => counted && recent.factors.some((factor) => factor.code === code && factor.counted),
    );
    const weight = both.reduce((total, factor) => total + factor.weight, 0);
    let explained = 0;
    for (const factor of both) {
      const parts = split(factor.code, start, end, set, factor.weight / weight);
      const sum = factors.get(factor.code) ?? { time: 0, ratings: 0, events: 0, corrections: 0 };
      for (const key of ['time', 'ratings', 'events', 'corrections'] as const) {
        sum[key] += parts[key];
        explained += parts[key];
      }
      factors.set(factor.code, sum);
    }
    coverageEffect += (recent.M ?? 0) - (old.M ?? 0) - explained;
  };
  for (const stop of stops.slice(1)) {
    const inForce = stop.reading.inForceOn(stop.day);
    if (factorSetName(inForce) === factorSetName(set)) continue;
    close(stop);
    methodEffect += (valueAll(stop.reading, stop.day, inForce).M ?? 0) - (valueAll(stop.reading, stop.day, set).M ?? 0);
    [start, set] = [stop, inForce];
  }
  close(stops.at(-1) as Moment);

  return {
    ...ends,
    change: to - from,
    factors: [...factors].map(([code, parts]) => ({
      code,
      contribution: parts.time + parts.ratings + parts.events + parts.corrections,
      ...parts,
    })),
    coverageEffect,
    methodEffect,
  };
}
