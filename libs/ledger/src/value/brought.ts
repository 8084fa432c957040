import type { Year } from './years';
import { figuresOf, groupedBy, type Amount, type Amounts, type ValueFigures } from './amounts';
import type { Money } from './money';

/** What one party got, or bore, in one currency. */
export interface BroughtParty extends ValueFigures {
  /** A party, `both`, `community` or `unstated`: what is said of both is split between none. */
  readonly party: string;
  readonly currency: string;
}

/** What all together got, or bore, in one currency. */
export interface BroughtTotal extends ValueFigures {
  readonly currency: string;
}

/** The amounts of one year. */
export interface YearOfValue {
  readonly year: Year;
  readonly totals: readonly BroughtTotal[];
  readonly parties: readonly BroughtParty[];
  /** Ids of the entries about value that name no amount. */
  readonly withoutAmount: readonly string[];
}

/**
 * Amounts by year, each whole in the year that its day lies in, the earliest first.
 *
 * @param days every year between these two is there, also without amounts; null: only those with some
 */
export function valueByYear(
  { counted, uncounted }: Amounts,
  yearOf: (day: number) => Year,
  annualValue: Money | null,
  days: readonly [first: number, last: number] | null,
): YearOfValue[] {
  const years = new Map<number, Year>();
  const note = (day: number): Year => {
    const year = yearOf(day);
    years.set(year.firstDay, year);
    return year;
  };
  if (days !== null) for (let [day, last] = days; day <= last; day = note(day).lastDay + 1);
  const amounts = Map.groupBy(counted, ({ day }) => note(day).firstDay);
  const others = Map.groupBy(uncounted, ({ day }) => note(day).firstDay);
  return [...years.values()]
    .sort((a, b) => a.firstDay - b.firstDay)
    .map((year) => ({
      year,
      totals: totalsOf(amounts.get(year.firstDay) ?? [], annualValue),
      parties: partiesOf(amounts.get(year.firstDay) ?? [], annualValue),
      withoutAmount: (others.get(year.firstDay) ?? []).map(({ entry }) => entry),
    }));
}

function totalsOf(amounts: readonly Amount[], annualValue: Money | null): BroughtTotal[] {
  return groupedBy(amounts, ({ currency }) => currency).map(([currency, group]) => ({
    currency,
    ...figuresOf(group, currency, annualValue),
  }));
}

function partiesOf(amounts: readonly Amount[], annualValue: Money | null): BroughtParty[] {
  return groupedBy(amounts, ({ party }) => party).flatMap(([party, group]) =>
    totalsOf(group, annualValue).map((total) => ({ party, ...total })),
  );
}
