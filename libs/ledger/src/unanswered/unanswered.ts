import { dayOf } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import type { Reading } from '../scoring/reading';

/** Nobody is asked to agree to what a party rates, what an auditor finds, or whom a client alone considers. */
const NOT_ASKED: ReadonlySet<string> = new Set(['assessment', 'assurance', 'selection']);

/**
 * The parties of a day that have still to say something of an entry: of one that needs them all, or that bears on a
 * factor. Whoever noted it has answered; after a correction all are asked anew.
 */
export function waitingFor(entry: EntryReading, reading: Reading, day: number): readonly string[] {
  const { kind, factor, status, fact } = entry;
  if (kind === undefined || status === 'agreed' || status === 'voided') return [];
  if (fact.party === 'joint' || fact.party === 'ledger') return [];
  if (kind.needsAll !== true && (factor === null || NOT_ASKED.has(kind.family))) return [];
  const parties = reading.parties(day);
  return reading
    .parties(entry.day)
    .filter(
      (party) =>
        party !== fact.party && parties.includes(party) && !entry.answers.some((answer) => answer.party === party),
    );
}

/** The UTC day since which an entry waits: it was recorded, or last corrected, on it. */
export function waitingSince({ fact, answerFacts }: EntryReading): number {
  return dayOf(answerFacts.findLast(({ kind }) => kind === 'entry.corrected')?.recorded ?? fact.recorded);
}
