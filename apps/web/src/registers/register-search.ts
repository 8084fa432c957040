import { textIn } from '../frame/search';

/** What the address of a register says of it. */
export interface RegisterSearch {
  /** Words that the rows shown have. */
  readonly q?: string | undefined;
  /** The field that they are sorted by, behind a `-` from the last. */
  readonly sort?: string | undefined;
  /** The row that is opened. */
  readonly open?: string | undefined;
  /** A register with a view of its own is shown as a table all the same. */
  readonly as?: 'table' | undefined;
  /** What the totals are by. */
  readonly by?: string | undefined;
}

export function registerSearchOf(search: Readonly<Record<string, unknown>>): RegisterSearch {
  return {
    ...textIn(search, 'q'),
    ...textIn(search, 'sort'),
    ...textIn(search, 'open'),
    ...textIn(search, 'by'),
    ...(search['as'] === 'table' ? { as: 'table' as const } : {}),
  };
}
