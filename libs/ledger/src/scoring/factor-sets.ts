import { builtInFactorSet, factorSetName, type FactorSet } from '../catalogue/factor-set';
import { Problem } from '../problems';
import { compareEntries, type EntryReading } from './entry-reading';
import type { Reading } from './reading';

/** The set that an entry proposes or agrees to; null where it holds none. */
export function factorSetOf(entry: Pick<EntryReading, 'data'>): FactorSet | null {
  const set = entry.data['factorSet'];
  return typeof set === 'object' && set !== null ? (set as unknown as FactorSet) : null;
}

/** A factor set that all agreed to, and the day from which it holds until another one does. */
export interface AgreedFactorSet {
  readonly set: FactorSet;
  readonly from: number;
  readonly entry: EntryReading;
}

/**
 * The factor sets that all agreed to, in the order in which they come into force (reading rule 13): each on the later of
 * its effective day and the first UTC day on which all had agreed to it; on the same day in the order of facts.
 */
export function agreedFactorSets(reading: Reading): readonly AgreedFactorSet[] {
  const agreed: AgreedFactorSet[] = [];
  for (const entry of reading.factorSetEntries) {
    const set = factorSetOf(entry);
    if (!entry.inEffect || entry.agreedSinceDay === null || set === null) continue;
    agreed.push({ set, from: Math.max(entry.day, entry.agreedSinceDay), entry });
  }
  return agreed.sort((a, b) => a.from - b.from || compareEntries(a.entry, b.entry));
}

/** The factor set in force on a day: of those that came into force by then the last. */
export function factorSetInForce(reading: Reading, day: number): FactorSet {
  return agreedFactorSets(reading).findLast(({ from }) => from <= day)?.set ?? builtInFactorSet;
}

/**
 * The factor set of that name (`id@version`, or its version alone): the built-in one or one put to agreement in this
 * relationship. One whose agreement was broken later can still be asked for: earlier scores carry its name.
 *
 * @throws Problem `invalid-parameter` where there is none.
 */
export function factorSetNamed(reading: Reading, name: string): FactorSet {
  const entries = reading.factorSetEntries;
  const inEffectFirst = [...entries.filter((entry) => entry.inEffect), ...entries.filter((entry) => !entry.inEffect)];
  const found = [...inEffectFirst.map(factorSetOf), builtInFactorSet].find(
    (set) => set !== null && (factorSetName(set) === name || set.version === name),
  );
  if (found === undefined || found === null) {
    throw new Problem('invalid-parameter', `This relationship has no factor set "${name}".`, 'factorSet');
  }
  return found;
}
