import { factorSetName, type Fact, type FactorSet, type Severity } from '@app/ledger';
import { endOfDay, formatDay, parseDay, readFacts, type Clock, type Entry, type Reading } from './entries';
import { isApplicable, nine, valueFactor, type FactorStatus, type FactorValue } from './factor';

export interface Question {
  readonly relationship: string;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Milliseconds; null: everything. */
  readonly knownAt: number | null;
  readonly clock: Clock;
  /** Null: the version in force on the day. */
  readonly factorSet: FactorSet | null;
}

export interface OracleFactor {
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
  readonly ratings: Readonly<Record<string, { level: number; ageDays: number; evidenced: boolean }>>;
}

/** Rules 10 to 17 with nothing rounded. */
export interface Valuation {
  readonly M: number | null;
  readonly reason: 'coverage' | 'one-sided' | null;
  readonly level: string | null;
  readonly coverage: number;
  readonly bilateralCoverage: number;
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  readonly alignment: number | null;
  readonly criticalOpen: readonly string[];
  readonly groups: readonly { readonly id: string; readonly score: number | null }[];
  readonly factors: readonly (FactorValue & { code: number; name: string; weight: number; counted: boolean })[];
}

const NOT_APPLICABLE: FactorValue = {
  status: 'not-applicable',
  score: null,
  jointRating: 0,
  assessmentWeight: 0,
  positive: 0,
  negative: 0,
  gap: 0,
  confidence: 0,
  ratings: [],
  formula: 0,
};

const isCurrent = (status: FactorStatus) => ['bilateral', 'unilateral', 'events-only'].includes(status);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** sum(w v) / sum(w); null over nothing. */
function weightedMean(parts: readonly { readonly weight: number; readonly value: number }[]): number | null {
  if (parts.length === 0) return null;
  return sum(parts.map(({ weight, value }) => weight * value)) / sum(parts.map(({ weight }) => weight));
}

/** Reading 2, the effective half. */
export const visibleOn = (reading: Reading, asOf: number): readonly Entry[] =>
  reading.entries.filter((entry) => entry.day <= asOf && entry.status !== 'voided');

export function valueAll(reading: Reading, asOf: number, set: FactorSet): Valuation {
  const { parameters } = set;
  const entries = visibleOn(reading, asOf);
  const parties = reading.partiesOn(asOf);
  const valued = set.factors.map(({ code, name, weight }) => ({
    ...(isApplicable(code, entries, asOf) ? valueFactor(code, entries, parties, asOf, parameters) : NOT_APPLICABLE),
    code,
    name,
    weight,
    value: 0,
  }));
  const withScore = valued.map((factor) => ({ ...factor, value: factor.score ?? 0 }));
  const applicable = withScore.filter(({ status }) => status !== 'not-applicable');
  const current = withScore.filter(({ status }) => isCurrent(status));

  const M0 = weightedMean(current); // rule 10
  const factors = withScore.map((factor) => ({
    ...factor,
    counted: isCurrent(factor.status) || (factor.status === 'stale' && M0 !== null && nine(factor.value) < nine(M0)),
  }));
  const counted = factors.filter((factor) => factor.counted);
  const M = weightedMean(counted);

  const weightOf = (some: readonly { readonly weight: number }[]) => sum(some.map(({ weight }) => weight));
  const W = weightOf(applicable);
  const share = (weight: number) => (W === 0 ? 0 : weight / W);
  const coverage = share(weightOf(current)); // rule 11
  const bilateralCoverage = share(weightOf(current.filter(({ ratings }) => ratings.length >= 2)));
  const reason =
    nine(coverage) < nine(parameters.minCoverage)
      ? 'coverage'
      : nine(bilateralCoverage) < nine(parameters.minBilateral)
        ? 'one-sided'
        : null;
  const S = sum(current.map(({ weight, value }) => weight * value)); // rule 12
  const gaps = current.flatMap(({ weight, gap }) => (gap === null ? [] : { weight, value: gap })); // rule 14
  const meanGap = weightedMean(gaps);
  const criticalOpen = openCriticals(entries, applicable, asOf, parameters.criticalCap.days);

  return {
    M,
    reason,
    level: M === null || reason !== null ? null : maturity(M, set, factors, criticalOpen.length > 0),
    coverage,
    bilateralCoverage,
    low: current.length === 0 ? 0 : S / W,
    high: current.length === 0 ? 100 : (S + 100 * (W - weightOf(current))) / W,
    confidence: weightedMean(applicable.map(({ weight, confidence }) => ({ weight, value: confidence }))) ?? 0, // rule 13
    alignment: meanGap === null ? null : 100 - meanGap,
    criticalOpen,
    groups: set.groups.map((group) => ({
      id: group.id,
      score: weightedMean(counted.filter(({ code }) => group.factors.includes(code))), // rule 15
    })),
    factors,
  };
}

