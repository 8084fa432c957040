import { isSignedStatement, partyKeyIdOf, publicKeyOfHex, type EntryStatement } from '@app/integrity';
import { AUDITOR, AUDITOR_KINDS } from '../catalogue/auditor';
import { kindOf } from '../catalogue/catalogue';
import type { Envelope } from '../entry/entry';
import { invalid } from '../entry/shape';
import { Problem } from '../problems';

/** A signing key of a party: one for each device. It waits for a sponsor, then signs, until it is revoked for ever. */
export interface PartyKey {
  readonly id: string;
  readonly party: string;
  /** 32 bytes. */
  readonly publicKey: Buffer;
  /** Revision of the entry that registered it. */
  readonly registered: number;
  /** Revision of the entry with which a sponsor of the party stood behind it; null where none did. */
  readonly inEffect: number | null;
  /** Revision of the entry that revoked it; null where none did. */
  readonly revoked: number | null;
}

/** The keys of a relationship's parties, as its envelopes leave them; pure, so that a verifier comes to the same. */
export interface PartyKeys {
  /** By id, in the order in which they were registered. */
  readonly byId: Map<string, PartyKey>;
  /** Id of a key by that of the entry that registered it. */
  readonly registeredBy: Map<string, string>;
  /** Parties in whose name nothing is taken unsigned. */
  readonly signing: Set<string>;
  /** Of entries with a signature: what an author signed once was said once. */
  readonly signedCommands: Set<string>;
  /** Ids of the ledger's own entries that it may take back. */
  readonly ledgersOwn: Set<string>;
}

/** The part of an envelope that says who signs what. */
type Signable = Pick<
  Envelope,
  | 'id' | 'revision' | 'imported' | 'kind' | 'party' | 'facts' | 'answers' | 'relationship' | 'commandId' | 'effective'
  | 'checkpointSeen' | 'signature'
>; // prettier-ignore

/** The one kind of the ledger's own entries that it takes back: a meeting may have been held, and logged late. */
export const MAY_BE_TAKEN_BACK = 'meeting.missed';

/** Kind of the entry by which it does. */
const TAKEN_BACK = 'entry.voided';

/** And that by which it takes back, or gives back, the plus of a resolution. */
const CORRECTED = 'entry.corrected';

export function noKeys(): PartyKeys {
  return {
    byId: new Map(),
    registeredBy: new Map(),
    signing: new Set(),
    signedCommands: new Set(),
    ledgersOwn: new Set(),
  };
}

/**
 * Takes one more entry in, changing the keys in place: what it registers, agrees or revokes holds from the next one on.
 * Only live entries do so, an import may claim anything.
 */
export function learnKeys(keys: PartyKeys, envelope: Signable): void {
  const { kind, party, answers, facts, revision } = envelope;
  if (envelope.signature !== undefined) keys.signedCommands.add(envelope.commandId);
  if (party === 'ledger' && kind === MAY_BE_TAKEN_BACK) keys.ledgersOwn.add(envelope.id);
  if (envelope.imported || keyProblem(keys, envelope) !== null) return;
  const bySponsor = isBySponsor(envelope);
  const put = (key: PartyKey): void => {
    keys.byId.set(key.id, key);
    if (signs(key)) keys.signing.add(key.party);
  };
  if (kind === 'key.registered') {
    const id = textOf(facts['keyId']);
    const publicKey = publicKeyOfHex(textOf(facts['publicKey'])) as Buffer;
    keys.registeredBy.set(envelope.id, id);
    put({ id, party, publicKey, registered: revision, inEffect: bySponsor ? revision : null, revoked: null });
  } else if (kind === 'entry.agreed' && bySponsor && answers !== null) {
    const key = keys.byId.get(keys.registeredBy.get(answers) ?? '');
    if (key?.party === party && isWaiting(key)) put({ ...key, inEffect: revision });
  } else if (kind === 'key.revoked') {
    const key = keys.byId.get(textOf(facts['keyId'])) as PartyKey;
    put({ ...key, revoked: revision });
    // A member who revokes the last key leaves its party to its sponsor; whoever finds a token must not unlock a party.
    if (signs(key) && bySponsor && !hasKeyThatSigns(keys, party)) keys.signing.delete(party);
  }
}

