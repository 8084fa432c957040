import { endOfDay, formatDay } from './days';
import type { Fact } from './fact';
import { Reading } from './reading';

/** What is supposed of an entry that nobody logged: one of a day, or an answer to another. */
export type Supposed = Pick<Fact, 'kind' | 'party'> &
  Partial<Pick<Fact, 'answers' | 'factor' | 'sign' | 'severity' | 'level' | 'evidenced'>>;

/**
 * The entries that are known, and behind them all some that nobody logged, as if they had happened on a day: they are
 * read, weighed and limited like all others, and never written.
 */
export function supposing(known: readonly Fact[], supposed: readonly Supposed[], day: number): Reading {
  const reading = new Reading();
  let recorded = endOfDay(day);
  let revision = 0;
  for (const fact of known) {
    reading.learn(fact);
    recorded = Math.max(recorded, fact.recorded);
    revision = Math.max(revision, fact.revision);
  }
  for (const each of supposed) {
    revision += 1;
    reading.learn({
      // No entry has such an id.
      id: `supposed/${revision}`,
      ...{ recorded, ledgerRecorded: recorded, revision, imported: false },
      ...{ factor: null, sign: null, severity: null, level: null, evidenced: null, answers: null, data: {} },
      effective: each.answers === undefined ? formatDay(day) : null,
      ...each,
    });
  }
  return reading;
}
