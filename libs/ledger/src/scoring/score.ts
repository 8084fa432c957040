import { factorSetName, type FactorSet } from '../catalogue/factor-set';
import { formatDay } from './days';
import type { Fact } from './fact';
import type { FactorScore, FactorStatus } from './factor-score';
import { factorSetInForce, factorSetNamed } from './factor-sets';
import { dayParameter, knownAtParameter, readingAt, showKnownAt, type KnowledgeOptions } from './knowledge';
import { outcomeOf, type Outcome } from './outcome';
import type { Reading } from './reading';
import { fourDecimals, fourDecimalsOrNull } from './rounding';
import { Standing, type Standings } from './standing';

export interface ScoreOptions extends KnowledgeOptions {
  readonly relationship: string;
  /** A day, or `YYYY-MM-DD`. */
  readonly asOf: number | string;
}

export interface ShownRating {
  readonly level: number;
  readonly ageDays: number;
  readonly evidenced: boolean;
}

/** One factor as `score --json` shows it, rounded. */
export interface ShownFactor {
  readonly code: number;
  readonly name: string;
  readonly weight: number;
  readonly score: number | null;
  readonly status: FactorStatus;
  readonly counted: boolean;
  readonly jointRating: number | null;
  readonly assessmentWeight: number;
  readonly positive: number;
  readonly negative: number;
  readonly gap: number | null;
  readonly confidence: number;
  /** Latest rating of each party that has one, by party. */
  readonly ratings: Readonly<Record<string, ShownRating>>;
}

/** What `score --json` prints (interfaces.md), rounded half-up to 4 decimals. */
export interface Score extends Outcome {
  readonly relationship: string;
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly factorSet: string;
  readonly insufficientEvidence: boolean;
  /** Ids of the entries that cap the level (rule 17). */
  readonly criticalOpen: readonly string[];
  readonly groups: readonly { readonly id: string; readonly score: number | null }[];
  readonly factors: readonly ShownFactor[];
}

/**
 * The score of one relationship at a pair of dates.
 *
 * @throws Problem `invalid-parameter` for an impossible date or a factor set that was never agreed here.
 */
export function score(facts: readonly Fact[], options: ScoreOptions): Score {
  const { asOf, knownAt, set, standings } = standingsAt(facts, options);
  return showScore(standings, set, { relationship: options.relationship, asOf, knownAt });
}

/** The unrounded numbers behind `score` and `explain`, and what they were asked with. */
export function standingsAt(
  facts: readonly Fact[],
  options: ScoreOptions,
): {
  asOf: number;
  knownAt: number | null;
  set: FactorSet;
  standing: Standing;
  standings: Standings;
  reading: Reading;
} {
  const asOf = dayParameter(options.asOf, 'asOf');
  const knownAt = knownAtParameter(options.knownAt);
  const reading = readingAt(facts, knownAt, options.clock);
  const set = chosenFactorSet(facts, options.factorSet) ?? factorSetInForce(reading, asOf);
  const standing = new Standing(reading, set);
  return { asOf, knownAt, set, standing, standings: standing.at(asOf), reading };
}

/**
 * The factor set asked for by name, null without a name. The method is the asker's choice: it may have been agreed after
 * what is known of the entries.
 */
export function chosenFactorSet(facts: readonly Fact[], name: string | null | undefined): FactorSet | null {
  return name === null || name === undefined ? null : factorSetNamed(readingAt(facts, null), name);
}

/** The unrounded numbers of a day in the shape of `score --json`. */
export function showScore(
  standings: Standings,
  set: FactorSet,
  asked: { readonly relationship: string; readonly asOf: number; readonly knownAt: number | null },
): Score {
  const { overall } = standings;
  return {
    relationship: asked.relationship,
    asOf: formatDay(asked.asOf),
    knownAt: showKnownAt(asked.knownAt),
    factorSet: factorSetName(set),
    ...outcomeOf(standings),
    insufficientEvidence: overall.score === null,
    criticalOpen: standings.criticalOpen.map((entry) => entry.fact.id),
    groups: set.groups.map(({ id, factors }) => ({
      id,
      score: fourDecimalsOrNull(groupMean(standings, new Set(factors))),
    })),
    factors: standings.factors.map((factor, place) => showFactor(factor, overall.counted[place] === true, asked.asOf)),
  };
}

/** Rule 15: the weighted mean over the counted factors of a group; null without one. */
function groupMean(standings: Standings, codes: ReadonlySet<number>): number | null {
  let weight = 0;
  let sum = 0;
  standings.factors.forEach(({ factor, score: own }, place) => {
    if (!codes.has(factor.code) || own === null || standings.overall.counted[place] !== true) return;
    weight += factor.weight;
    sum += factor.weight * own;
  });
  return weight > 0 ? sum / weight : null;
}

/** One factor in the shape of `score --json`. */
export function showFactor(factor: FactorScore, counted: boolean, asOf: number): ShownFactor {
  return {
    code: factor.factor.code,
    name: factor.factor.name,
    weight: factor.factor.weight,
    score: fourDecimalsOrNull(factor.score),
    status: factor.status,
    counted,
    jointRating: fourDecimalsOrNull(factor.jointRating),
    assessmentWeight: fourDecimals(factor.assessmentWeight),
    positive: fourDecimals(factor.positive),
    negative: fourDecimals(factor.negative),
    gap: fourDecimalsOrNull(factor.gap),
    confidence: fourDecimals(factor.confidence),
    ratings: Object.fromEntries(
      (factor.side?.latest ?? []).map(({ party, rating }) => [
        party,
        { level: rating.level, ageDays: asOf - rating.day, evidenced: rating.evidenced },
      ]),
    ),
  };
}