/**
 * Why an entry cannot register, or revoke, the key that it names; null where it can, and where it does neither. The keys
 * are those before it.
 *
 * @returns `invalid-entry` or `not-allowed-now`
 */
export function keyProblem(
  keys: PartyKeys,
  { kind, party, facts }: Pick<Envelope, 'kind' | 'party' | 'facts'>,
): Problem | null {
  if (kind !== 'key.registered' && kind !== 'key.revoked') return null;
  // Whoever reports what a court said speaks for no party of its own.
  if (party === 'third-party') return invalid('party', `nothing: ${kind} is a party’s own`);
  const notNow = (why: string, field: string): Problem => new Problem('not-allowed-now', why, field);
  const given = textOf(facts['keyId']);
  if (kind === 'key.revoked') {
    const key = keys.byId.get(given);
    if (key?.party !== party) return notNow(`${party} has no key ${given}`, 'data.keyId');
    return key.revoked === null ? null : notNow(`the key ${given} is revoked already`, 'data.keyId');
  }
  const publicKey = publicKeyOfHex(textOf(facts['publicKey']));
  if (publicKey === null) return invalid('data.publicKey', 'a key of Ed25519 as 64 lower-case hex digits');
  const id = partyKeyIdOf(publicKey);
  if (given !== id) return invalid('data.keyId', `${id}, the beginning of the SHA-256 of the key`);
  return keys.byId.has(id) ? notNow('a key is registered once: make a new one', 'data.publicKey') : null;
}

function isWaiting({ inEffect, revoked }: PartyKey): boolean {
  return inEffect === null && revoked === null;
}

function signs({ inEffect, revoked }: PartyKey): boolean {
  return inEffect !== null && revoked === null;
}

function hasKeyThatSigns(keys: PartyKeys, party: string): boolean {
  return [...keys.byId.values()].some((key) => key.party === party && signs(key));
}

function isBySponsor({ facts }: Pick<Envelope, 'facts'>): boolean {
  return facts['sponsor'] === true;
}

/** What a field says; nothing where it is missing, or holds something else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What says in whose name an entry is. */
type Spoken = Pick<Envelope, 'kind' | 'party' | 'facts' | 'imported'>;

/** The party whose member speaks: of a third party's entry the one that reports it. */
function speakerOf({ party, kind, facts, imported }: Spoken): string {
  if (party === 'third-party') return textOf(facts['loggedBy']);
  // What was revealed elsewhere is held against nothing that the party handed in here.
  return imported && kind === 'rating.revealed' ? textOf(facts['of']) : party;
}

/** Live, nothing is logged in the name of all, and bundles of the past hold this kind: a verdict tells of it instead. */
const JOINT_LIVE = 'factorset.agreed';

/**
 * Why an entry without a signature does not stand; null where it does. No import is in the name of a party that signs: it
 * would say of that party whatever it likes. Nor is anything in the name of all of them.
 *
 * @returns `signature-required`
 */
export function unsignedProblem(keys: PartyKeys, entry: Spoken): Problem | null {
  const speaker = speakerOf(entry);
  const required = (why: string): Problem => new Problem('signature-required', why, 'signature');
  if (entry.party === 'joint' && keys.signing.size > 0 && (entry.imported || entry.kind !== JOINT_LIVE)) {
    return required(
      `${[...keys.signing].join(' and ')} signs: nothing is taken in the name of all without a signature`,
    );
  }
  if (!keys.signing.has(speaker)) return null;
  if (entry.imported) return required(`${speaker} signs its entries, and what is imported has no signature`);
  // Else a party that lost its last key could never have another.
  if (isBySponsor(entry) && (entry.kind === 'key.registered' || entry.kind === 'key.revoked')) return null;
  return required(`${speaker} signs its entries, and this one has no signature`);
}

/**
 * Why an entry does not stand with the signature that it has or lacks; null where it does. The keys are those before it.
 *
 * @returns `signature-required` or `signature-invalid`
 */
