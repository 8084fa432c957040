import { factorSetName, type FactorSet } from '../catalogue/factor-set';
import { Problem } from '../problems';
import { dayOf, endOfDay, formatDay } from './days';
import type { EntryReading } from './entry-reading';
import type { Fact } from './fact';
import { factorSetInForce } from './factor-sets';
import {
  KnowledgeByDay,
  dayParameter,
  inRecordedOrder,
  knownAtParameter,
  readingAt,
  recordedTime,
  type KnowledgeOptions,
} from './knowledge';
import { Ratings } from './ratings';
import type { Reading } from './reading';
import { chosenFactorSet } from './score';
import { Standing, type Standings } from './standing';
import { Substitution } from './substitution';

export interface DifferenceOptions extends KnowledgeOptions {
  readonly from: number | string;
  readonly to: number | string;
  /** Each end as it was known at the end of its own day; `knownAt` is not read then. */
  readonly asKnown?: boolean;
}

/** What one factor counted at both ends contributes to the change of M; the four causes sum to the contribution. */
export interface FactorDifference {
  readonly code: number;
  readonly contribution: number;
  readonly ratings: number;
  readonly events: number;
  readonly corrections: number;
  readonly time: number;
}

/** What `diff --json` prints, unrounded: contributions, coverage effect and method effect sum to the change. */
export interface Difference {
  readonly from: { readonly asOf: string; readonly score: number | null };
  readonly to: { readonly asOf: string; readonly score: number | null };
  /** Null, as both effects, where either end has no headline. */
  readonly change: number | null;
  readonly factors: readonly FactorDifference[];
  readonly coverageEffect: number | null;
  readonly methodEffect: number | null;
}

/** A day, and what is known of it. */
interface Moment {
  readonly day: number;
  readonly reading: Reading;
}

/** From one moment to another under one factor set. */
interface Stretch {
  readonly from: Moment;
  readonly to: Moment;
  readonly set: FactorSet;
}

/**
 * The change of M between two dates, split into its causes.
 *
 * @throws Problem `invalid-parameter`
 */
export function difference(ledger: readonly Fact[], options: DifferenceOptions): Difference {
  // Nothing is rounded here: the same entries must add up in the same order, in whatever order a file brought them.
  const facts = inRecordedOrder(ledger);
  const [fromDay, toDay] = [dayParameter(options.from, 'from'), dayParameter(options.to, 'to')];
  if (toDay < fromDay) throw new Problem('invalid-parameter', 'to lies before from', 'to');
  const chosen = chosenFactorSet(facts, options.factorSet);
  const momentOn = moments(facts, options);
  const [from, to] = [momentOn(fromDay), momentOn(toDay)];
  const [first, last] = [from, to].map((moment) => {
    const set = chosen ?? factorSetInForce(moment.reading, moment.day);
    return new Standing(moment.reading, set).at(moment.day).overall.score;
  });
  const ends = {
    from: { asOf: formatDay(fromDay), score: first ?? null },
    to: { asOf: formatDay(toDay), score: last ?? null },
  };
  if (typeof first !== 'number' || typeof last !== 'number') {
    return { ...ends, change: null, factors: [], coverageEffect: null, methodEffect: null };
  }
  const parts = new Map<number, FactorDifference>();
  let coverageEffect = 0;
  let methodEffect = 0;
  let before: Standings | null = null;
  for (const stretch of chosen === null ? stretches(facts, options, from, to, momentOn) : [{ from, to, set: chosen }]) {
    const start = new Standing(stretch.from.reading, stretch.set).at(stretch.from.day);
    const end = new Standing(stretch.to.reading, stretch.set).at(stretch.to.day);
    // On the change date both versions have their say: M(t, new) - M(t, old).
    if (before !== null) methodEffect += viewOf(start) - viewOf(before);
    coverageEffect += split(stretch, start, end, options.asKnown === true, parts);
    before = end;
  }
  return { ...ends, change: last - first, factors: [...parts.values()], coverageEffect, methodEffect };
}

/** M; where a version has no current factor on a change date, nothing. */
function viewOf(standings: Standings): number {
  return standings.overall.view ?? 0;
}

/** What was known of a day: the same of every day, or what was known at its end. */
function moments(facts: readonly Fact[], options: DifferenceOptions): (day: number) => Moment {
  if (options.asKnown === true) {
    return (day) => ({ day, reading: readingAt(facts, endOfDay(day), options.clock) });
  }
  const reading = readingAt(facts, knownAtParameter(options.knownAt), options.clock);
  return (day) => ({ day, reading });
}

