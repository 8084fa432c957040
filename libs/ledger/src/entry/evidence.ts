import { Problem } from '../problems';
import type { Evidence } from './entry';
import type { LedgerState } from './state';

/** Whether it cites a file, a link or an entry of the ledger; a title alone is none of them. */
export function citesEvidence(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ url, sha256, entry }) => url !== undefined || sha256 !== undefined || entry !== undefined);
}

/**
 * @param own id of the entry that a correction gives the evidence to: nothing is evidence of itself
 * @throws Problem `entry-not-found` where an entry is cited that the ledger does not have before this one, `invalid-entry`
 * where an address is none that a browser may safely go to
 */
export function checkCited(state: LedgerState, evidence: readonly Evidence[], own?: string): void {
  evidence.forEach(({ url, entry }, index) => {
    if (url !== undefined && !isOfTheWeb(url)) {
      const field = `evidence[${index}].url`;
      throw new Problem('invalid-entry', `${field}: expected an address that begins with https:// or http://`, field);
    }
    if (entry === undefined || (state.revisions.has(entry) && entry !== own)) return;
    const field = `evidence[${index}].entry`;
    throw new Problem('entry-not-found', `${field}: this relationship has no entry "${entry}" before this one`, field);
  });
}

function isOfTheWeb(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}
