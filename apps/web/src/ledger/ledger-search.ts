import { ANSWERS, type AnswerName } from './answering';

/** What the address of the ledger says: which entries, and in which order. */
export interface LedgerSearch {
  readonly kind?: string;
  readonly factor?: string;
  readonly party?: string;
  readonly status?: StatusWord;
  readonly text?: string;
  /** Absent: the newest first. */
  readonly order?: 'oldest';
}

export const STATUSES = ['asserted', 'agreed', 'noted', 'disputed', 'remedied', 'voided'] as const;
export type StatusWord = (typeof STATUSES)[number];

/** Characters of a search that the API takes. */
export const MAX_TEXT_LENGTH = 200;

const KIND = /^[a-z-]+\.[a-z-]+$/;
const PARTY = /^[a-z0-9-]{1,64}$/;
const FACTOR = /^\d{3}$/;

/** What an address asks for; what it cannot mean is as if it were not there. */
export function ledgerSearchOf(search: Readonly<Record<string, unknown>>): LedgerSearch {
  const kind = matching(search['kind'], KIND);
  const factor = matching(search['factor'], FACTOR);
  const party = matching(search['party'], PARTY);
  const status = STATUSES.find((word) => word === search['status']);
  const text = textIn(search['text']);
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(factor === undefined ? {} : { factor }),
    ...(party === undefined ? {} : { party }),
    ...(status === undefined ? {} : { status }),
    ...(text === undefined ? {} : { text }),
    ...(search['order'] === 'oldest' ? { order: 'oldest' as const } : {}),
  };
}

/** The address of an entry: the ledger that one came from, and the answer that is being written. */
export interface EntrySearch extends LedgerSearch {
  readonly answer?: AnswerName;
}

export function entrySearchOf(search: Readonly<Record<string, unknown>>): EntrySearch {
  const answer = ANSWERS.find((name) => name === search['answer']);
  return { ...ledgerSearchOf(search), ...(answer === undefined ? {} : { answer }) };
}

/** Whether anything but the order is asked for. */
export function isFiltered({ kind, factor, party, status, text }: LedgerSearch): boolean {
  return [kind, factor, party, status, text].some((condition) => condition !== undefined);
}

/** An address holds numbers as numbers. */
function matching(value: unknown, pattern: RegExp): string | undefined {
  const word = typeof value === 'number' ? String(value) : value;
  return typeof word === 'string' && pattern.test(word) ? word : undefined;
}

function textIn(value: unknown): string | undefined {
  const text = (typeof value === 'number' ? String(value) : value) ?? '';
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  return text.trim().slice(0, MAX_TEXT_LENGTH);
}
