import { factorSetName, type FactorSetParameters } from '../catalogue/factor-set';
import type { Severity, Sign } from '../catalogue/catalogue';
import { Problem } from '../problems';
import { compareEntries, type StatusWord } from './entry-reading';
import { formatDay } from './days';
import { limitGroup, type LimitGroup } from './event-weight';
import type { Fact } from './fact';
import { countedPoints, type FactorScore } from './factor-score';
import { showKnownAt } from './knowledge';
import { fourDecimals, freshness } from './rounding';
import { showFactor, standingsAt, type ScoreOptions, type ShownFactor } from './score';

export interface ExplainOptions extends ScoreOptions {
  /** Code of the factor. */
  readonly factor: number;
}

export interface RatingTerm {
  /** The entry that places the rating in the order; of a round its latest reveal. */
  readonly entry: string;
  readonly party: string;
  readonly level: number;
  readonly evidenced: boolean;
  readonly effective: string | null;
  readonly ageDays: number;
  readonly freshness: number;
  /** What it adds to the assessment weight. */
  readonly weight: number;
  /** The rating in points after rule 1. */
  readonly points: number;
  /** All entries behind it: of a round one per member. */
  readonly entries: readonly string[];
}

export interface EventTerm {
  readonly entry: string;
  readonly kind: string;
  readonly sign: Sign;
  readonly severity: Severity;
  readonly status: StatusWord;
  readonly effective: string | null;
  readonly ageDays: number;
  readonly freshness: number;
  /** What it adds to the positive or the negative, after the limits. */
  readonly weight: number;
  readonly weightBeforeLimits: number;
  /** Which limit of rule 6 it falls under before (d). */
  readonly limit: LimitGroup;
}

/** What `explain --json` prints, rounded. */
export interface Explanation extends ShownFactor {
  readonly relationship: string;
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly factorSet: string;
  readonly terms: {
    readonly ratings: readonly RatingTerm[];
    /** Every signed entry on the factor, those that weigh nothing included, in the order of facts. */
    readonly events: readonly EventTerm[];
    /** The limits of rule 6, and the sums before and after them. */
    readonly cap: {
      readonly minorCap: number;
      readonly unagreedCap: number;
      readonly eventWeightCap: number;
      readonly weightBeforeLimits: number;
      readonly weight: number;
    };
    readonly gap: number | null;
    readonly formula: string;
  };
}

/**
 * Every term of one factor's score with the entries behind it.
 *
 * @throws Problem `unknown-factor` where the factor set has no such factor, and as `score`.
 */
export function explain(facts: readonly Fact[], options: ExplainOptions): Explanation {
  const { asOf, knownAt, set, standing, standings } = standingsAt(facts, options);
  const place = set.factors.findIndex((factor) => factor.code === options.factor);
  const factor = standings.factors[place];
  if (factor === undefined) {
    throw new Problem('unknown-factor', `The factor set has no factor ${options.factor}.`, 'factor');
  }
  const { parameters } = set;
  const ignored = factor.status === 'not-applicable';
  const terms = ignored ? [] : [...standing.termsOf(options.factor)];
  terms.sort((a, b) => compareEntries(a.term.entry, b.term.entry));
  const events = terms.map(({ term: { entry, weight }, scale }): EventTerm => {
    const ageDays = asOf - entry.day;
    const fresh = freshness(ageDays, parameters.eventHalfLifeDays);
    return {
      entry: entry.fact.id,
      kind: entry.fact.kind,
      sign: entry.sign ?? '0',
      severity: entry.severity ?? 'moderate',
      status: entry.statusWord,
      effective: entry.effective,
      ageDays,
      freshness: fourDecimals(fresh),
      weight: fourDecimals(weight * fresh * scale),
      weightBeforeLimits: fourDecimals(weight * fresh),
      limit: limitGroup(entry),
    };
  });
  const ratings = (factor.side?.latest ?? []).map(({ party, rating }): RatingTerm => {
    const ageDays = asOf - rating.day;
    const fresh = freshness(ageDays, parameters.assessmentHalfLifeDays);
    return {
      entry: rating.entry.fact.id,
      party,
      level: rating.level,
      evidenced: rating.evidenced,
      effective: rating.entry.effective,
      ageDays,
      freshness: fourDecimals(fresh),
      weight: fourDecimals(parameters.assessmentWeight * fresh),
      points: fourDecimals(countedPoints(rating, parameters)),
      entries: rating.entries,
    };
  });
  const before = terms.reduce(
    (sum, { term }) => sum + term.weight * freshness(asOf - term.entry.day, parameters.eventHalfLifeDays),
    0,
  );
  const { minorCap, unagreedCap, eventWeightCap } = parameters;
  return {
    relationship: options.relationship,
    asOf: formatDay(asOf),
    knownAt: showKnownAt(knownAt),
    factorSet: factorSetName(set),
    ...showFactor(factor, standings.overall.counted[place] === true, asOf),
    terms: {
      ratings,
      events,
      cap: {
        minorCap,
        unagreedCap,
        eventWeightCap,
        weightBeforeLimits: fourDecimals(before),
        weight: fourDecimals(factor.positive + factor.negative),
      },
      gap: factor.gap === null ? null : fourDecimals(factor.gap),
      formula: formula(factor, parameters),
    },
  };
}

/** Rule 7 with the factor's numbers in it; of a factor without a score why it has none (rule 8). */
function formula(factor: FactorScore, { eventsOnlyMinWeight }: FactorSetParameters): string {
  if (factor.status === 'missing') {
    const weight = fourDecimals(factor.positive + factor.negative);
    return `missing: nobody rated it, and its events weigh ${weight}, below ${eventsOnlyMinWeight}`;
  }
  if (factor.score === null) return factor.status;
  const [k, a, r, n, f] = [
    factor.assessmentWeight,
    factor.jointRating ?? 0,
    factor.positive,
    factor.negative,
    factor.score,
  ].map(fourDecimals);
  return `(${k} * ${a} + 100 * ${r}) / (${k} + ${r} + ${n}) = ${f}`;
}
