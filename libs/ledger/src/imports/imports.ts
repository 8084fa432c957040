import { notNow, type Rules } from '../entry/rules';
import type { EntryReading } from '../scoring/entry-reading';
import type { Fact } from '../scoring/fact';
import type { Reading } from '../scoring/reading';

/** What a score rests on that was logged elsewhere before this ledger had it, and that not all parties accepted yet. */
export interface RestsOnImport {
  /** How many entries were imported. */
  readonly imported: number;
  /** Who accepted them, and by which entry. */
  readonly acceptedBy: readonly { readonly party: string; readonly entry: string }[];
  readonly waitingFor: readonly string[];
}

/**
 * What to say of a live relationship that rests on an import; null of one that does not, that nobody logged anything in
 * since, or whose import every party accepted.
 *
 * @param known the facts that are known
 * @param readingOf makes the reading of them, where there is need of it
 */
export function restsOnImport(known: readonly Fact[], readingOf: () => Reading, day: number): RestsOnImport | null {
  let imported = 0;
  for (const fact of known) if (fact.imported) imported += 1;
  if (imported === 0 || !known.some((fact) => !fact.imported && fact.party !== 'ledger')) return null;
  const reading = readingOf();
  const acceptances = acceptancesIn(reading, imported);
  if (acceptances.some(({ inEffect }) => inEffect)) return null;
  const acceptedBy = new Map<string, string>();
  for (const { fact, answers } of acceptances) {
    acceptedBy.set(fact.party, fact.id);
    for (const { party, word } of answers) if (word === 'agreed') acceptedBy.set(party, fact.id);
  }
  const waitingFor = reading.parties(day).filter((party) => !acceptedBy.has(party));
  if (waitingFor.length === 0) return null;
  return { imported, acceptedBy: [...acceptedBy].map(([party, entry]) => ({ party, entry })), waitingFor };
}

/** Of all that was imported: an earlier acceptance of less says nothing of what came later. */
function acceptancesIn(reading: Reading, imported: number): readonly EntryReading[] {
  return reading.entries.filter(
    ({ fact, data, status }) =>
      fact.kind === 'import.accepted' && !fact.imported && status !== 'voided' && data['entries'] === imported,
  );
}

export const importsRules: Rules = {
  'import.accepted': ({ reading, imported }, { data, party }) => {
    if (imported === 0) throw notNow('nothing was imported here', 'kind');
    if (data['entries'] !== imported) {
      throw notNow(`${imported} entries were imported: accept them all, or none`, 'data.entries');
    }
    const acceptances = acceptancesIn(reading, imported);
    if (acceptances.some(({ data: other }) => other['sha256'] !== data['sha256'])) {
      throw notNow('another party accepted a file with another SHA-256: one of both has to be voided', 'data.sha256');
    }
    if (acceptances.some(({ fact }) => fact.party === party)) {
      throw notNow('your party accepted it already; the others agree to that entry', 'kind');
    }
  },
};
