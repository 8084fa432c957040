import { factorSetName, type FactorSet } from '../catalogue/factor-set';
import { Problem } from '../problems';
import { formatDay, parseEffective } from './days';
import type { Fact } from './fact';
import type { Factor, FactorStatus } from './factor-score';
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
  /** Also the course of this factor, or of all of them. */
  readonly factor?: number | 'all' | null;
}

/** What `score` gives for the factor on that date, rounded. */
export interface FactorPoint {
  readonly asOf: string;
  readonly score: number | null;
  readonly status: FactorStatus;
}

/** The course of one factor; a date whose factor set has no such factor is left out. */
export interface FactorCourse {
  readonly code: number;
  readonly name: string;
  readonly points: readonly FactorPoint[];
  readonly restated: readonly FactorPoint[];
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
  /** Absent where no factor was asked for. */
  readonly factors?: readonly FactorCourse[];
}

/** What one date comes to under one factor set. */
interface Step {
  readonly point: HistoryPoint;
  /** Of the factors asked for. */
  readonly factors: readonly { readonly factor: Factor; readonly point: FactorPoint }[];
}

/**
 * The course of a relationship (interfaces.md, `history`). One reading and one standing per factor set are carried
 * through all points.
 *
 * @throws Problem `invalid-parameter`; `unknown-factor` where none of the factor sets has it
 */
export function history(facts: readonly Fact[], options: HistoryOptions): History {
  const knownAt = options.asKnown === true ? null : knownAtParameter(options.knownAt);
  const to = dayParameter(options.to, 'to');
  const knowledge = options.asKnown === true ? new KnowledgeByDay(facts, options.clock) : null;
  const reading = knowledge?.reading ?? readingAt(facts, knownAt, options.clock);
  const from = startDay(options, knowledge === null ? reading : readingAt(facts, null), to);
  const restatedSet = chosenFactorSet(facts, options.factorSet) ?? factorSetAtEnd(facts, options, reading, to);
  const factor = options.factor ?? null;
  const courses = factor === 'all' ? restatedSet.factors.length : 1;
  const days = pointDays(from, to, options.every ?? 'month', courses);
  const standings = new StandingByFactorSet(reading, factor);
  const reported: Step[] = [];
  const restated: Step[] = [];
  for (const day of days) {
    knowledge?.learnUntil(day);
    const set = factorSetInForce(reading, day);
    const step = standings.step(set, day);
    reported.push(step);
    restated.push(set === restatedSet ? step : standings.step(restatedSet, day));
  }
  return {
    relationship: options.relationship,
    knownAt: showKnownAt(knownAt),
    points: reported.map(({ point }) => point),
    restated: { factorSet: factorSetName(restatedSet), points: restated.map(({ point }) => point) },
    ...(factor === null ? {} : { factors: factorCourses(factor, reported, restated) }),
  };
}

/** The courses of the factors asked for, by code. */
function factorCourses(
  asked: number | 'all',
  reported: readonly Step[],
  restated: readonly Step[],
): readonly FactorCourse[] {
  const named = new Map<number, string>();
  for (const { factors } of [...reported, ...restated]) {
    for (const { factor } of factors) named.set(factor.code, factor.name);
  }
  if (asked !== 'all' && !named.has(asked)) {
    throw new Problem('unknown-factor', `No factor set of these dates has a factor ${asked}.`, 'factor');
  }
  const pointsOf = (steps: readonly Step[], code: number): FactorPoint[] =>
    steps.flatMap(({ factors }) => factors.find(({ factor }) => factor.code === code)?.point ?? []);
  return [...named]
    .sort(([a], [b]) => a - b)
    .map(([code, name]) => ({ code, name, points: pointsOf(reported, code), restated: pointsOf(restated, code) }));
}

/** The points of some days, the earliest first, each under the factor set in force then. */
export function pointsOn(reading: Reading, days: readonly number[]): HistoryPoint[] {
  const standings = new StandingByFactorSet(reading);
  return days.map((day) => standings.step(factorSetInForce(reading, day), day).point);
}

/** One standing per factor set, all over the same reading. */
class StandingByFactorSet {
  private readonly standings = new Map<FactorSet, Standing>();

  constructor(
    private readonly reading: Reading,
    private readonly factor: number | 'all' | null = null,
  ) {}

  step(set: FactorSet, day: number): Step {
    const standing = this.standings.get(set) ?? new Standing(this.reading, set);
    this.standings.set(set, standing);
    const { overall, factors } = standing.at(day);
    const asOf = formatDay(day);
    const point = {
      asOf,
      score: fourDecimalsOrNull(overall.score),
      low: fourDecimals(overall.low),
      high: fourDecimals(overall.high),
      coverage: fourDecimals(overall.coverage),
      confidence: fourDecimals(overall.confidence),
      alignment: fourDecimalsOrNull(overall.alignment),
      level: overall.level,
      factorSet: factorSetName(set),
    };
    const asked = factors.filter(({ factor }) => this.factor === 'all' || factor.code === this.factor);
    return {
      point,
      factors: asked.map(({ factor, score, status }) => ({
        factor,
        point: { asOf, score: fourDecimalsOrNull(score), status },
      })),
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
