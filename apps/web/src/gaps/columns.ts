import type { Schemas } from '../api/client';

export type Gap = Schemas['GapAnswer'];
export type Seen = Gap['seen'];

/** What stands beside each other; what is in hand stands below. */
export const COLUMNS = ['agreed-strength', 'agreed-weakness', 'seen-differently', 'not-seen-by-all'] as const;

/** The factors by how they are seen, the widest gap by weight first, those that nobody can tell a gap of last. */
export function columnsOf(gaps: readonly Gap[]): Readonly<Record<Seen, readonly Gap[]>> {
  const ordered = gaps.toSorted((a, b) => (b.urgency ?? -1) - (a.urgency ?? -1));
  const seenAs = (seen: Seen): readonly Gap[] => ordered.filter((gap) => gap.seen === seen);
  return {
    'agreed-strength': seenAs('agreed-strength'),
    'agreed-weakness': seenAs('agreed-weakness'),
    'seen-differently': seenAs('seen-differently'),
    'not-seen-by-all': seenAs('not-seen-by-all'),
    'in-hand': seenAs('in-hand'),
  };
}
