import { proseOf, visibleIn, type RegisterDates } from '../register';
import type { Clocks } from '../parameters';
import { formatDay } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import { pointsOn, relationshipStart } from '../scoring/history';
import type { Reading } from '../scoring/reading';
import type { Views } from '../views';
import { amountsOf, isOfValue } from './amounts';
import { valueByYear, type BroughtParty, type BroughtTotal, type YearOfValue } from './brought';
import { moneyIn, type Money } from './money';
import { contractYearOf, financialYearOf, showYear } from './years';

/** Stands over every answer, whoever asks. */
const SIDE_BY_SIDE = 'The score and what was brought stand side by side; that is not proof of cause.';

const ATTRIBUTION =
  'An amount counts whole in the year in which its period ends (of a miss, the period that was forecast), or in which it ' +
  'happened where it has no period; what is said of both is split between none.';

export interface BroughtYear {
  /** `2025/26`, or `Year 3`; the year before the contract began is `Year 0`. */
  readonly year: string;
  /** `YYYY-MM-DD`, as `to`. */
  readonly from: string;
  readonly to: string;
  /** The headline at the end of the year, or on the day of the question in the year it lies in; null without one. */
  readonly score: number | null;
  readonly level: string | null;
  /** The day of that score; null of a year that had not begun. */
  readonly scoreOn: string | null;
  readonly totals: readonly BroughtTotal[];
  readonly parties: readonly BroughtParty[];
  /** Ids of the entries about value that name no amount. */
  readonly withoutAmount: readonly string[];
}

export interface Brought extends RegisterDates {
  readonly note: string;
  /** How amounts come into years and to parties. */
  readonly attribution: string;
  /** `YYYY-MM-DD`, from which contract years are counted; null where nobody knows. */
  readonly start: string | null;
  /** As the relationship was established with; null where it says nothing. Shares are of it. */
  readonly annualValue: Money | null;
  /** Id of the entry that says it. */
  readonly annualValueEntry: string | null;
  /** From 1 April to 31 March, the earliest first. */
  readonly financialYears: readonly BroughtYear[];
  readonly contractYears: readonly BroughtYear[];
}

/**
 * What working together brought, by financial and by contract year: what was forecast and realised, validated, lost and
 * spent, for each party and as a share of the annual contract value, with the score of the time.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function broughtOf(views: Views, relationship: string, clocks: Clocks, now: number): Promise<Brought> {
  const { dates, day, reading, entries } = await visibleIn(views, relationship, clocks, now);
  const established = entries.find(({ fact }) => fact.kind === 'relationship.established');
  const ofValue = entries.filter(isOfValue);
  const dataOf = await proseOf(views, relationship, [...ofValue, ...(established === undefined ? [] : [established])]);
  const amounts = amountsOf(ofValue, dataOf);
  const annualValue = moneyIn(dataOf(established)['annualValue']);
  const start = startOf(reading, entries);
  const days = start !== null && start <= day ? ([start, day] as const) : null;
  const years = (yearOf: typeof financialYearOf): BroughtYear[] =>
    withScores(valueByYear(amounts, yearOf, annualValue, days), reading, day);
  return {
    ...dates,
    note: SIDE_BY_SIDE,
    attribution: ATTRIBUTION,
    start: start === null ? null : formatDay(start),
    annualValue,
    annualValueEntry: annualValue === null ? null : (established?.fact.id ?? null),
    financialYears: years(financialYearOf),
    contractYears: start === null ? [] : years((each) => contractYearOf(each, start)),
  };
}

/** Null where nothing has happened yet. */
function startOf(reading: Reading, visible: readonly EntryReading[]): number | null {
  return visible.length === 0 ? null : relationshipStart(reading);
}

/** @param day of the effective clock: of no later one is there a score */
function withScores(years: readonly YearOfValue[], reading: Reading, day: number): BroughtYear[] {
  const begun = years.filter(({ year }) => year.firstDay <= day);
  const points = pointsOn(
    reading,
    begun.map(({ year }) => Math.min(year.lastDay, day)),
  );
  return years.map(({ year, ...value }) => {
    const point = points[begun.findIndex((each) => each.year === year)];
    return {
      ...showYear(year),
      score: point?.score ?? null,
      level: point?.level ?? null,
      scoreOn: point?.asOf ?? null,
      ...value,
    };
  });
}
