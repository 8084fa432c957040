import type { Kind } from '../catalogue/catalogue';
import { Problem } from '../problems';
import { dayOf, parseEffective } from '../scoring/days';
import type { LedgerState } from './state';

/** Parties that every relationship knows besides those that joined it. */
const ALWAYS_KNOWN: ReadonlySet<string> = new Set(['client', 'provider', 'ledger', 'joint', 'third-party']);

/** @throws Problem `unknown-factor` (scoring.md "Reading the entries" rule 8) */
export function checkFactor(state: LedgerState, factor: number | null): void {
  if (factor === null || (factor !== 600 && state.factors.has(factor))) return;
  throw new Problem(
    'unknown-factor',
    factor === 600
      ? 'factor: 600 is computed from the others, never given'
      : `factor: ${factor} is in no factor set agreed here`,
    'factor',
  );
}

/** @throws Problem `unknown-party` */
export function checkParty(state: LedgerState, party: string, field: string): void {
  if (ALWAYS_KNOWN.has(party) || state.joined.has(party)) return;
  throw new Problem('unknown-party', `${field}: no party "${party}" has joined this relationship`, field);
}

/**
 * The first possible day of an entry may be one day after the day it is recorded, no more; factor sets may be agreed
 * ahead of their day (scoring.md "Reading the entries" rule 1).
 *
 * @param recorded milliseconds
 * @throws Problem `effective-in-future`
 */
export function checkNotFuture(kind: Kind, effective: string | null, recorded: number): void {
  if (effective === null || kind.kind === 'factorset.agreed') return;
  const date = parseEffective(effective);
  if (date !== null && date.firstDay > dayOf(recorded) + 1) {
    throw new Problem(
      'effective-in-future',
      `effective: ${effective} lies more than a day after it is recorded`,
      'effective',
    );
  }
}
