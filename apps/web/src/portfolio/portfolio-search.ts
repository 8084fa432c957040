import { clocksOf, type Clocks } from '../clocks/clocks';

const MAX_FILTER = 100;

export interface PortfolioSearch extends Clocks {
  /** Words that all stand in the title or the id of a relationship. */
  readonly find?: string | undefined;
}

export function portfolioSearchOf(search: Readonly<Record<string, unknown>>): PortfolioSearch {
  const given = search['find'];
  // A number is what the router makes of a text of digits.
  const find = typeof given === 'string' || typeof given === 'number' ? String(given).slice(0, MAX_FILTER) : '';
  return { ...clocksOf(search), ...(find === '' ? {} : { find }) };
}

/** The rows in whose title or id all words stand, by title: no rank is made of them. */
export function rowsShown<T extends { readonly id: string; readonly title: string }>(
  rows: readonly T[],
  find: string | undefined,
): T[] {
  const words = (find ?? '').toLocaleLowerCase().split(/\s+/);
  return rows
    .filter(({ id, title }) => words.every((word) => `${title} ${id}`.toLocaleLowerCase().includes(word)))
    .toSorted((one, other) => one.title.localeCompare(other.title) || one.id.localeCompare(other.id));
}
