import { parseEffective } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';

/** Kinds whose `end` moves the end of the contract. */
const ENDS: ReadonlySet<string> = new Set(['relationship.established', 'contract.amended', 'extension.decided']);

/** The date on which the contract ends, as precise as the last of these entries gives it; null where none does. */
export function endOfTerm(entries: readonly EntryReading[]): string | null {
  let end: string | null = null;
  for (const { fact, data, inEffect } of entries) {
    if (inEffect && ENDS.has(fact.kind) && typeof data['end'] === 'string') end = data['end'];
  }
  return end;
}

/** The last day on which the parties owe each other what repeats; of what is handed over, a part may go before the rest. */
export function lastDayOfTerm(entries: readonly EntryReading[]): number {
  const end = endOfTerm(entries);
  return (end === null ? null : parseEffective(end)?.lastDay) ?? Infinity;
}
