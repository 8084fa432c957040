import { isSignedStatement, partyKeyIdOf, publicKeyOfHex, type EntryStatement } from '@app/integrity';
import type { Envelope } from '../entry/entry';
import { Problem } from '../problems';

/** A signing key of a party: one for each device. It waits for a sponsor, then signs, until it is revoked for ever. */
export interface PartyKey {
  readonly id: string;
  readonly party: string;
  /** 32 bytes. */
  readonly publicKey: Buffer;
  readonly is: 'waiting' | 'in-effect' | 'revoked';
}

/** The keys of a relationship's parties, as its envelopes leave them; pure, so that a verifier comes to the same. */
export interface PartyKeys {
  /** By id, in the order in which they were registered. */
  readonly byId: Map<string, PartyKey>;
  /** Id of a key by that of the entry that registered it. */
  readonly registeredBy: Map<string, string>;
  /** Parties in whose name nothing is taken unsigned. */
  readonly signing: Set<string>;
}

/** The part of an envelope that says who signs what. */
type Signable = Pick<
  Envelope,
  | 'id' | 'imported' | 'kind' | 'party' | 'facts' | 'answers' | 'relationship' | 'commandId' | 'effective'
  | 'checkpointSeen' | 'signature'
>; // prettier-ignore

export function noKeys(): PartyKeys {
  return { byId: new Map(), registeredBy: new Map(), signing: new Set() };
}

/**
 * Takes one more entry in, changing the keys in place: what it registers, agrees or revokes holds from the next one on.
 * Only live entries do so, an import may claim anything.
 */
export function learnKeys(keys: PartyKeys, envelope: Signable): void {
  const { kind, party, answers, facts } = envelope;
  if (envelope.imported) return;
  const bySponsor = isBySponsor(envelope);
  const put = (key: PartyKey): void => {
    keys.byId.set(key.id, key);
    if (key.is === 'in-effect') keys.signing.add(key.party);
  };
  if (kind === 'key.registered') {
    const publicKey = publicKeyOfHex(textOf(facts['publicKey']));
    const id = textOf(facts['keyId']);
    if (publicKey === null || id !== partyKeyIdOf(publicKey) || keys.byId.has(id)) return;
    keys.registeredBy.set(envelope.id, id);
    put({ id, party, publicKey, is: bySponsor ? 'in-effect' : 'waiting' });
  } else if (kind === 'entry.agreed' && bySponsor && answers !== null) {
    const key = keys.byId.get(keys.registeredBy.get(answers) ?? '');
    if (key?.party === party && key.is === 'waiting') put({ ...key, is: 'in-effect' });
  } else if (kind === 'key.revoked') {
    const key = keys.byId.get(textOf(facts['keyId']));
    if (key?.party !== party || key.is === 'revoked') return;
    put({ ...key, is: 'revoked' });
    // A member who revokes the last key leaves its party to its sponsor; whoever finds a token must not unlock a party.
    if (key.is === 'in-effect' && bySponsor && !hasKeyInEffect(keys, party)) keys.signing.delete(party);
  }
}

function hasKeyInEffect(keys: PartyKeys, party: string): boolean {
  return [...keys.byId.values()].some((key) => key.party === party && key.is === 'in-effect');
}

function isBySponsor({ facts }: Pick<Envelope, 'facts'>): boolean {
  return facts['sponsor'] === true;
}

/** What a field says; nothing where it is missing, or holds something else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The party whose member speaks: of a third party's entry the one that reports it. */
function speakerOf({ party, facts }: Signable): string {
  return party === 'third-party' ? textOf(facts['loggedBy']) : party;
}

/**
 * Why an entry does not stand with the signature that it has or lacks; null where it does. The keys are those before it.
 *
 * @returns `signature-required` or `signature-invalid`
 */
export function signatureProblem(keys: PartyKeys, envelope: Signable): Problem | null {
  const { signature, kind } = envelope;
  const speaker = speakerOf(envelope);
  if (signature === undefined) {
    if (envelope.imported || !keys.signing.has(speaker)) return null;
    // Else a party that lost its last key could never have another.
    if (isBySponsor(envelope) && (kind === 'key.registered' || kind === 'key.revoked')) return null;
    const why = `${speaker} signs its entries, and this one has no signature`;
    return new Problem('signature-required', why, 'signature');
  }
  const refuse = (why: string): Problem => new Problem('signature-invalid', why, 'signature');
  if (envelope.imported) return refuse('an imported entry is never signed');
  const key = keys.byId.get(signature.key);
  if (key?.party !== speaker) return refuse(`${speaker} has no key ${signature.key}`);
  if (key.is === 'waiting') return refuse(`the key ${key.id} waits for a sponsor of ${speaker} to agree to it`);
  if (key.is === 'revoked') return refuse(`the key ${key.id} is revoked`);
  if (isSignedStatement(statementOf(envelope, signature.body), key.publicKey, signature.value)) return null;
  return refuse(`the signature of the key ${key.id} is not one of this entry`);
}

/** @param body hash of the canonical body, hex */
function statementOf(envelope: Signable, body: string): EntryStatement {
  const { relationship, commandId, party, kind, effective, answers, checkpointSeen = null } = envelope;
  return { relationship, commandId, party, kind, effective, answers, body, checkpointSeen };
}
