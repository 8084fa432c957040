import {
  choiceParameter,
  clockParameter,
  dayParameter,
  knownAtParameter,
  factorParameter,
  numberParameter,
  type Clocks,
} from '../parameters';
import { independentRatings, type IndependentRating } from '../assurance/independent-ratings';
import { knownIn } from '../known-at';
import { Problem } from '../problems';
import { dayOf, parseDay } from '../scoring/days';
import { difference, type Difference } from '../scoring/difference';
import { explain, type Explanation } from '../scoring/explain';
import type { Fact } from '../scoring/fact';
import { history, type History } from '../scoring/history';
import { recordedTime, showKnownAt } from '../scoring/knowledge';
import { PERIODS } from '../scoring/periods';
import { replay, type ReplayStep } from '../scoring/replay';
import type { Reading } from '../scoring/reading';
import { heldBack, type HeldBack } from '../scoring/held-back';
import { showScore, standingsAt, type Score } from '../scoring/score';
import type { Views } from '../views';
import { remembered } from './remembered';

/** Steps of a page of the replay, at most and where no limit is given: most ledgers are one page. */
export const MAX_REPLAY_STEPS = 10_000;

export interface ScoreParameters extends Clocks {
  /** Name of the factor set; absent: the one in force. */
  readonly factorSet?: string;
}

export interface HistoryParameters {
  readonly from?: string;
  readonly to?: string;
  readonly every?: string;
  readonly knownAt?: string;
  /** Each point as it was known at the end of its own day. */
  readonly asKnown?: boolean;
  readonly factorSet?: string;
  readonly clock?: string;
  /** Also the course of this factor: its code, or `all`. */
  readonly factor?: string;
}

export interface DifferenceParameters {
  readonly from?: string;
  readonly to?: string;
  readonly knownAt?: string;
  /** Each end as it was known at the end of its own day. */
  readonly asKnown?: boolean;
  readonly factorSet?: string;
  readonly clock?: string;
}

export interface ReplayParameters extends Clocks {
  /** The last revision. */
  readonly until?: string;
  /** Cursor: `next` of the page before. */
  readonly after?: string;
  readonly limit?: string;
}

