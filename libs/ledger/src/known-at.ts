import { clockParameter, knownAtParameter, type Clocks } from './parameters';
import { remembered } from './score/remembered';
import type { Fact } from './scoring/fact';
import { readingAt, type RecordedClock } from './scoring/knowledge';
import type { Reading } from './scoring/reading';

/** What the recorded clock of a question lets through of a relationship. */
export interface Known {
  readonly reading: Reading;
  /** Milliseconds; null: everything. */
  readonly knownAt: number | null;
  readonly clock: RecordedClock;
}

/** @throws Problem `invalid-parameter` */
export function knownIn(facts: readonly Fact[], clocks: Pick<Clocks, 'knownAt' | 'clock'>): Known {
  const knownAt = knownAtParameter(clocks.knownAt);
  const clock = clockParameter(clocks.clock);
  return {
    reading: remembered(facts, 'reading', { knownAt, clock }, () => readingAt(facts, knownAt, clock)),
    knownAt,
    clock,
  };
}
