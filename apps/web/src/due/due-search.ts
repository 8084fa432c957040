import { textIn } from '../frame/search';

/** What the address of what is due says: whose it is; absent: everybody’s. */
export interface DueSearch {
  readonly party?: string | undefined;
}

export function dueSearchOf(search: Readonly<Record<string, unknown>>): DueSearch {
  return textIn(search, 'party');
}
