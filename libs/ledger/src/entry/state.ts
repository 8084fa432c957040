import type { Json } from '@app/event-store';
import { canonicalJson } from '@app/integrity';
import { kindOf } from '../catalogue/catalogue';
import { builtInFactorSet, factorSetName, type FactorSet } from '../catalogue/factor-set';
import { dayOf } from '../scoring/days';
import { noKeys, type PartyKeys } from '../keys/party-keys';
import type { Envelope } from './entry';
import type { RoleSaid } from '../leadership/roles';
import type { EntryReading } from '../scoring/entry-reading';
import type { Fact } from '../scoring/fact';
import { Reading } from '../scoring/reading';
import { envelopeFact } from './envelope-fact';
import { factsOf } from './facts';
import { References } from './references';

/** The ledger of one relationship, folded as far as deciding needs it. */
export interface LedgerState {
  readonly relationship: string;
  /** Of the last entry; -1 while there is none. */
  revision: number;
  /**
   * The last envelope, whose hash the next one names, and its canonical JSON where this process wrote it; null while there
   * is none.
   */
  last: { readonly envelope: Envelope; readonly canonical: string | undefined } | null;
  /** Ledger time of the last entry, in milliseconds. */
  lastRecorded: number;
  /** How many entries were imported. */
  imported: number;
  /** Whether a party logged an entry live: then no import may claim recorded times any more. */
  live: boolean;
  /** Corroboration, corrections and parties as everything recorded so far leaves them. */
  readonly reading: Reading;
  readonly references: References;
  /** Revision by entry id, answers included. */
  readonly revisions: Map<string, number>;
  /** Ids of the entries that name a thing (an objective, an issue …) or a member, by `field:id`, in ledger order. */
  readonly naming: Map<string, string[]>;
  /** What entries about posts of leaders, and corrections of them, say of the role; by id of the entry. */
  readonly roles: Map<string, RoleSaid>;
  /** Every party that an entry ever had join. */
  readonly joined: Set<string>;
  /** Factors of the built-in set and of every set agreed here. */
  readonly factors: Set<number>;
  /** The built-in factor set and those agreed here, or waiting for agreement, by `id@version`, as canonical JSON. */
  readonly factorSets: Map<string, string>;
  /** With which the parties sign. */
  readonly keys: PartyKeys;
}

const BUILT_IN_FACTS = factsOf('factorset.agreed', { factorSet: builtInFactorSet as unknown as Json });

/** The ledger of a relationship before its first entry. */
export function beginning(relationship: string): LedgerState {
  return {
    relationship,
    revision: -1,
    last: null,
    lastRecorded: 0,
    imported: 0,
    live: false,
    reading: new Reading(),
    references: new References(),
    revisions: new Map(),
    naming: new Map(),
    roles: new Map(),
    joined: new Set(),
    factors: new Set(builtInFactorSet.factors.map((factor) => factor.code)),
    factorSets: new Map([[factorSetName(builtInFactorSet), canonicalJson(BUILT_IN_FACTS['factorSet'])]]),
    keys: noKeys(),
  };
}

/**
 * Takes in what an envelope says: enough to make again what the ledger made of what was said behind it.
 *
 * @returns false where it cannot be read, as no ledger writes it; the state is of no use then
 */
export function learnEnvelope(state: LedgerState, envelope: Envelope): boolean {
  try {
    state.revision = envelope.revision;
    learn(state, envelopeFact(envelope));
    return true;
  } catch {
    return false;
  }
}

/** Notes that an entry names a thing, or a member. */
export function noteNamed(state: LedgerState, field: string, named: unknown, entry: string): void {
  if (typeof named !== 'string') return;
  const key = `${field}:${named}`;
  const list = state.naming.get(key);
  if (list === undefined) state.naming.set(key, [entry]);
  else list.push(entry);
}

/** What an entry changes for those that come after it, apart from its place in the chain. */
export function learn(state: LedgerState, fact: Fact): void {
  state.reading.learn(fact);
  state.references.note(fact.kind, fact.data, { recorded: fact.recorded, order: fact.revision });
  state.revisions.set(fact.id, fact.revision);
  for (const field of kindOf(fact.kind)?.fields ?? []) {
    if (field.type === 'id') noteNamed(state, field.name, fact.data[field.name], fact.id);
  }
  if (fact.kind === 'party.joined' && typeof fact.data['party'] === 'string') state.joined.add(fact.data['party']);
  if (fact.kind === 'factorset.agreed') {
    const set = fact.data['factorSet'] as unknown as FactorSet | undefined;
    for (const factor of set?.factors ?? []) state.factors.add(factor.code);
    if (set !== undefined) state.factorSets.set(factorSetName(set), canonicalJson(set));
  }
}

/** The entries about one thing that still count: not voided, in ledger order. */
export function entriesAbout(state: LedgerState, field: string, id: unknown): readonly EntryReading[] {
  const ids = state.naming.get(`${field}:${String(id)}`) ?? [];
  return ids.flatMap((entryId) => {
    const entry = state.reading.entry(entryId);
    return entry === undefined || entry.status === 'voided' ? [] : [entry];
  });
}

/** Parties as of the day of an instant. */
export function partiesAt(state: LedgerState, instant: number): readonly string[] {
  return state.reading.parties(dayOf(instant));
}
