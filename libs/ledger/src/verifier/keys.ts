import { InvalidNote, KEY_BYTES, parseVerifierKey, sha256 } from '@app/integrity';
import type { Envelope } from '../entry/entry';

/** A key with which a party signs, and its history. */
export interface PartyKey {
  readonly party: string;
  readonly keyId: string;
  /** 64 hex digits. */
  readonly publicKey: string;
  /** Revision of the entry that registered it. */
  readonly registered: number;
  /** Revision of the entry with which a sponsor of the party stood behind it; null where none did. */
  inEffect: number | null;
  /** Revision of the entry that revoked it; null where none did. */
  revoked: number | null;
}

/** A key of the log, and the revisions whose checkpoints it signs. */
export interface LogKey {
  /** As the entry that rotated it says, or as the policy does. */
  readonly key: string;
  readonly from: number;
  /** The first revision after it; null of the key that signs now. */
  readonly until: number | null;
}

/** A field of an entry's facts as text; '' where it is none. */
export function factText({ facts }: Envelope, name: string): string {
  const value = facts[name];
  return typeof value === 'string' ? value : '';
}

/** The bytes of a party's key; null where the text is none. */
export function publicKeyOf(text: unknown): Buffer | null {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text) ? Buffer.from(text, 'hex') : null;
}

/** The id of a party's key: the first 16 hex digits of SHA-256 of its 32 bytes. */
export function partyKeyId(publicKey: Buffer): string {
  return sha256(publicKey).toString('hex', 0, 8);
}

/** The keys of all parties, as the entries that were taken so far leave them. */
export class PartyKeys {
  readonly all: PartyKey[] = [];
  private readonly mustSign = new Set<string>();
  /** Place in `all` by the id of the entry that registered the key. */
  private readonly registrations = new Map<string, number>();

  /** Whether live entries in the party's name must be signed. */
  mustBeSigned(party: string): boolean {
    return this.mustSign.has(party);
  }

  /** The key of the party under that id; the one that was registered last. */
  find(party: string, keyId: string): PartyKey | undefined {
    return this.all.findLast((key) => key.party === party && key.keyId === keyId);
  }

  /** Takes in an entry, whatever it is. */
  take(envelope: Envelope): void {
    const { revision, kind, party, imported, facts, answers, id } = envelope;
    if (imported) return;
    const bySponsor = facts['sponsor'] === true;
    if (kind === 'key.registered') {
      const publicKey = publicKeyOf(facts['publicKey']);
      if (publicKey?.length !== KEY_BYTES || partyKeyId(publicKey) !== facts['keyId']) return;
      const key = { party, keyId: facts['keyId'], publicKey: publicKey.toString('hex'), registered: revision };
      this.all.push({ ...key, inEffect: null, revoked: null });
      this.registrations.set(id, this.all.length - 1);
      if (bySponsor) this.putInEffect(this.all.length - 1, revision);
    } else if (kind === 'entry.agreed' && bySponsor && answers !== null) {
      const place = this.registrations.get(answers);
      if (place !== undefined && this.all[place]?.party === party) this.putInEffect(place, revision);
    } else if (kind === 'key.revoked') {
      const key = this.find(party, factText(envelope, 'keyId'));
      if (key === undefined || key.revoked !== null) return;
      key.revoked = revision;
      // A member alone cannot free the party from signing.
      if (bySponsor && !this.all.some((other) => other.party === party && isUsable(other))) this.mustSign.delete(party);
    }
  }

  private putInEffect(place: number, revision: number): void {
    const key = this.all[place];
    if (key === undefined || key.inEffect !== null || key.revoked !== null) return;
    key.inEffect = revision;
    this.mustSign.add(key.party);
  }
}

/** In effect and not revoked. */
export function isUsable({ inEffect, revoked }: PartyKey): boolean {
  return inEffect !== null && revoked === null;
}

/** Entries with which the log's own key was rotated, in their order. */
function rotationsIn(envelopes: readonly Envelope[]): readonly { old: string; new: string; revision: number }[] {
  return envelopes
    .filter(({ kind, imported, party }) => kind === 'logkey.rotated' && !imported && party === 'ledger')
    .map((envelope) => ({
      old: factText(envelope, 'old'),
      new: factText(envelope, 'new'),
      revision: envelope.revision,
    }));
}

/** The keys of the log, oldest first. @param current the key that signed the checkpoint, as a verifier key */
export function logKeysOf(envelopes: readonly Envelope[], current: string): readonly LogKey[] {
  const rotations = rotationsIn(envelopes);
  const keys = rotations.map(({ old, revision }, place) => ({
    key: old,
    from: place === 0 ? 0 : (rotations[place - 1]?.revision ?? 0),
    until: revision,
  }));
  return [...keys, { key: rotations.at(-1)?.new ?? current, from: rotations.at(-1)?.revision ?? 0, until: null }];
}

/** What `keys.json` holds: the keys of the log and of the parties, with their history. */
export function keysOf(envelopes: readonly Envelope[], current: string) {
  const keys = new PartyKeys();
  for (const envelope of envelopes) keys.take(envelope);
  return { log: logKeysOf(envelopes, current), parties: keys.all };
}

/** What is wrong with the rotations of the log's key, held against who signed the checkpoint. */
export function checkRotations(
  envelopes: readonly Envelope[],
  signers: readonly Buffer[],
): readonly { readonly revision: number; readonly reason: string }[] {
  const wrong: { revision: number; reason: string }[] = [];
  let chain: readonly Buffer[] = [];
  const rotations = rotationsIn(envelopes);
  for (const { old, new: next, revision } of rotations) {
    const [oldKey, newKey] = [logPublicKey(old), logPublicKey(next)];
    if (oldKey === null || newKey === null) wrong.push({ revision, reason: 'it names no two keys of a log' });
    else {
      if (chain.at(-1)?.equals(oldKey) === false) {
        wrong.push({ revision, reason: 'it replaces another key than the one that signed until then' });
      }
      chain = [oldKey, newKey];
    }
  }
  // The old key signs the entry that replaces it, the new one what comes after.
  const last = rotations.at(-1);
  if (last !== undefined && chain.length > 0 && !signers.some((signer) => chain.some((key) => key.equals(signer)))) {
    wrong.push({ revision: last.revision, reason: 'neither of its keys signed the checkpoint' });
  }
  return wrong;
}

/** The 32 bytes of a verifier key; null where the text is none. */
export function logPublicKey(text: string): Buffer | null {
  try {
    return parseVerifierKey(text).publicKey;
  } catch (error) {
    if (error instanceof InvalidNote) return null;
    throw error;
  }
}
