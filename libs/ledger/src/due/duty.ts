import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '@app/event-store';
import { endOfLocalDay, localDay } from '../calendar/working-days';
import type { RoleOf } from '../leadership/roles';
import { entriesById } from '../register';
import { dayOf, formatDay, parseEffective } from '../scoring/days';
import { factorSetInForce } from '../scoring/factor-sets';
import type { FactorSetParameters } from '../catalogue/factor-set';
import type { EntryReading } from '../scoring/entry-reading';
import { recordedTime, type RecordedClock } from '../scoring/knowledge';
import type { Reading } from '../scoring/reading';

/** Something that has to be done by a moment: a step of an issue, a review, a meeting, an answer. */
export interface Duty {
  /** Kind of the entry that the ledger writes where it was not done in time; null of a reminder, which nobody misses. */
  readonly missed: string | null;
  /** What to do, of a reminder; of all others the title of that kind says it. */
  readonly title?: string;
  /** Data of that entry, without prose: it tells this duty from every other one of its kind. */
  readonly data: JsonObject;
  /** What that entry says besides, as the entry that set the duty does, and when the ledger learned of these words. */
  readonly prose?: { readonly data: JsonObject; readonly sinceMs: number };
  /** Of a kind with prose: whether an entry with these data is about this duty; absent: every one is. */
  readonly isSaidBy?: (entry: EntryReading) => boolean;
  /** Last millisecond in which it can be done. */
  readonly dueMs: number;
  /** The day that it is then where the relationship is: the effective day of the entry that says it was missed. */
  readonly dueDay: number;
  /** Parties that have to do it. */
  readonly parties: readonly string[];
  /** The entry that it follows from. */
  readonly setBy: EntryReading;
  /** Fields of that entry, its effective date among them, that say what has to be done by when; absent: none. */
  readonly reads?: readonly string[];
  /**
   * Of a kind that a person may log too: the first and the last day that a person may name for this very duty, from that on
   * which it was to be done; absent: the day in `data` alone.
   */
  readonly nameable?: readonly [first: number, last: number];
  /** The thing has no other duty of this kind, whenever it is due: it is missed once. */
  readonly once?: true;
  /**
   * Of a reminder: the field of prose that alone tells what it is about. Whether it was done is then told by who reads prose
   * (`withoutReviewed`), and `doneBy` is null.
   */
  readonly namedInProse?: string;
  /** The entry that does it, or that takes it away; null while there is none. */
  readonly doneBy: EntryReading | null;
  /** When it was done, where that was later than the entry was recorded: it rests on an agreement. */
  readonly doneMs?: number;
  /** All agree that `doneBy` was done in time, though it was logged late: nothing was missed. Of meetings alone. */
  readonly toldLate?: true;
}

/** What duties follow from. */
export interface DutyLedger {
  readonly reading: Reading;
  /**
   * Those that count at the effective clock of the question, not voided, as they were recorded: an import claims earlier
   * times, and holds its lines in any order.
   */
  readonly entries: readonly EntryReading[];
  /** Those of these kinds, in that order. */
  readonly ofKinds: (kinds: readonly string[]) => readonly EntryReading[];
  /** Those of these kinds, in that order, by the id that a field of their data names. */
  readonly byId: (field: string, kinds: readonly string[]) => ReadonlyMap<string, readonly EntryReading[]>;
  /** Those of the ledger itself of a kind, derived here and not imported; what was voided is among them. */
  readonly ownOf: (kind: string) => readonly EntryReading[];
  /** Where among them all an entry is; -1 for any other. */
  readonly placeOf: (entry: EntryReading) => number;
  /** The post of a leader that an entry names: of nobody, where what asks reads no prose. */
  readonly roleOf: RoleOf;
  /** When the ledger learned the first of those that come at a place or behind it, in milliseconds. */
  readonly learnedFromMs: (place: number) => number;
}

