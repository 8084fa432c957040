import { setImmediate } from 'node:timers/promises';
import { dueOf } from '../due/due.queries';
import { issuesOf } from '../issues/issues.queries';
import { onRecordIn, type OnRecord } from '../on-record';
import { clockParameter, dayParameter, knownAtParameter, type Clocks } from '../parameters';
import { proseOf, textIn, visibleIn } from '../register';
import { endOfTerm } from '../relationship/term';
import { scoreOf } from '../score/score.queries';
import { formatDay } from '../scoring/days';
import { relationshipStart, type HistoryPoint } from '../scoring/history';
import { showKnownAt } from '../scoring/knowledge';
import type { Outcome } from '../scoring/outcome';
import { contractYearOf } from '../value/years';
import type { Views } from '../views';
import { contractYearsOf } from './contract-years';
import { LEAST_RELATIONSHIPS, QUARTILES, quartilesOf, type Quartiles } from './quartiles';

/** How many there are, and the entries behind them. */
export interface Counted {
  readonly count: number;
  /** Ids; null for whoever may not read entries. */
  readonly entries: readonly string[] | null;
}

/** One relationship beside others: where it stands, and nothing of what anybody said. */
export interface PortfolioRow extends Outcome, OnRecord {
  readonly id: string;
  readonly title: string;
  /** `YYYY-MM-DD`, from which contract years are counted. */
  readonly start: string | null;
  readonly end: string | null;
  /** `Year 3`. */
  readonly contractYear: string | null;
  /** The method that its score is of. */
  readonly factorSet: string;
  readonly openIssues: Counted;
  /** Within 90 days. */
  readonly due: Counted & { readonly overdue: number };
  /** True of the fictional sample contract; it counts in no benchmark. */
  readonly sample: boolean;
}

/** The scores at the ends of one year of contract life; null where too few stand behind a figure. */
export interface BenchmarkYear {
  /** `Year 3`: the third of each contract, whenever that was. */
  readonly year: string;
  readonly score: Quartiles | null;
  readonly coverage: Quartiles | null;
  readonly confidence: Quartiles | null;
  readonly alignment: Quartiles | null;
}

export interface Portfolio {
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly benchmark: {
    readonly definition: string;
    /** Relationships that must stand behind a figure. */
    readonly atLeast: number;
    /** Only years of which there is a figure. */
    readonly years: readonly BenchmarkYear[];
  };
  /** By title: no ranks. */
  readonly portfolio: readonly PortfolioRow[];
}

/** What somebody who asks may see. */
export interface Sight {
  readonly visible: (relationship: string) => boolean;
  readonly entries: boolean;
}

const DEFINITION = `of the relationships in this answer, each at the ends of its contract years that are over, under the method then in force; quartiles ${QUARTILES}`;

/**
 * Relationships side by side, as both clocks show them, and what they come to by year of contract life. The benchmark is
 * made of those that the one who asks may see: whoever compared two of them could otherwise tell what one is that is not
 * for them.
 *
 * @throws Problem `invalid-parameter`
 */
export async function portfolioOf(views: Views, clocks: Clocks, now: number, sight: Sight): Promise<Portfolio> {
  const asOf = dayParameter(clocks.asOf, 'asOf', now);
  const knownAt = knownAtParameter(clocks.knownAt);
  clockParameter(clocks.clock);
  const rows: PortfolioRow[] = [];
  const courses: (readonly HistoryPoint[])[] = [];
  for (const { id, sample } of await views.relationships()) {
    // The read models are not always equally far: what one knows already, another may learn in the next moment.
    if (!sight.visible(id) || (await views.facts(id)) === null) continue;
    const row = await rowOf(views, id, clocks, now);
    if (row === null) continue;
    rows.push({ ...(sight.entries ? row : withoutEntries(row)), sample });
    if (!sample) courses.push(await contractYearsOf(views, id, clocks, now));
    // Whoever else waits has its turn.
    await setImmediate();
  }
  return {
    ...{ asOf, knownAt: showKnownAt(knownAt) },
    benchmark: { definition: DEFINITION, atLeast: LEAST_RELATIONSHIPS, years: benchmarkOf(courses) },
    portfolio: rows.sort(
      (a, b) => compareTexts(a.title.toLowerCase(), b.title.toLowerCase()) || compareTexts(a.id, b.id),
    ),
  };
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Null of a relationship of which nothing had happened yet, or was known, and of a partner selection, which is none. */
async function rowOf(
  views: Views,
  id: string,
  clocks: Clocks,
  now: number,
): Promise<Omit<PortfolioRow, 'sample'> | null> {
  const { day, reading, entries } = await visibleIn(views, id, clocks, now);
  if (entries.length === 0 || reading.isSelection) return null;
  const established = entries.find(({ fact }) => fact.kind === 'relationship.established');
  const dataOf = await proseOf(views, id, established === undefined ? [] : [established]);
  const start = relationshipStart(reading);
  const { score, view, reason, level, coverage, bilateralCoverage, low, high, confidence, alignment, factorSet } =
    await scoreOf(views, id, clocks, now);
  const issues = (await issuesOf(views, id, clocks, now)).issues.filter(({ situation }) => situation === 'open');
  const { due, notShown } = await dueOf(views, id, clocks, now);
  return {
    ...{ id, title: textIn(dataOf(established)['title']) ?? id },
    ...{ start: start === null ? null : formatDay(start), end: endOfTerm(entries) },
    contractYear: start === null ? null : contractYearOf(day, start).year,
    ...{ score, view, reason, level, coverage, bilateralCoverage, low, high, confidence, alignment },
    factorSet,
    openIssues: { count: issues.length, entries: issues.flatMap((issue) => issue.entries) },
    due: {
      ...{ count: due.length + notShown, overdue: due.filter(({ overdue }) => overdue).length },
      entries: [...new Set(due.map(({ entry }) => entry))],
    },
    ...(await onRecordIn(views, id, clocks, now)),
  };
}

function withoutEntries(row: Omit<PortfolioRow, 'sample'>): Omit<PortfolioRow, 'sample'> {
  return { ...row, openIssues: { ...row.openIssues, entries: null }, due: { ...row.due, entries: null } };
}

function benchmarkOf(courses: readonly (readonly HistoryPoint[])[]): BenchmarkYear[] {
  const years = Math.max(0, ...courses.map(({ length }) => length));
  return Array.from({ length: years }, (_, index): BenchmarkYear => {
    const points = courses.flatMap((course) => course[index] ?? []);
    const figure = (name: 'score' | 'coverage' | 'confidence' | 'alignment'): Quartiles | null =>
      quartilesOf(points.map((point) => point[name]));
    return {
      year: `Year ${index + 1}`,
      ...{ score: figure('score'), coverage: figure('coverage') },
      ...{ confidence: figure('confidence'), alignment: figure('alignment') },
    };
  }).filter(({ year: _year, ...figures }) => Object.values(figures).some((each) => each !== null));
}
