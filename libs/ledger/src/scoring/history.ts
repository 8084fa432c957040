import { factorSetName, type FactorSet } from '../catalogue/factor-set';
import { formatDay, parseEffective } from './days';
import type { Fact } from './fact';
import { factorSetInForce } from './factor-sets';
import {
  KnowledgeByDay,
  dayParameter,
  knownAtParameter,
  readingAt,
  showKnownAt,
  type KnowledgeOptions,
} from './knowledge';
import { pointDays, type Period } from './periods';
import type { Reading } from './reading';
import { fourDecimals, fourDecimalsOrNull } from './rounding';
import { chosenFactorSet } from './score';
import { Standing } from './standing';

export interface HistoryOptions extends KnowledgeOptions {
  readonly relationship: string;
  /** Absent: the start of the relationship. */
  readonly from?: number | string | null;
  readonly to: number | string;
  /** Absent: month. */
  readonly every?: Period;
  /** Each point as it was known at the end of its own day; `knownAt` is not read then. */
  readonly asKnown?: boolean;
}

/** What `score` gives for that date, rounded. */
export interface HistoryPoint {
  readonly asOf: string;
  readonly score: number | null;
  readonly low: number;
  readonly high: number;
  readonly coverage: number;
  readonly confidence: number;
  readonly alignment: number | null;
  readonly level: string | null;
  readonly factorSet: string;
}

export interface History {
  readonly relationship: string;
  readonly knownAt: string | null;
  /** As reported: each date under the version then in force. */
  readonly points: readonly HistoryPoint[];
  /** The same dates under one version: that in force at `to`, or the one asked for. */
  readonly restated: { readonly factorSet: string; readonly points: readonly HistoryPoint[] };
}

/**
 * The course of a relationship (interfaces.md, `history`). One reading and one standing per factor set are carried
 * through all points.
 *
 * @throws Problem `invalid-parameter`
 */
export function history(facts: readonly Fact[], options: HistoryOptions): History {
  const knownAt = options.asKnown === true ? null : knownAtParameter(options.knownAt);
  const to = dayParameter(options.to, 'to');
  const knowledge = options.asKnown === true ? new KnowledgeByDay(facts, options.clock) : null;
  const reading = knowledge?.reading ?? readingAt(facts, knownAt, options.clock);
  const from = startDay(options, knowledge === null ? reading : readingAt(facts, null), to);
  const days = pointDays(from, to, options.every ?? 'month');
  const restatedSet = chosenFactorSet(facts, options.factorSet) ?? factorSetAtEnd(facts, options, reading, to);
  const standings = new StandingByFactorSet(reading);
  const points: HistoryPoint[] = [];
  const restated: HistoryPoint[] = [];
  for (const day of days) {
    knowledge?.learnUntil(day);
    const reported = factorSetInForce(reading, day);
    const point = standings.point(reported, day);
    points.push(point);
    restated.push(reported === restatedSet ? point : standings.point(restatedSet, day));
  }
  return {
    relationship: options.relationship,
    knownAt: showKnownAt(knownAt),
    points,
    restated: { factorSet: factorSetName(restatedSet), points: restated },
  };
}

/** The points of some days, the earliest first, each under the factor set in force then. */
export function pointsOn(reading: Reading, days: readonly number[]): HistoryPoint[] {
  const standings = new StandingByFactorSet(reading);
  return days.map((day) => standings.point(factorSetInForce(reading, day), day));
}

/** One standing per factor set, all over the same reading. */
class StandingByFactorSet {
  private readonly standings = new Map<FactorSet, Standing>();

  constructor(private readonly reading: Reading) {}

  point(set: FactorSet, day: number): HistoryPoint {
    const standing = this.standings.get(set) ?? new Standing(this.reading, set);
    this.standings.set(set, standing);
    const { overall } = standing.at(day);
    return {
      asOf: formatDay(day),
      score: fourDecimalsOrNull(overall.score),
      low: fourDecimals(overall.low),
      high: fourDecimals(overall.high),
      coverage: fourDecimals(overall.coverage),
      confidence: fourDecimals(overall.confidence),
      alignment: fourDecimalsOrNull(overall.alignment),
      level: overall.level,
      factorSet: factorSetName(set),
    };
  }
}

function factorSetAtEnd(facts: readonly Fact[], options: HistoryOptions, reading: Reading, to: number): FactorSet {
  const atEnd = options.asKnown === true ? new KnowledgeByDay(facts, options.clock).learnUntil(to) : reading;
  return factorSetInForce(atEnd, to);
}

function startDay(options: HistoryOptions, reading: Reading, to: number): number {
  if (options.from !== undefined && options.from !== null) return dayParameter(options.from, 'from');
  return Math.min(relationshipStart(reading) ?? to, to);
}

/**
 * The start of a relationship: that which `relationship.established` names, otherwise the first effective day; null
 * where nothing is known.
 */
export function relationshipStart(reading: Reading): number | null {
  let first: number | null = null;
  for (const entry of reading.entries) {
    if (entry.fact.kind === 'relationship.established' && entry.status !== 'voided') {
      const start = entry.data['start'];
      const date = typeof start === 'string' ? parseEffective(start) : null;
      if (date !== null) return date.firstDay;
    }
    first = Math.min(first ?? entry.day, entry.day);
  }
  return first;
}
