import type { JsonObject } from '@app/event-store';
import type { EntryReading } from '../scoring/entry-reading';
import type { Reading } from '../scoring/reading';

/** Something that has to be done by a moment: a step of an issue, a review, a meeting, an answer. */
export interface Duty {
  /** Kind of the entry that the ledger writes where it was not done in time. */
  readonly missed: string;
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
export function isMissed({ dueMs, setBy, doneBy }: Duty, nowMs: number): boolean {
  if (dueMs >= nowMs || dueMs <= setBy.fact.ledgerRecorded) return false;
  return doneBy === null || doneBy.fact.ledgerRecorded > dueMs;
}
