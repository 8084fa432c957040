import { builtInFactorSet, factorSetName, type FactorSet } from '../catalogue/factor-set';
import { Problem } from '../problems';
import { compareEntries, type EntryReading } from './entry-reading';
import type { Reading } from './reading';

function factorSetOf(entry: EntryReading): FactorSet | null {
  const set = entry.data['factorSet'];
  return typeof set === 'object' && set !== null ? (set as unknown as FactorSet) : null;
}

/**
 * The factor set in force on a day (reading rule 13): each from the later of its effective day and the first UTC day on
 * which all had agreed to it; the one that came into force last holds, the later in the order of facts on the same day.
 */
export function factorSetInForce(reading: Reading, day: number): FactorSet {
  let latest: { readonly set: FactorSet; readonly from: number; readonly entry: EntryReading } | null = null;
  for (const entry of reading.factorSetEntries) {
    const set = factorSetOf(entry);
    if (!entry.inEffect || entry.agreedSinceDay === null || set === null) continue;
    const from = Math.max(entry.day, entry.agreedSinceDay);
    if (from > day) continue;
    if (latest === null || (from - latest.from || compareEntries(entry, latest.entry)) > 0)
      latest = { set, from, entry };
  }
  return latest?.set ?? builtInFactorSet;
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
