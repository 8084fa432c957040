import { compareEntries, type EntryReading } from './entry-reading';
import type { Rating } from './ratings';

export interface RevealedRating {
  readonly factor: number;
  readonly rating: Rating;
}

interface MemberRating {
  readonly level: number;
  readonly evidenced: boolean;
  readonly entry: EntryReading;
}

/** An id in the data of an entry; empty where it names none. */
export function named(entry: EntryReading, field: string): string {
  const id = entry.data[field];
  return typeof id === 'string' ? id : '';
}

/** The middle level; of an even number the mean of the two in the middle. */
function median(levels: readonly number[]): number {
  const sorted = [...levels].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return (lower + upper) / 2;
}

/** The ratings of one revealed entry, by factor; what is not of that shape is not a rating. */
function* ratingsOf(entry: EntryReading): Iterable<{ factor: number; level: number; evidenced: boolean }> {
  const ratings = entry.data['ratings'];
  if (!Array.isArray(ratings)) return;
  for (const rating of ratings as readonly unknown[]) {
    if (typeof rating !== 'object' || rating === null) continue;
    const { factor, level, evidenced } = rating as Record<string, unknown>;
    if (typeof factor === 'number' && typeof level === 'number') yield { factor, level, evidenced: evidenced === true };
  }
}

/**
 * What the reveals of one round, as far as they are visible, come to (reading rule 10): one rating per factor and party,
 * the median of its members' levels, evidenced if at least half are, in the place of the latest reveal of the round. A
 * member revealed twice counts with the later.
 */
export function round(reveals: readonly EntryReading[]): readonly RevealedRating[] {
  const inOrder = [...reveals].sort(compareEntries);
  const last = inOrder.at(-1);
  if (last === undefined) return [];
  const byParty = new Map<string, Map<number, Map<string, MemberRating>>>();
  for (const entry of inOrder) {
    const party = named(entry, 'of');
    const byFactor = byParty.get(party) ?? new Map<number, Map<string, MemberRating>>();
    byParty.set(party, byFactor);
    for (const { factor, level, evidenced } of ratingsOf(entry)) {
      const byMember = byFactor.get(factor) ?? new Map<string, MemberRating>();
      byFactor.set(factor, byMember);
      byMember.set(named(entry, 'member') || entry.fact.id, { level, evidenced, entry });
    }
  }
  return [...byParty].flatMap(([party, byFactor]) =>
    [...byFactor].map(([factor, byMember]) => {
      const members = [...byMember.values()];
      const level = median(members.map((member) => member.level));
      const evidenced = 2 * members.filter((member) => member.evidenced).length >= members.length;
      const entries = members.map((member) => member.entry.fact.id);
      return { factor, rating: { party, level, evidenced, entry: last, day: last.day, entries } };
    }),
  );
}
