import { Problem } from '../problems';
import { endOfDay, formatInstant, parseDay, parseKnownAt } from './days';
import type { Fact } from './fact';
import { Reading } from './reading';

/** Which recorded time `knownAt` cuts on: that which an import claims, or the ledger's own. */
export type RecordedClock = 'claimed' | 'ledger';

/** What every question about a score may say. */
export interface KnowledgeOptions {
  /** An instant in milliseconds, an RFC 3339 instant or a date; null or absent: everything. */
  readonly knownAt?: number | string | null;
  readonly clock?: RecordedClock;
  /** Name of the factor set to use; absent: the one in force. */
  readonly factorSet?: string | null;
}

/** `YYYY-MM-DD` or a day as a day. @throws Problem `invalid-parameter` */
export function dayParameter(value: number | string, name: string): number {
  const day = typeof value === 'number' ? value : parseDay(value);
  if (day === null) throw new Problem('invalid-parameter', `${name} is not a date YYYY-MM-DD.`, name);
  return day;
}

/** The last instant that is known, in milliseconds; null: everything. @throws Problem `invalid-parameter` */
export function knownAtParameter(value: number | string | null | undefined): number | null {
  if (value === null || value === undefined || typeof value === 'number') return value ?? null;
  const instant = parseKnownAt(value);
  if (instant === null) {
    throw new Problem('invalid-parameter', 'knownAt is neither a date nor an RFC 3339 instant.', 'knownAt');
  }
  return instant;
}

/** As every answer shows it. */
export function showKnownAt(knownAt: number | null): string | null {
  return knownAt === null ? null : formatInstant(knownAt);
}

export function recordedTime(fact: Fact, clock: RecordedClock | undefined): number {
  return clock === 'ledger' ? fact.ledgerRecorded : fact.recorded;
}

/** Oldest recorded first; where recorded times are equal, in the order of the ledger (reading rule 3). */
export function inRecordedOrder(facts: readonly Fact[], clock?: RecordedClock): readonly Fact[] {
  return [...facts].sort((a, b) => recordedTime(a, clock) - recordedTime(b, clock) || a.revision - b.revision);
}

/** The entries as they were known at an instant. */
export function readingAt(facts: readonly Fact[], knownAt: number | null, clock?: RecordedClock): Reading {
  const reading = new Reading();
  for (const fact of facts) {
    if (knownAt === null || recordedTime(fact, clock) <= knownAt) reading.learn(fact);
  }
  return reading;
}

/** A reading that learns as days go by: at each day what was known at its end. */
export class KnowledgeByDay {
  readonly reading = new Reading();
  private readonly inOrder: readonly Fact[];
  private known = 0;

  constructor(
    facts: readonly Fact[],
    private readonly clock?: RecordedClock,
  ) {
    this.inOrder = inRecordedOrder(facts, clock);
  }

  /** Learns what was known at the end of a day; days only go forward. */
  learnUntil(day: number): Reading {
    const last = endOfDay(day);
    for (let fact = this.inOrder[this.known]; fact !== undefined; fact = this.inOrder[this.known]) {
      if (recordedTime(fact, this.clock) > last) break;
      this.reading.learn(fact);
      this.known += 1;
    }
    return this.reading;
  }
}
