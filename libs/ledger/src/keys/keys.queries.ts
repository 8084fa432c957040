import type { Clocks } from '../parameters';
import { textIn, type RegisterDates } from '../register';
import { saidIn } from '../register-entry';
import { formatInstant } from '../scoring/days';
import type { Fact } from '../scoring/fact';
import type { Views } from '../views';
import { learnKeys, noKeys } from './party-keys';

/** A signing key of a party, one for each device. */
export interface SigningKey {
  /** First 16 hex digits of the SHA-256 of the public key. */
  readonly keyId: string;
  readonly party: string;
  /** Null where the word was erased. */
  readonly device: string | null;
  /** 32 bytes of Ed25519 in hex. */
  readonly publicKey: string;
  /** `waiting`: no sponsor of the party agreed yet, so that it signs nothing. */
  readonly situation: 'waiting' | 'in-effect' | 'revoked';
  /** The ledger's own recorded time (RFC 3339) of the entry that registered it, */
  readonly registered: string;
  /** of that by which a sponsor stood behind it, from which on it signs; null where none did, */
  readonly inEffect: string | null;
  /** and of that which revoked it for ever; null where none did. */
  readonly revoked: string | null;
  readonly reason: string | null;
  readonly entries: readonly string[];
}

export interface KeyRegister extends RegisterDates {
  readonly keys: readonly SigningKey[];
}

/**
 * The keys with which parties sign what they say. They hold from one entry to another, whatever day these are of: what
 * was known decides, by the same rule by which entries are taken.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function keysOf(views: Views, relationship: string, clocks: Clocks, now: number): Promise<KeyRegister> {
  const kinds = ['key.registered', 'key.revoked'];
  const { dates, said } = await saidIn(views, relationship, kinds, clocks, now);
  const facts = said.flatMap(({ entry }) => [entry.fact, ...entry.answerFacts]).sort((a, b) => a.revision - b.revision);
  const byRevision = new Map(facts.map((fact) => [fact.revision, fact]));
  const keys = noKeys();
  for (const fact of facts) learnKeys(keys, { ...fact, relationship, commandId: fact.id, facts: fact.data });
  const recorded = (revision: number | null): string | null => {
    const fact = revision === null ? undefined : byRevision.get(revision);
    return fact === undefined ? null : formatInstant(fact.ledgerRecorded);
  };
  const wordsOf = (fact: Fact | undefined) => said.find(({ entry }) => entry.fact === fact)?.data ?? {};
  const rows = [...keys.byId.values()].map((key): SigningKey => {
    const of = [key.registered, key.inEffect, key.revoked].flatMap((at) => byRevision.get(at ?? -1) ?? []);
    return {
      keyId: key.id,
      party: key.party,
      device: textIn(wordsOf(byRevision.get(key.registered))['device']),
      publicKey: key.publicKey.toString('hex'),
      situation: key.revoked !== null ? 'revoked' : key.inEffect === null ? 'waiting' : 'in-effect',
      registered: recorded(key.registered) ?? '',
      inEffect: recorded(key.inEffect),
      revoked: recorded(key.revoked),
      reason: textIn(wordsOf(byRevision.get(key.revoked ?? -1))['reason']),
      entries: [...new Set(of.map(({ id }) => id))],
    };
  });
  return { ...dates, keys: rows };
}