export interface Replay {
  readonly relationship: string;
  /** Null: no effective date is too late. */
  readonly asOf: string | null;
  readonly knownAt: string | null;
  readonly steps: readonly ReplayStep[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

/** A score, and what is to be said of the record that it was made from. */
export interface ScoreOnRecord extends Score {
  /** Null where nothing holds the level back. */
  readonly heldBack: HeldBack | null;
  /** What others than the parties say of the factors; it counts in no number here. */
  readonly independent: readonly IndependentRating[];
}

/** Every term of a factor's score, and what others than the parties say of it. */
export interface ExplanationOnRecord extends Explanation {
  /** It counts in no term. */
  readonly independent: readonly IndependentRating[];
}

/** All facts of a relationship. @throws Problem `relationship-not-found` */
export async function factsIn(views: Views, relationship: string): Promise<readonly Fact[]> {
  const facts = await views.facts(relationship);
  if (facts === null) throw new Problem('relationship-not-found', `there is no relationship "${relationship}"`);
  return facts;
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function scoreOf(
  views: Views,
  relationship: string,
  parameters: ScoreParameters,
  now: number,
): Promise<ScoreOnRecord> {
  const facts = await factsIn(views, relationship);
  const asked = {
    relationship,
    asOf: dayParameter(parameters.asOf, 'asOf', now),
    knownAt: knownAtParameter(parameters.knownAt),
    clock: clockParameter(parameters.clock),
    factorSet: parameters.factorSet ?? null,
  };
  return remembered(facts, 'score', asked, () => {
    const { knownAt, clock } = asked;
    const known = knownAt === null ? facts : facts.filter((fact) => recordedTime(fact, clock) <= knownAt);
    const day = parseDay(asked.asOf) ?? dayOf(now);
    const readingOf = (): Reading => knownIn(facts, parameters).reading;
    const { asOf, set, standings } = standingsAt(facts, asked);
    return {
      ...showScore(standings, set, { relationship, asOf, knownAt }),
      heldBack: heldBack(standings, set),
      independent: independentRatings(known, readingOf, day),
    };
  });
}

/** @throws Problem `relationship-not-found`, `invalid-parameter`, `unknown-factor` */
export async function historyOf(
  views: Views,
  relationship: string,
  parameters: HistoryParameters,
  now: number,
): Promise<History> {
  refuseBothClocks(parameters);
  const facts = await factsIn(views, relationship);
  const asked = {
    relationship,
    from: parameters.from === undefined ? null : dayParameter(parameters.from, 'from', now),
    to: dayParameter(parameters.to, 'to', now),
    every: choiceParameter(parameters.every, 'every', PERIODS) ?? 'month',
    knownAt: knownAtParameter(parameters.knownAt),
    asKnown: parameters.asKnown ?? false,
    clock: clockParameter(parameters.clock),
    factorSet: parameters.factorSet ?? null,
    factor: parameters.factor === 'all' ? ('all' as const) : (factorParameter(parameters.factor) ?? null),
  };
  return remembered(
    facts,
    'history',
    asked,
    () => history(facts, asked),
    ({ points, factors = [] }) => points.length * (1 + factors.length),
  );
}

/** @throws Problem `relationship-not-found`, `invalid-parameter`, `unknown-factor` */
export async function explanationOf(
  views: Views,
  relationship: string,
  parameters: ScoreParameters & { readonly factor?: string },
  now: number,
): Promise<ExplanationOnRecord> {
  const factor = factorParameter(parameters.factor);
  if (factor === undefined) throw new Problem('invalid-parameter', 'factor: expected the code of a factor', 'factor');
  const facts = await factsIn(views, relationship);
  const asOf = dayParameter(parameters.asOf, 'asOf', now);
  const readingOf = (): Reading => knownIn(facts, parameters).reading;
  const independent = independentRatings(facts, readingOf, parseDay(asOf) ?? dayOf(now));
  return {
    ...explain(facts, {
      relationship,
      factor,
      asOf,
      knownAt: knownAtParameter(parameters.knownAt),
      clock: clockParameter(parameters.clock),
      factorSet: parameters.factorSet ?? null,
    }),
    independent: independent.filter((rating) => rating.factor === factor),
  };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function differenceOf(
  views: Views,
  relationship: string,
  parameters: DifferenceParameters,
  now: number,
): Promise<Difference> {
  refuseBothClocks(parameters);
  for (const name of ['from', 'to'] as const) {
    if (parameters[name] === undefined)
      throw new Problem('invalid-parameter', `${name}: expected a date that exists, as YYYY-MM-DD`, name);
  }
  return difference(await factsIn(views, relationship), {
    from: dayParameter(parameters.from, 'from', now),
    to: dayParameter(parameters.to, 'to', now),
    knownAt: knownAtParameter(parameters.knownAt),
    asKnown: parameters.asKnown ?? false,
    clock: clockParameter(parameters.clock),
    factorSet: parameters.factorSet ?? null,
  });
}

/**
 * The history entry by entry, of those that a trail of the same dates shows: all of it where no limit is given.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function replayOf(
  views: Views,
  relationship: string,
  parameters: ReplayParameters,
  now: number,
): Promise<Replay> {
  const until = numberParameter(parameters.until, 'until', Number.MAX_SAFE_INTEGER) ?? Infinity;
  const after = numberParameter(parameters.after, 'after', Number.MAX_SAFE_INTEGER) ?? -1;
  const limit = numberParameter(parameters.limit, 'limit', MAX_REPLAY_STEPS) ?? Infinity;
  if (limit === 0) throw new Problem('invalid-parameter', `limit: expected 1 to ${MAX_REPLAY_STEPS}`, 'limit');
  const asOf = parameters.asOf === undefined ? null : parseDay(dayParameter(parameters.asOf, 'asOf', now));
  const knownAt = knownAtParameter(parameters.knownAt);
  const clock = clockParameter(parameters.clock);
  const facts = await factsIn(views, relationship);
  const known = facts.filter(
    (fact) => fact.revision <= until && (knownAt === null || recordedTime(fact, clock) <= knownAt),
  );
  const dates = { relationship, asOf: parameters.asOf ?? null, knownAt: showKnownAt(knownAt) };
  const steps: ReplayStep[] = [];
  for (const step of replay(known, { asOf, after })) {
    if (steps.length === limit) return { ...dates, steps, next: String(steps.at(-1)?.revision) };
    steps.push(step);
  }
  return { ...dates, steps, next: null };
}

/** The same a page at a time: as much of it as a page may hold where no limit is given. */
export function replayPageOf(
  views: Views,
  relationship: string,
  parameters: ReplayParameters,
  now: number,
): Promise<Replay> {
  return replayOf(views, relationship, { limit: String(MAX_REPLAY_STEPS), ...parameters }, now);
}

function refuseBothClocks({ knownAt, asKnown }: { readonly knownAt?: string; readonly asKnown?: boolean }): void {
  if (knownAt !== undefined && asKnown === true) {
    throw new Problem('invalid-parameter', 'knownAt: give it or asKnown, not both', 'knownAt');
  }
}
