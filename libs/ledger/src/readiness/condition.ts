import { dayIn } from '../due/duty';
import { decides } from '../entry/rules';
import { idsOf } from '../register';
import { formatDay } from '../scoring/days';
import { compareEntries, type EntryReading } from '../scoring/entry-reading';

/** Something that a relationship is asked to have, and what the record holds of it. */
export interface Condition {
  readonly id: string;
  readonly title: string;
  /** `ageing`: it was met, and nothing has upheld it for too long; `partly`: some of its parts are there. */
  readonly state: 'met' | 'ageing' | 'partly' | 'not-met';
  /** Parts that the record does not hold. */
  readonly lacking: readonly string[];
  /** `YYYY-MM-DD`: when something last upheld it; null where nothing did. */
  readonly upheld: string | null;
  /** `YYYY-MM-DD`: the day that was named for its next review; null where none was. */
  readonly nextReview: string | null;
  /** Ids of the entries that back it, in the order of facts. */
  readonly entries: readonly string[];
}

/** One part of a condition, with the entries that fulfil it; without any it is lacking. */
export interface Part {
  readonly what: string;
  readonly entries: readonly EntryReading[];
}

/** What one side alone says and the other disputes backs nothing; of kinds that need all, what all agreed to. */
export function backing(entries: readonly EntryReading[]): readonly EntryReading[] {
  return entries.filter(decides);
}

export function ofKinds(entries: readonly EntryReading[], ...kinds: readonly string[]): readonly EntryReading[] {
  return entries.filter(({ fact }) => kinds.includes(fact.kind));
}

/** From its parts: without ageing. */
export function conditionOf(id: string, title: string, parts: readonly Part[]): Condition {
  const lacking = parts.filter(({ entries }) => entries.length === 0).map(({ what }) => what);
  const entries = [...new Set(parts.flatMap((part) => part.entries))].sort(compareEntries);
  const last = entries.at(-1);
  const named = entries.findLast((entry) => dayIn(entry, 'nextReview') !== null);
  const nextReview = named === undefined ? null : dayIn(named, 'nextReview');
  return {
    ...{ id, title, lacking },
    state: lacking.length === 0 ? 'met' : lacking.length < parts.length ? 'partly' : 'not-met',
    upheld: last === undefined ? null : formatDay(last.day),
    nextReview: nextReview === null ? null : formatDay(nextReview),
    entries: idsOf(entries),
  };
}