/** @param lastDay of the effective clock; absent: everything */
export function dutyLedger(reading: Reading, lastDay = Infinity, roleOf: RoleOf = () => null): DutyLedger {
  const entries = reading.entries
    .filter(({ status, day }) => status !== 'voided' && day <= lastDay)
    .sort((a, b) => a.fact.recorded - b.fact.recorded || a.day - b.day || a.fact.revision - b.fact.revision);
  // Whoever asks for one slice alone needs little of this: each is made when it is first asked for.
  const byKind = once(() => Map.groupBy(entries, ({ fact }) => fact.kind));
  const own = once(() =>
    Map.groupBy(
      reading.entries.filter(({ fact }) => fact.party === 'ledger' && !fact.imported),
      ({ fact }) => fact.kind,
    ),
  );
  const places = once(() => new Map(entries.map((entry, place) => [entry, place])));
  const learned = once(() => {
    const times = new Float64Array(entries.length + 1).fill(Infinity);
    for (let place = entries.length - 1; place >= 0; place -= 1) {
      times[place] = Math.min(entries[place]?.fact.ledgerRecorded ?? Infinity, times[place + 1] ?? Infinity);
    }
    return times;
  });
  const ofKinds = perKey((kinds: readonly string[]) => {
    const each = kinds.map((kind) => byKind().get(kind) ?? []);
    return each.length === 1 ? (each[0] ?? []) : each.flat().sort((a, b) => placeOf(a) - placeOf(b));
  });
  const placeOf = (entry: EntryReading): number => places().get(entry) ?? -1;
  const byField = perKey(([field = '', ...kinds]: readonly string[]) => entriesById(ofKinds(kinds), field));
  return {
    reading,
    entries,
    ofKinds,
    byId: (field, kinds) => byField([field, ...kinds]),
    ownOf: (kind) => own().get(kind) ?? [],
    placeOf,
    roleOf,
    learnedFromMs: (place) => learned()[place] ?? Infinity,
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function perKey<T>(make: (key: readonly string[]) => T): (key: readonly string[]) => T {
  const made = new Map<string, T>();
  return (key) => {
    const name = key.join(' ');
    const known = made.get(name);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(name, value);
    return value;
  };
}

/** The place of the first item that lies behind; all that come after it do. */
export function firstPlace<T>(items: readonly T[], isBehind: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Duties of one slice: those that were done or missed, and those that are open, in no order.
 *
 * @param untilMs what repeats is told up to there
 */
export type Duties = (ledger: DutyLedger, untilMs: number) => readonly Duty[];

/**
 * Whether it was not done in time. Never before it was set as it stands: what is logged or corrected late is not missed by that (raising costs
 * nothing), and nothing is said of the past that was imported. What counts is when the ledger itself learned of things,
 * so that a clock that was stopped comes to the same as one that ran. While somebody disputes the entry that set it, nothing
 * follows: one side alone asks nothing of the other that the other denies.
 */
export function isMissed(duty: Duty, nowMs: number): boolean {
  const { missed, dueMs, setBy, reads = [], prose, doneBy, doneMs, toldLate } = duty;
  const setMs = Math.max(holdsSinceMs(setBy), correctedMs(setBy, reads), prose?.sinceMs ?? -Infinity);
  if (missed === null || dueMs >= nowMs || dueMs <= setMs) return false;
  if (setBy.status === 'disputed' || toldLate === true) return false;
  return doneBy === null || (doneMs ?? holdsSinceMs(doneBy)) > dueMs;
}

/**
 * Since when it is known that an entry holds: since it was recorded, or, of one that all have to agree to, since the last
 * of them did.
 */
export function holdsSinceMs(entry: EntryReading, clock: RecordedClock = 'ledger'): number {
  const recordedMs = recordedTime(entry.fact, clock);
  return entry.kind?.needsAll === true ? Math.max(recordedMs, agreedSinceMs(entry, clock)) : recordedMs;
}

/** When the last of those that agree did; minus infinity where nobody had to. */
export function agreedSinceMs({ agreedSinceDay, answerFacts }: EntryReading, clock: RecordedClock = 'ledger'): number {
  const agreements = answerFacts.filter(
    ({ kind, recorded }) => kind === 'entry.agreed' && dayOf(recorded) === agreedSinceDay,
  );
  return Math.max(-Infinity, ...agreements.map((agreement) => recordedTime(agreement, clock)));
}

/** When the ledger learned of the last correction that gave one of these fields another value; minus infinity without. */
export function correctedMs({ fact, answerFacts }: EntryReading, fields: readonly string[]): number {
  let lastMs = -Infinity;
  const known: Record<string, Json> = { ...fact.data, effective: fact.effective };
  for (const { kind, data, ledgerRecorded } of answerFacts) {
    if (kind !== 'entry.corrected') continue;
    for (const field of fields) {
      const value = data[field];
      if (value === undefined || isDeepStrictEqual(value, known[field] ?? null)) continue;
      known[field] = value;
      lastMs = Math.max(lastMs, ledgerRecorded);
    }
  }
  return lastMs;
}

/** The data of the entry that says that a duty was missed. */
export function missedData({ data, prose }: Duty): JsonObject {
  return { ...data, ...prose?.data };
}

/** Whether it was due before its ledger learned of it by an import, which may leave out that it was done. */
export function isOfImportedPast({ dueMs, setBy: { fact } }: Duty): boolean {
  return fact.imported && dueMs <= fact.ledgerRecorded;
}

/** A duty until the end of a day, whose entry names in `due` the day for which it was planned, or else that day. */
export function dutyOfDay({ planned, ...duty }: Omit<Duty, 'dueMs'> & { readonly planned?: number }): Duty {
  const { dueDay, data } = duty;
  return { ...duty, data: { ...data, due: formatDay(planned ?? dueDay) }, dueMs: endOfLocalDay(dueDay) };
}

/** A day that an entry names, of a coarse date the last that it covers; null where it names none. */
export function dayIn({ data }: EntryReading, field: string): number | null {
  const date = data[field];
  return typeof date === 'string' ? (parseEffective(date)?.lastDay ?? null) : null;
}

/** That day as it was known at an instant of the ledger's own time: what was corrected afterwards does not count. */
export function dayInAt(entry: EntryReading, field: string, atMs: number): number | null {
  const corrected = entry.answerFacts.findLast(
    ({ kind, data, ledgerRecorded }) => kind === 'entry.corrected' && field in data && ledgerRecorded <= atMs,
  );
  const date = (corrected ?? entry.fact).data[field];
  return typeof date === 'string' ? (parseEffective(date)?.lastDay ?? null) : null;
}

/**
 * The day on which an entry was recorded, where the relationship is: of an import the claimed one, and where it claims
 * none the effective one, so that the past stays past.
 */
export function learnedOn({ fact, day }: EntryReading): number {
  const recordedDay = localDay(fact.recorded);
  return fact.imported && fact.recorded === fact.ledgerRecorded ? Math.min(recordedDay, day) : recordedDay;
}

/** The parameters of the method that was in force when an entry was recorded. */
export function parametersAt(reading: Reading, entry: EntryReading): FactorSetParameters {
  return factorSetInForce(reading, learnedOn(entry)).parameters;
}

/** What does a duty, as far as it can be told without looking at each entry. */
export interface Doing {
  readonly kinds: readonly string[];
  /** Field in which it names the same thing as the entry that set the duty; absent: whichever it names. */
  readonly field?: string;
}

/** Of these kinds behind an entry the one that took effect first; null where there is none. */
export function firstBehind(
  { ofKinds, byId, placeOf, learnedFromMs }: DutyLedger,
  entry: EntryReading,
  { kinds, field }: Doing,
  isMeant: (other: EntryReading) => boolean = () => true,
): EntryReading | null {
  const id = field === undefined ? undefined : entry.data[field];
  const named = field === undefined ? ofKinds(kinds) : byId(field, kinds).get(typeof id === 'string' ? id : '');
  const candidates = named ?? [];
  const place = placeOf(entry);
  let first: EntryReading | null = null;
  let firstMs = Infinity;
  for (let at = firstPlace(candidates, (other) => placeOf(other) > place); at < candidates.length; at += 1) {
    const other = candidates[at];
    if (other === undefined || !other.inEffect || !isMeant(other)) continue;
    const sinceMs = holdsSinceMs(other);
    if (sinceMs < firstMs) [first, firstMs] = [other, sinceMs];
    // Nothing takes effect before it is learned.
    if (firstMs <= learnedFromMs(placeOf(other) + 1)) break;
  }
  return first;
}
