import type { FirstBad } from '@app/ledger';

/** What is wrong, and with which entry. */
export function firstBadText({ relationship, revision, id, position, reason }: FirstBad): string {
  if (revision === null) return `${relationship ?? 'the log'}: ${reason}`;
  const names = [...(id === null ? [] : [`entry ${id}`]), ...(position === null ? [] : [`position ${position}`])];
  const named = names.length === 0 ? '' : ` (${names.join(', ')})`;
  return `revision ${revision} of ${relationship ?? 'the log'}${named}: ${reason}`;
}
