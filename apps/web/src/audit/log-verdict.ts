import type { Outcome } from '@app/ledger/verifier/finding';

/** What an auditor is told, in a word for each sentence. */
export type LogWord = 'same' | 'grown' | 'sound' | 'incomplete' | 'tampered';

/** @param keptSize entries of the checkpoint that the auditor kept; null where none was brought */
export function logWordOf(outcome: Outcome, size: number, keptSize: number | null): LogWord {
  if (outcome === 'incomplete') return 'incomplete';
  if (outcome !== 'valid') return 'tampered';
  if (keptSize === null) return 'sound';
  return keptSize < size ? 'grown' : 'same';
}