/** The stretches of one version each, in the order of time. */
function* stretches(
  facts: readonly Fact[],
  options: DifferenceOptions,
  from: Moment,
  to: Moment,
  momentOn: (day: number) => Moment,
): Generator<Stretch> {
  const knowledge = options.asKnown === true ? new KnowledgeByDay(facts, options.clock) : null;
  let set = factorSetInForce(from.reading, from.day);
  let start = from;
  for (const day of changeDays(facts, options, from.day, to)) {
    const next = factorSetInForce(knowledge?.learnUntil(day) ?? to.reading, day);
    if (factorSetName(next) === factorSetName(set)) continue;
    const change = momentOn(day);
    yield { from: start, to: change, set };
    start = change;
    set = next;
  }
  yield { from: start, to, set };
}

/** Days after `from` on which the version in force can change: something took effect, or was learned, on them. */
function changeDays(facts: readonly Fact[], options: DifferenceOptions, from: number, to: Moment): readonly number[] {
  const days = new Set<number>([to.day]);
  if (!facts.some((fact) => fact.kind === 'factorset.agreed')) return [];
  for (const { day, agreedSinceDay } of to.reading.factorSetEntries) {
    days.add(day);
    if (agreedSinceDay !== null) days.add(agreedSinceDay);
  }
  if (options.asKnown === true) for (const fact of facts) days.add(dayOf(recordedTime(fact, options.clock)));
  return [...days].filter((day) => day > from && day <= to.day).sort((a, b) => a - b);
}

/**
 * Adds to `parts` what each factor counted at both ends of a stretch contributes, and gives the rest, the coverage
 * effect. Within a factor time, ratings, events and corrections are substituted in this order: the entries of the start
 * grow older; ratings, then events that have taken effect since are added, as known at the end; at last everything is
 * read as it is known at the end, entries logged late included.
 */
function split(
  { from, to, set }: Stretch,
  start: Standings,
  end: Standings,
  asKnown: boolean,
  parts: Map<number, FactorDifference>,
): number {
  const both = start.factors.flatMap(({ factor }, place) => {
    const counted = start.overall.counted[place] === true && end.overall.counted[place] === true;
    return counted ? [{ factor, change: (end.factors[place]?.score ?? 0) - (start.factors[place]?.score ?? 0) }] : [];
  });
  const weight = both.reduce((sum, { factor }) => sum + factor.weight, 0);
  const steps = substitutions(from, to, set, asKnown);
  let rest = viewOf(end) - viewOf(start);
  for (const { factor, change } of both) {
    const share = factor.weight / weight;
    const [began, aged, rated, happened, corrected] = steps.map((step) => step.value(factor.code));
    const known = parts.get(factor.code);
    const contribution = share * change;
    parts.set(factor.code, {
      code: factor.code,
      contribution: (known?.contribution ?? 0) + contribution,
      ratings: (known?.ratings ?? 0) + share * stepChange(aged, rated),
      events: (known?.events ?? 0) + share * stepChange(rated, happened),
      corrections: (known?.corrections ?? 0) + share * stepChange(happened, corrected),
      time: (known?.time ?? 0) + share * stepChange(began, aged),
    });
    rest -= contribution;
  }
  return rest;
}

function stepChange(before = 0, after = 0): number {
  return after - before;
}

function substitutions(from: Moment, to: Moment, set: FactorSet, asKnown: boolean): readonly Substitution[] {
  const visible = from.reading.entries.filter((entry) => entry.day <= from.day);
  const seen = new Set(visible.map((entry) => entry.fact.id));
  const arrived = to.reading.entries.filter(
    (entry) => entry.day > from.day && entry.day <= to.day && !seen.has(entry.fact.id),
  );
  const isRating = (entry: EntryReading): boolean => Ratings.isRating(entry);
  const partiesBefore = from.reading.parties(from.day);
  const parties = to.reading.parties(to.day);
  const happened = new Substitution([...visible, ...arrived], parties, to.day, set);
  return [
    new Substitution(visible, partiesBefore, from.day, set),
    new Substitution(visible, partiesBefore, to.day, set),
    new Substitution([...visible, ...arrived.filter(isRating)], parties, to.day, set),
    happened,
    // With the same knowledge at both ends nothing is left to correct.
    asKnown
      ? new Substitution(
          to.reading.entries.filter((entry) => entry.day <= to.day),
          parties,
          to.day,
          set,
        )
      : happened,
  ];
}
