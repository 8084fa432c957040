import type { EventStore, Json } from '@app/event-store';
import { invalid } from '../entry/shape';
import { Problem } from '../problems';
import { objectsIn, wordIn } from './fields';
import { entryIdOf, nameOf } from './ids';
import { MAX_CONTRACTS, MAX_NAMED } from './limits';
import type { Release } from './package';
import { recordedIn, type RecordedLedger, type Thing } from './recorded';
import { attempt, isFault } from './statement';

/** A ledger that contracts of the package belong to. */
export interface Ledger extends RecordedLedger {
  readonly relationship: string;
  /** The contract that establishes it; null where something else did before. */
  readonly establisher: string | null;
  /** When its contracts end, by their ids, as far as it is recorded. */
  readonly ends: ReadonlyMap<string, Json | undefined>;
}

/** Ids of the contracts of each process, in the order in which its releases first have them. */
export function contractsIn(releases: readonly Release[]): ReadonlyMap<string, ReadonlySet<string>> {
  const contracts = new Map<string, Set<string>>();
  let count = 0;
  for (const release of releases) {
    const ids = contracts.get(release.ocid) ?? new Set<string>();
    contracts.set(release.ocid, ids);
    count -= ids.size;
    // What is no list, or an item without an id, is told where what it says is looked at.
    const listed = attempt(() => objectsIn(release, 'contracts'));
    for (const contract of isFault(listed) ? [] : listed) {
      const id = attempt(() => ({ id: wordIn(contract, 'id') }));
      if (!isFault(id) && id.id !== undefined) ids.add(id.id);
    }
    count += ids.size;
    if (count > MAX_CONTRACTS)
      throw invalid(`${release.path}.contracts`, `at most ${MAX_CONTRACTS} contracts in a package`);
  }
  return contracts;
}

/** By process and contract. */
export async function ledgersOf(
  store: EventStore,
  contracts: ReadonlyMap<string, ReadonlySet<string>>,
  relationship: string | undefined,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Ledger>>> {
  const processes = [...contracts].filter(([, ids]) => ids.size > 0);
  if (relationship !== undefined && processes.length > 1) {
    const named = processes.slice(0, MAX_NAMED).map(([ocid]) => ocid);
    const more = processes.length > named.length ? ' …' : '';
    throw new Problem(
      'invalid-parameter',
      `relationship: the file holds ${processes.length} contracting processes (${named.join(', ')}${more}); leave it out: each contract is a relationship of its own`,
      'relationship',
    );
  }
  const ledgers = new Map<string, Map<string, Ledger>>();
  for (const [ocid, ids] of processes) {
    const byContract = new Map<string, Ledger>();
    ledgers.set(ocid, byContract);
    const together = relationship === undefined ? [...ids].map((id) => [id]) : [[...ids]];
    for (const each of together) {
      const name = relationship ?? nameOf(ocid, ...each);
      const ledger = await ledgerOfContracts(store, name, ocid, each);
      for (const id of each) byContract.set(id, ledger);
    }
  }
  return ledgers;
}

async function ledgerOfContracts(
  store: EventStore,
  relationship: string,
  ocid: string,
  contracts: readonly string[],
): Promise<Ledger> {
  const recorded = await recordedIn(store, relationship);
  const establishedIn = (id: string): Thing | undefined =>
    recorded.things.get(entryIdOf(ocid, [id, 'contracts', ''], 'relationship.established'));
  const before = contracts.find((id) => establishedIn(id) !== undefined);
  const first = recorded.establishedBy === null ? (contracts[0] ?? null) : null;
  const ends = new Map(contracts.map((id) => [id, establishedIn(id)?.versions.at(-1)?.content?.['end']]));
  return { ...recorded, relationship, ends, establisher: before ?? first };
}