/** Rule 17, the entries that cap the level. */
function openCriticals(
  entries: readonly Entry[],
  applicable: readonly { readonly code: number }[],
  asOf: number,
  days: number,
): readonly string[] {
  const critical: Severity = 'critical';
  return entries
    .filter(
      (entry) =>
        entry.sign === '-' &&
        entry.severity === critical &&
        entry.status === 'agreed' &&
        !entry.remedied &&
        !/^rating\.|^candidate\.rated$/.test(entry.fact.kind) &&
        asOf - entry.day <= days &&
        applicable.some(({ code }) => code === entry.factor),
    )
    .map((entry) => entry.fact.id);
}

/** Rule 17. */
function maturity(
  M: number,
  set: FactorSet,
  factors: readonly {
    readonly weight: number;
    readonly counted: boolean;
    readonly value: number;
    readonly status: FactorStatus;
  }[],
  isCapped: boolean,
): string | null {
  const { levelCuts, levelNames, criticalCap } = set.parameters;
  const cut = (level: number) => levelCuts[level - 1] ?? Number.NEGATIVE_INFINITY; // of level 0 and below: none
  const heaviest = Math.max(...set.factors.map(({ weight }) => weight));
  const heavy = factors.filter((factor) => factor.counted && factor.weight === heaviest);

  let level = levelNames.length - 1;
  while (level > 0 && nine(M) < nine(cut(level))) level -= 1;
  while (level > 0 && heavy.some(({ value }) => nine(value) < nine(cut(level - 1)))) level -= 1;
  if (factors.some(({ status }) => status === 'missing' || status === 'stale'))
    level = Math.min(level, levelNames.length - 2);
  if (isCapped) level = Math.min(level, levelNames.indexOf(criticalCap.level));
  return levelNames[level] ?? null;
}

/** Rule 18 and reading 14: to 9 decimals, then half-up to 4; no negative zero. */
export function rounded(value: number): number {
  return Math.floor((Math.round(value * 1e9) + 50_000) / 100_000) / 10_000 + 0;
}
const roundedOrNull = (value: number | null): number | null => (value === null ? null : rounded(value));

/** What `score --json` prints. */
export function oracleScore(facts: readonly Fact[], question: Question) {
  const reading = readFacts(facts, question.knownAt, question.clock);
  const asOf = parseDay(question.asOf);
  const set = question.factorSet ?? reading.inForceOn(asOf);
  const all = valueAll(reading, asOf, set);
  return {
    relationship: question.relationship,
    asOf: question.asOf,
    knownAt: question.knownAt === null ? null : new Date(question.knownAt).toISOString(),
    factorSet: factorSetName(set),
    score: all.reason === null ? roundedOrNull(all.M) : null,
    view: roundedOrNull(all.M),
    reason: all.reason,
    level: all.level,
    coverage: rounded(all.coverage),
    bilateralCoverage: rounded(all.bilateralCoverage),
    low: rounded(all.low),
    high: rounded(all.high),
    confidence: rounded(all.confidence),
    alignment: roundedOrNull(all.alignment),
    insufficientEvidence: all.reason !== null,
    criticalOpen: all.criticalOpen,
    groups: all.groups.map(({ id, score }) => ({ id, score: roundedOrNull(score) })),
    factors: all.factors.map((factor): OracleFactor => ({
      code: factor.code,
      name: factor.name,
      weight: factor.weight,
      score: roundedOrNull(factor.score),
      status: factor.status,
      counted: factor.counted,
      jointRating: roundedOrNull(factor.jointRating),
      assessmentWeight: rounded(factor.assessmentWeight),
      positive: rounded(factor.positive),
      negative: rounded(factor.negative),
      gap: roundedOrNull(factor.gap),
      confidence: rounded(factor.confidence),
      ratings: Object.fromEntries(
        factor.ratings.map(({ party, level, evidenced, at }) => [party, { level, ageDays: asOf - at.day, evidenced }]),
      ),
    })),
  };
}
export type OracleScore = ReturnType<typeof oracleScore>;

/** A course is the score asked again for every date; `asKnown`: each as it was known at the end of its own day. */
export function oracleHistory(
  facts: readonly Fact[],
  dates: readonly string[],
  question: Omit<Question, 'asOf'> & { readonly asKnown: boolean },
) {
  return dates.map((asOf) => {
    const knownAt = question.asKnown ? endOfDay(parseDay(asOf)) : question.knownAt;
    const { score, low, high, coverage, confidence, alignment, level, factorSet } = oracleScore(facts, {
      ...question,
      asOf,
      knownAt,
    });
    return { asOf, score, low, high, coverage, confidence, alignment, level, factorSet };
  });
}

/** The dates of a course: `from`, the last day of each period (weeks end on Sunday), `to`. */
export function courseDates(from: string, to: string, every: 'day' | 'week' | 'month' | 'quarter'): readonly string[] {
  const dates: string[] = [];
  for (let day = parseDay(from); day <= parseDay(to); day += 1) {
    const next = formatDay(day + 1);
    const isLast = {
      day: true,
      week: new Date(`${formatDay(day)}T00:00:00Z`).getUTCDay() === 0,
      month: next.endsWith('-01'),
      quarter: /-(01|04|07|10)-01$/.test(next),
    }[every];
    if (isLast || formatDay(day) === from || formatDay(day) === to) dates.push(formatDay(day));
  }
  return dates;
}
