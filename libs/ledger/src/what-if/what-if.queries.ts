import type { Severity, Sign } from '../catalogue/catalogue';
import { SEVERITIES } from '../catalogue/catalogue';
import type { FactorSet } from '../catalogue/factor-set';
import { notNow } from '../entry/rules';
import type { Clocks } from '../parameters';
import { Problem } from '../problems';
import { entriesById } from '../register';
import { isPast, roundSituation } from '../rounds/rounds';
import { factsIn } from '../score/score.queries';
import { entriesBehind, scoredIn, type Scored, type ScoredDates } from '../scored';
import type { Fact } from '../scoring/fact';
import { heldBack, type HeldBack } from '../scoring/held-back';
import { readingAt } from '../scoring/knowledge';
import { changeOfView, outcomeOf, type Outcome } from '../scoring/outcome';
import { fourDecimalsOrNull } from '../scoring/rounding';
import { Standing } from '../scoring/standing';
import { supposing, type Supposed } from '../scoring/supposing';
import type { Views } from '../views';
import { MAX_SUPPOSED, MAX_SUPPOSED_LIST_LENGTH } from './limits';

/** What is supposed, each a list with commas between. */
export interface WhatIfParameters extends Clocks {
  /** `party:factor:level`, such as `client:603:3`; `:unevidenced` may follow. */
  readonly ratings?: string;
  /** `factor:weight`, such as `603:50`. */
  readonly weights?: string;
  /** `party:factor:sign:severity`, such as `client:614:minus:major`; `:agreed` may follow. */
  readonly events?: string;
}

export interface WhatIfFactor {
  /** Code of the factor. */
  readonly factor: number;
  readonly name: string;
  /** As supposed. */
  readonly weight: number;
  /** F now, and then; null where there is none. */
  readonly score: number | null;
  readonly then: number | null;
  /** Ids of the entries that F rests on now. */
  readonly entries: readonly string[];
}

export interface HeldOutcome extends Outcome {
  /** Null where nothing holds the level back. */
  readonly heldBack: HeldBack | null;
}

export interface WhatIf extends ScoredDates {
  readonly supposed: {
    readonly ratings: readonly string[];
    readonly weights: readonly string[];
    readonly events: readonly string[];
  };
  readonly now: HeldOutcome;
  readonly then: HeldOutcome;
  /** By how much M would be higher; null where one of both has none. */
  readonly effect: number | null;
  /** Factors whose score or weight would be another. */
  readonly whatIf: readonly WhatIfFactor[];
}

/**
 * The score if some ratings, weights or events were others, on the day of the question. Nothing is written. While an
 * assessment round is open it answers nobody: what a level would do to the score is no reason to give it.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`, `not-allowed-now`, `unknown-factor`, `unknown-party`
 */
export async function whatIfOf(
  views: Views,
  relationship: string,
  parameters: WhatIfParameters,
  now: number,
): Promise<WhatIf> {
  refuseInRound(await factsIn(views, relationship), now);
  const scored = await scoredIn(views, relationship, parameters, now);
  const { dates, day, known, set, standing, standings } = scored;
  const [ratings, weights, events] = (['ratings', 'weights', 'events'] as const).map((name) =>
    listOf(parameters[name], name),
  ) as [string[], string[], string[]];
  if (ratings.length + weights.length + events.length === 0) {
    throw new Problem('invalid-parameter', 'ratings: suppose at least one rating, weight or event', 'ratings');
  }
  const weighed = weights.reduce(withWeight, set);
  const supposed = [
    ...ratings.map((rating) => ratingOf(rating, scored)),
    ...events.map((event) => eventOf(event, scored)),
  ];
  const then = new Standing(supposing(known, supposed, day), weighed).at(day);
  const whatIf = standings.factors.flatMap((factor, place): WhatIfFactor[] => {
    const { code, name } = factor.factor;
    const weight = weighed.factors[place]?.weight ?? 0;
    const [before, after] = [factor.score, then.factors[place]?.score ?? null].map(fourDecimalsOrNull);
    if (before === after && weight === factor.factor.weight) return [];
    return [
      {
        factor: code,
        name,
        weight,
        score: before ?? null,
        then: after ?? null,
        entries: entriesBehind(factor, standing),
      },
    ];
  });
  return {
    ...dates,
    supposed: { ratings, weights, events },
    now: { ...outcomeOf(standings), heldBack: heldBack(standings, set) },
    then: { ...outcomeOf(then), heldBack: heldBack(then, weighed) },
    effect: changeOfView(standings, then),
    whatIf,
  };
}

