import type { Schemas } from '../api/client';
import { sumOf } from '../registers/amounts';

export type Year = Schemas['BroughtYearAnswer'];
export type Total = Schemas['BroughtTotalAnswer'];
export type PartyTotal = Schemas['BroughtPartyAnswer'];

/** What of it is told for each year, in this order. */
export const FIGURES = [
  'forecast',
  'realised',
  'cashable',
  'validated',
  'anyway',
  'missed',
  'disbenefit',
  'cost',
] as const;
export type FigureName = (typeof FIGURES)[number];

/** The currencies that amounts are in, that of the most years first. */
export function currenciesOf(years: readonly Year[]): string[] {
  const counts = new Map<string, number>();
  for (const { totals } of years)
    for (const { currency } of totals) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([currency]) => currency);
}

/** The totals of a year in a currency; null where there is nothing in it. */
export function totalIn({ totals }: Year, currency: string): Total | null {
  return totals.find((total) => total.currency === currency) ?? null;
}

/** What all years come to. */
export function allYears(years: readonly Year[], currency: string, figure: FigureName): string {
  return sumOf(years.flatMap((year) => totalIn(year, currency)?.[figure].amount ?? []));
}

/** The parties that amounts in a currency come to or from. */
export function partiesOf(years: readonly Year[], currency: string): string[] {
  const rows = years.flatMap(({ parties }) => parties.filter((total) => total.currency === currency));
  return [...new Set(rows.map(({ party }) => party))].sort();
}
