import { InvalidNote, parseVerifierKey } from '@app/integrity';
import type { Envelope } from '../entry/entry';
import { learnKeys, noKeys, textOf } from '../keys/party-keys';

/** A key of the log, and the revisions whose checkpoints it signs. */
export interface LogKey {
  /** As the entry that rotated it says, or as the policy does. */
  readonly key: string;
  readonly from: number;
  /** The first revision after it; null of the key that signs now. */
  readonly until: number | null;
}

/** Entries with which the log's own key was rotated, in their order. */
export function rotationsIn(envelopes: readonly Envelope[]): readonly { old: string; new: string; revision: number }[] {
  return envelopes
    .filter(({ kind, imported, party }) => kind === 'logkey.rotated' && !imported && party === 'ledger')
    .map(({ facts, revision }) => ({ old: textOf(facts['old']), new: textOf(facts['new']), revision }));
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
  const keys = noKeys();
  for (const envelope of envelopes) learnKeys(keys, envelope);
  const parties = [...keys.byId.values()].map(({ party, id, publicKey, registered, inEffect, revoked }) => ({
    party,
    keyId: id,
    publicKey: publicKey.toString('hex'),
    registered,
    inEffect,
    revoked,
  }));
  return { log: logKeysOf(envelopes, current), parties };
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
      // A rotation that was interrupted is begun anew, from the same key.
      if (chain.length > 0 && !chain.some((key) => key.equals(oldKey))) {
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
