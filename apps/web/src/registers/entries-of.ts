import type { Row } from './readable';

/** The entries behind a row: those that it lists, or the one that it is. */
export function entriesOf({ entries, entry }: Row): string[] {
  if (Array.isArray(entries)) return entries.filter((id) => typeof id === 'string');
  return typeof entry === 'string' ? [entry] : [];
}
