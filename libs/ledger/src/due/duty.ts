import type { JsonObject } from '@app/event-store';
import { dayOf } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import { recordedTime, type RecordedClock } from '../scoring/knowledge';
import type { Reading } from '../scoring/reading';

/** Something that has to be done by a moment: a step of an issue, a review, a meeting, an answer. */
export interface Duty {
  /** Kind of the entry that the ledger writes where it was not done in time; null of a reminder, which nobody misses. */
  readonly missed: string | null;
  /** What to do, of a reminder; of all others the title of that kind says it. */
  readonly title?: string;
  /** Data of that entry: it tells this duty from every other one of its kind. */
  readonly data: JsonObject;
  /** Last millisecond in which it can be done. */
  readonly dueMs: number;
  /** The day that it is then where the relationship is: the effective day of the entry that says it was missed. */
  readonly dueDay: number;
  /** Parties that have to do it. */
  readonly parties: readonly string[];
  /** The entry that it follows from. */
  readonly setBy: EntryReading;
  /** The entry that does it, or that takes it away; null while there is none. */
  readonly doneBy: EntryReading | null;
}

/** What duties follow from. */
export interface DutyLedger {
  readonly reading: Reading;
  /** Those that count at the effective clock of the question, not voided, in the order in which they were learned. */
  readonly entries: readonly EntryReading[];
}

/** @param lastDay of the effective clock; absent: everything */
export function dutyLedger(reading: Reading, lastDay = Infinity): DutyLedger {
  return { reading, entries: reading.entries.filter(({ status, day }) => status !== 'voided' && day <= lastDay) };
}

/**
 * Duties of one slice: those that were done or missed, and those that are open, in no order.
 *
 * @param untilMs what repeats is told up to there
 */
export type Duties = (ledger: DutyLedger, untilMs: number) => readonly Duty[];

/**
 * Whether it was not done in time. Never before it was set: what is logged late is not missed by that (raising costs
 * nothing), and nothing is said of the past that was imported. What counts is when the ledger itself learned of things,
 * so that a clock that was stopped comes to the same as one that ran.
 */
export function isMissed({ missed, dueMs, setBy, doneBy }: Duty, nowMs: number): boolean {
  if (missed === null || dueMs >= nowMs || dueMs <= holdsSinceMs(setBy)) return false;
  return doneBy === null || holdsSinceMs(doneBy) > dueMs;
}

/**
 * Since when it is known that an entry holds: since it was recorded, or, of one that all have to agree to, since the last
 * of them did.
 */
export function holdsSinceMs(
  { fact, kind, agreedSinceDay, answerFacts }: EntryReading,
  clock: RecordedClock = 'ledger',
): number {
  if (kind?.needsAll !== true) return recordedTime(fact, clock);
  const agreements = answerFacts.filter(
    (answer) => answer.kind === 'entry.agreed' && dayOf(answer.recorded) === agreedSinceDay,
  );
  return Math.max(...[fact, ...agreements].map((each) => recordedTime(each, clock)));
}