export function signatureProblem(keys: PartyKeys, envelope: Signable): Problem | null {
  const { signature, kind, party, imported } = envelope;
  const speaker = speakerOf(envelope);
  // No key is an auditor's: where the parties sign, nothing that they could say passes for its word.
  if (party === 'third-party' && speaker === AUDITOR && !imported && !AUDITOR_KINDS.includes(kind)) {
    return new Problem('signature-required', `an auditor logs ${AUDITOR_KINDS.join(', ')} and nothing else`, 'kind');
  }
  if (signature === undefined) return unsignedProblem(keys, envelope);
  const refuse = (why: string): Problem => new Problem('signature-invalid', why, 'signature');
  if (envelope.imported) return refuse('an imported entry is never signed');
  const key = keys.byId.get(signature.key);
  if (key?.party !== speaker) return refuse(`${speaker} has no key ${signature.key}`);
  if (isWaiting(key)) return refuse(`the key ${key.id} waits for a sponsor of ${speaker} to agree to it`);
  if (key.revoked !== null) return refuse(`the key ${key.id} is revoked`);
  if (!isSignedStatement(statementOf(envelope, signature.body), key.publicKey, signature.value)) {
    return refuse(`the signature of the key ${key.id} is not one of this entry`);
  }
  if (!keys.signedCommands.has(envelope.commandId)) return null;
  return refuse('its signature stands under an earlier entry already: what was said once is repeated');
}

/**
 * Why an entry of a record is not one that a ledger takes from its author: for its signature, for the key that it
 * registers or revokes, or as the ledger's own; null where it is. The keys are those before it.
 */
export function authorProblem(keys: PartyKeys, envelope: Signable): Problem | null {
  const own = envelope.party === 'ledger' ? (ownProblem(envelope.kind) ?? takenBackProblem(keys, envelope)) : null;
  return own ?? signatureProblem(keys, envelope) ?? (envelope.imported ? null : keyProblem(keys, envelope));
}

/**
 * Why an entry cannot be the ledger's own; null where it can: it derives, takes back a meeting that was no miss, and
 * corrects a sign of its own, of which only the entries before it tell (`ownCorrectionFault`).
 */
export function ownProblem(kind: string): Problem | null {
  const { derived, byLedger } = kindOf(kind) ?? {};
  if (derived !== undefined || byLedger === true || kind === TAKEN_BACK || kind === CORRECTED) return null;
  return new Problem('invalid-entry', `party: the ledger itself never writes ${kind}`, 'party');
}

/** Why the ledger cannot take back what an entry answers: it is a party's, or something else that was missed. */
function takenBackProblem({ ledgersOwn }: PartyKeys, { kind, answers }: Signable): Problem | null {
  if (kind !== TAKEN_BACK || ledgersOwn.has(answers ?? '')) return null;
  return new Problem(
    'invalid-entry',
    'party: the ledger takes back nothing but its own word that a meeting was missed',
    'party',
  );
}

/**
 * What to know of an entry that stands without a signature though its party signs: whoever runs the server can write it;
 * null of every other. The keys are those before it. A sentence without a full stop.
 */
export function unsignedCaveat(keys: PartyKeys, envelope: Signable): string | null {
  const { kind, party, facts, imported, signature } = envelope;
  if (imported || signature !== undefined) return null;
  const byServer = 'without a signature, by the word of the server alone';
  if (party === 'joint' && kind === JOINT_LIVE && keys.signing.size > 0) {
    return `it is in the name of all, ${byServer}, while ${[...keys.signing].join(' and ')} signs`;
  }
  if (!keys.signing.has(party) || (kind !== 'key.registered' && kind !== 'key.revoked')) return null;
  const id = textOf(facts['keyId']);
  const ask = `ask a sponsor of ${party} whether that is so`;
  if (kind === 'key.registered') return `the key ${id} of ${party} was registered ${byServer}; ${ask}`;
  const signing = [...keys.byId.values()].filter((key) => key.party === party && signs(key));
  const frees = signing.length === 1 && signing[0]?.id === id;
  return `the key ${id} of ${party} was revoked ${byServer}${frees ? `, and ${party} needs none from then on` : ''}; ${ask}`;
}

/** @param body hash of the canonical body, hex */
function statementOf(envelope: Signable, body: string): EntryStatement {
  const { relationship, commandId, party, kind, effective, answers, checkpointSeen = null } = envelope;
  return { relationship, commandId, party, kind, effective, answers, body, checkpointSeen };
}
