import { textIn } from '../frame/search';

/** What the address of what it brought says of it. */
export interface BroughtSearch {
  /** Contract years in place of financial ones. */
  readonly years?: 'contract' | undefined;
  /** Absent: the one that most is in. */
  readonly currency?: string | undefined;
  readonly as?: 'table' | undefined;
}

export function broughtSearchOf(search: Readonly<Record<string, unknown>>): BroughtSearch {
  return {
    ...(search['years'] === 'contract' ? { years: 'contract' as const } : {}),
    ...textIn(search, 'currency'),
    ...(search['as'] === 'table' ? { as: 'table' as const } : {}),
  };
}
