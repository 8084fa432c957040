import { parseEffective } from '../scoring/days';
import { compareEntries, type EntryReading } from '../scoring/entry-reading';

/**
 * The date on which the contract ends: as it was established with, or as the last entry gives it that all agree to, as
 * precise as it was given; null where none does.
 */
export function endOfTerm(entries: readonly EntryReading[]): string | null {
  const last = entries
    .filter((entry) => movesEnd(entry) && typeof entry.data['end'] === 'string')
    .sort(compareEntries)
    .at(-1)?.data['end'];
  return typeof last === 'string' ? last : null;
}

/** One side alone ends no contract, nor extends it. */
function movesEnd({ fact, status, inEffect, data }: EntryReading): boolean {
  switch (fact.kind) {
    case 'relationship.established':
      return inEffect;
    case 'contract.amended':
      return status === 'agreed';
    case 'extension.decided':
      return status === 'agreed' && data['outcome'] === 'exercised';
    default:
      return false;
  }
}

/** The last day on which the parties owe each other what repeats; of what is handed over, a part may go before the rest. */
export function lastDayOfTerm(entries: readonly EntryReading[]): number {
  const end = endOfTerm(entries);
  return (end === null ? null : parseEffective(end)?.lastDay) ?? Infinity;
}