/** Whatever the clocks of the question: rounds are open now, or they are not. */
function refuseInRound(facts: readonly Fact[], now: number): void {
  const entries = readingAt(facts, null).entries.filter(({ status }) => status !== 'voided');
  for (const about of entriesById(entries, 'round').values()) {
    const round = roundSituation(about);
    if (round.is === 'open' && !isPast(round, now)) {
      throw notNow('an assessment round is open: ask again when it is closed, or revealed');
    }
  }
}

function listOf(value: string | undefined, name: string): string[] {
  if ((value?.length ?? 0) > MAX_SUPPOSED_LIST_LENGTH)
    throw invalid(name, `at most ${MAX_SUPPOSED_LIST_LENGTH} characters`);
  const list = value === undefined || value === '' ? [] : value.split(',').map((item) => item.trim());
  if (list.length > MAX_SUPPOSED) throw invalid(name, `at most ${MAX_SUPPOSED}`);
  return list;
}

function invalid(name: string, expected: string): Problem {
  return new Problem('invalid-parameter', `${name}: expected ${expected}`, name);
}

/** The code of a factor of the method in force. */
function factorIn(text: string | undefined, set: FactorSet, name: string): number {
  const code = set.factors.find((factor) => String(factor.code) === text)?.code;
  if (code === undefined) throw new Problem('unknown-factor', `${name}: the method in force has no such factor`, name);
  return code;
}

/** A party of the day, or `joint`. */
function partyIn(text: string | undefined, { parties }: Scored, name: string): string {
  const party = [...parties, 'joint'].find((each) => each === text);
  if (party === undefined) throw new Problem('unknown-party', `${name}: there is no such party on that day`, name);
  return party;
}

const MAX_WEIGHT = 1_000_000;

function withWeight(set: FactorSet, text: string): FactorSet {
  const match = /^(\d{1,15}):(\d{1,7}(?:\.\d{1,4})?)$/.exec(text);
  const weight = Number(match?.[2] ?? 0);
  if (match === null || !(weight > 0 && weight <= MAX_WEIGHT)) {
    throw invalid('weights', `factor:weight with a weight above 0, such as 603:50`);
  }
  const code = factorIn(match[1], set, 'weights');
  return { ...set, factors: set.factors.map((factor) => (factor.code === code ? { ...factor, weight } : factor)) };
}

function ratingOf(text: string, scored: Scored): Supposed {
  const [by, code, level, unevidenced, ...more] = text.split(':');
  const isShaped = /^[0-4]$/.test(level ?? '') && (unevidenced ?? 'unevidenced') === 'unevidenced';
  if (!isShaped || more.length > 0) {
    throw invalid('ratings', 'party:factor:level with a level from 0 to 4, such as client:603:3');
  }
  const party = partyIn(by, scored, 'ratings');
  return {
    kind: party === 'joint' ? 'rating.jmt-agreed' : 'rating.given',
    ...{ party, factor: factorIn(code, scored.set, 'ratings'), level: Number(level) },
    evidenced: unevidenced === undefined,
  };
}

const SIGNS: Readonly<Record<string, Sign>> = { plus: '+', minus: '-' };

function eventOf(text: string, scored: Scored): Supposed {
  const [by, code, named, weighs, agreed, ...more] = text.split(':');
  const sign = Object.hasOwn(SIGNS, named ?? '') ? SIGNS[named ?? ''] : undefined;
  const severity: Severity | undefined = SEVERITIES.find((each) => each === weighs);
  if (sign === undefined || severity === undefined || (agreed ?? 'agreed') !== 'agreed' || more.length > 0) {
    throw invalid('events', 'party:factor:plus or minus:severity, such as client:614:minus:major');
  }
  const party = partyIn(by, scored, 'events');
  const factor = factorIn(code, scored.set, 'events');
  // What is of all starts agreed.
  return { kind: 'note.logged', party: agreed === undefined ? party : 'joint', factor, sign, severity };
}
