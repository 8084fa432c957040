import type { EntryBody } from '@app/ledger';

/** What is said of a kind: a journal line without what the ledger adds. */
export type Said = Omit<EntryBody, 'kind'> & { readonly party?: 'third-party' };

/** Who logs what; `both`: the client does, and the provider agrees. */
export type Told = readonly [by: By, kind: string, said: Said];
export type By = 'client' | 'provider' | 'both' | 'auditor';

/** The smallest wrong input, and what it is refused with. */
export interface Refused {
  readonly by?: By;
  /** What is told instead of the sample; fields of `data` beside those of the sample, undefined takes one away. */
  readonly said: Omit<Said, 'data'> & { readonly data?: Readonly<Record<string, unknown>> };
  readonly code: string;
  readonly field: string;
}

export interface LiveSample {
  /** What has to be in the ledger for the sample to be taken. */
  readonly before?: readonly Told[];
  /** The ledger begins with an import of one line, and not with the relationship. */
  readonly imported?: true;
  readonly by?: By;
  /** As it is taken live; null where nobody but the ledger, or the operator, writes it. */
  readonly said: Said | null;
  readonly refused: Refused;
}

export const MONEY = { amount: '1234.50', currency: 'GBP' };
export const NEXT = '2026-12-01';
/** The day before the one on which all of this is logged. */
export const YESTERDAY = '2026-05-31';

/** `not-allowed-now`: what happened before does not allow it. */
export function notNow(field: string, said: Refused['said'] = {}, by?: By): Refused {
  return { said, code: 'not-allowed-now', field, ...(by !== undefined && { by }) };
}

/** `invalid-entry`: one field of `data` is missing, or not what it has to be. */
export function invalid(name: string, value?: unknown): Refused {
  return { said: { data: { [name]: value } }, code: 'invalid-entry', field: `data.${name}` };
}

/** `invalid-date` */
export function noDate(name: string, value = '2026-13-01'): Refused {
  return { said: { data: { [name]: value } }, code: 'invalid-date', field: `data.${name}` };
}

/** A party that nobody knows. */
export function nobody(name: string): Refused {
  return { said: { data: { [name]: 'nobody' } }, code: 'unknown-party', field: `data.${name}` };
}

/** `no-fault`: it costs nothing to say so. */
export const NO_FAULT: Refused = { said: { sign: '-' }, code: 'no-fault', field: 'sign' };

/** Nobody but the ledger itself writes it. */
export const LEDGER_ALONE: LiveSample = {
  said: null,
  refused: { said: { effective: YESTERDAY }, code: 'kind-not-writable', field: 'kind' },
};
