import { factorSetName, type FactorSet } from './catalogue/factor-set';
import { knownIn } from './known-at';
import { dayParameter, type Clocks } from './parameters';
import type { RegisterDates } from './register';
import { factsIn } from './score/score.queries';
import { dayOf, parseDay } from './scoring/days';
import type { Fact } from './scoring/fact';
import type { FactorScore } from './scoring/factor-score';
import { factorSetInForce } from './scoring/factor-sets';
import { recordedTime, showKnownAt } from './scoring/knowledge';
import type { Reading } from './scoring/reading';
import { Standing, type Standings } from './scoring/standing';
import type { Views } from './views';

/** What every answer that rests on the score says of its question. */
export interface ScoredDates extends RegisterDates {
  /** The version of the method in force. */
  readonly factorSet: string;
}

/** Where a relationship stands at both clocks, unrounded, and what that is made of. */
export interface Scored {
  readonly dates: ScoredDates;
  /** The day of the effective clock. */
  readonly day: number;
  readonly facts: readonly Fact[];
  /** Those that the recorded clock lets through. */
  readonly known: readonly Fact[];
  readonly reading: Reading;
  readonly parties: readonly string[];
  readonly set: FactorSet;
  readonly standing: Standing;
  readonly standings: Standings;
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function scoredIn(views: Views, relationship: string, clocks: Clocks, now: number): Promise<Scored> {
  const asOf = dayParameter(clocks.asOf, 'asOf', now);
  const day = parseDay(asOf) ?? dayOf(now);
  const facts = await factsIn(views, relationship);
  const { reading, knownAt, clock } = knownIn(facts, clocks);
  const known = knownAt === null ? facts : facts.filter((fact) => recordedTime(fact, clock) <= knownAt);
  const set = factorSetInForce(reading, day);
  const standing = new Standing(reading, set);
  return {
    dates: { relationship, asOf, knownAt: showKnownAt(knownAt), factorSet: factorSetName(set) },
    ...{ day, facts, known, reading, parties: reading.parties(day), set },
    ...{ standing, standings: standing.at(day) },
  };
}

/**
 * Ids of what a factor's numbers rest on: its ratings, then the events that weigh anything.
 *
 * @param standing on the day of these numbers, for which it was asked last
 */
export function entriesBehind({ factor, side }: FactorScore, standing: Standing): string[] {
  const ratings = (side?.latest ?? []).flatMap(({ rating }) => rating.entries);
  const events = [...standing.termsOf(factor.code)].flatMap(({ term, scale }) =>
    term.weight * scale > 0 ? term.entry.fact.id : [],
  );
  return [...new Set([...ratings, ...events])];
}
