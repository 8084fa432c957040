import type { Schemas } from '../api/client';

type Entry = Pick<Schemas['EntryAnswer'], 'id' | 'tags' | 'status' | 'answers'>;

/** The tags by which an entry says of itself that it is not for the public. */
export const NOT_PUBLIC_TAGS: readonly string[] = ['not-public', 'confidential', 'exempt'];

/** Why the public edition leaves an entry out. */
export type Reason = 'marked' | 'disputed' | 'reply-time' | 'withdrawn';

/** Null: it may be listed. The entry is as it reads now: a mark may come, or go, by a correction. */
export function reasonToLeaveOut(entry: Entry, inReplyTime: ReadonlySet<string>): Reason | null {
  if (entry.tags.some((tag) => NOT_PUBLIC_TAGS.includes(tag.toLowerCase()))) return 'marked';
  if (entry.status === 'disputed') return 'disputed';
  if (entry.status === 'voided') return 'withdrawn';
  return inReplyTime.has(entry.id) ? 'reply-time' : null;
}

/** Those that may be listed, and how many are left out for which reason. An answer goes with what it answers. */
export function publicAlone<T extends Entry>(
  entries: readonly T[],
  inReplyTime: ReadonlySet<string>,
): { readonly listed: readonly T[]; readonly leftOut: Readonly<Record<Reason, number>> } {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const reasonOf = (entry: Entry): Reason | null => {
    const answered = entry.answers === null ? undefined : byId.get(entry.answers);
    return (
      reasonToLeaveOut(entry, inReplyTime) ?? (answered === undefined ? null : reasonToLeaveOut(answered, inReplyTime))
    );
  };
  const leftOut = { marked: 0, disputed: 0, 'reply-time': 0, withdrawn: 0 };
  const listed = entries.filter((entry) => {
    const reason = reasonOf(entry);
    if (reason !== null) leftOut[reason] += 1;
    return reason === null;
  });
  return { listed, leftOut };
}

/** An exact decimal less another one. */
export function less(amount: string, part: string): string {
  const places = Math.max(...[amount, part].map((decimal) => (decimal.split('.')[1] ?? '').length));
  const unitsOf = (decimal: string): bigint => {
    const [whole = '0', fraction = ''] = decimal.split('.');
    return BigInt(whole + fraction.padEnd(places, '0'));
  };
  const units = unitsOf(amount) - unitsOf(part);
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const sign = units < 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
