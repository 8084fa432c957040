import type { Schemas } from '../api/client';
import type { StatusWord } from './ledger-search';

export type LedgerEntry = Schemas['EntryAnswer'];
/** The ways to answer an entry, as the API names them. */
export const ANSWERS = ['agreement', 'note', 'dispute', 'remedy', 'correction', 'void'] as const;
export type AnswerName = (typeof ANSWERS)[number];

export const SEVERITIES = ['minor', 'moderate', 'major', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What somebody says to an entry. */
export interface Said {
  readonly answer: AnswerName;
  readonly text?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

interface Speaker {
  readonly party: string | null;
  readonly role: string;
}

type Answered = Pick<LedgerEntry, 'kind' | 'party' | 'loggedBy' | 'sign' | 'status'>;

/**
 * The answers that a party may give to an entry as it stands now, as the ledger takes them: the party that logged it
 * corrects, voids, or accepts that it was put right; the others agree, note or dispute.
 *
 * @param entry with its corrections applied
 * @param needsAll of its kind: in effect when every party has agreed, and untouched from then on
 */
export function answersOpenTo({ party, role }: Speaker, entry: Answered, needsAll: boolean): AnswerName[] {
  if (party === null || entry.status === null || entry.status === 'voided') return [];
  const inEffect = needsAll && entry.status === 'agreed';
  const isOfKeys = entry.kind === 'key.registered' || entry.kind === 'key.revoked';
  const open: AnswerName[] = [];
  if (entry.party !== party) {
    open.push('agreement', 'note');
    if (!inEffect) open.push('dispute');
  } else if (entry.kind === 'key.registered' && role === 'sponsor') {
    open.push('agreement');
  }
  const author = entry.party === 'third-party' ? entry.loggedBy : entry.party;
  if (author === party && !isOfKeys) {
    if (entry.status === 'agreed' && entry.sign === '-') open.push('remedy');
    if (!inEffect) open.push('correction', 'void');
  }
  return open;
}

/** The severities that an agreement may name instead: lower than the author's, never higher. */
export function lowerThan(severity: string | null): readonly Severity[] {
  const index = SEVERITIES.findIndex((word) => word === severity);
  return index <= 0 ? [] : SEVERITIES.slice(0, index);
}

/** The status as it will be once an answer is in the record; what the ledger makes of it is read a moment later. */
export function statusAfter(status: string | null, { answer }: Said): StatusWord | null {
  const after: Partial<Record<AnswerName, StatusWord>> = {
    agreement: 'agreed',
    dispute: 'disputed',
    remedy: 'remedied',
    void: 'voided',
  };
  if (answer === 'note') return status === 'asserted' ? 'noted' : (status as StatusWord | null);
  return after[answer] ?? (status as StatusWord | null);
}
