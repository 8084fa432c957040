import type { ReadModel } from '@app/projections';
import type { Fact } from '../scoring/fact';
import { unpackFacts } from './packed-facts';

/** Facts kept in memory over all relationships; about 200 bytes each. */
export const FACTS_KEPT = 400_000;

/** Reads the scoring facts of relationships, and keeps those that were asked for last. */
export interface FactsReader {
  /** All facts in ledger order; null where there is no such relationship. A new array when there are more than before. */
  facts(relationship: string): readonly Fact[] | null;
}

/** @param factsKept bound of the cache; the relationship asked for last stays whatever its size */
export function factsReader(model: ReadModel, factsKept = FACTS_KEPT): FactsReader {
  // A map iterates in the order of insertion: the first is the one that was asked for longest ago.
  const kept = new Map<string, readonly Fact[]>();
  let total = 0;
  let file = '';

  const remember = (relationship: string, facts: readonly Fact[]): void => {
    total += facts.length - (kept.get(relationship)?.length ?? 0);
    kept.delete(relationship);
    kept.set(relationship, facts);
    for (const [oldest, { length }] of kept) {
      if (total <= factsKept || oldest === relationship) break;
      kept.delete(oldest);
      total -= length;
    }
  };

  return {
    facts: (relationship) =>
      model.read((snapshot) => {
        if (snapshot.file !== file) {
          file = snapshot.file;
          kept.clear();
          total = 0;
        }
        const known = kept.get(relationship) ?? [];
        const after = known.at(-1)?.revision ?? -1;
        const more: Fact[] = [];
        const packs = snapshot.all<{ columns: Uint8Array; texts: string }>(
          'select columns, texts from packs where relationship = ? and last_revision > ? order by last_revision',
          relationship,
          after,
        );
        for (const pack of packs) unpackFacts(pack, after, more);
        const tail = snapshot.all<{ fact: string }>(
          'select fact from tail where relationship = ? and revision > ? order by revision',
          relationship,
          after,
        );
        for (const { fact } of tail) more.push(JSON.parse(fact) as Fact);
        const facts = more.length === 0 ? known : known.concat(more);
        if (facts.length === 0) return null;
        remember(relationship, facts);
        return facts;
      }),
  };
}
