import type { Fact } from './fact';

/** The only party of a partner selection. */
export const SELECTING_PARTY = 'client';

/**
 * Whether an entry opens a partner selection, a ledger of the client alone: the first entry establishes it and names the
 * one party that it is of. No later entry makes a ledger one, nor ends that it is one.
 */
export function opensSelection({ revision, kind, data }: Pick<Fact, 'revision' | 'kind' | 'data'>): boolean {
  return revision === 0 && kind === 'relationship.established' && data['party'] === SELECTING_PARTY;
}
