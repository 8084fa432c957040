import { bytesOfBase64, canonicalJson, isSigned } from '@app/integrity';
import type { Envelope } from '../entry/entry';
import { factText, isUsable, partyKeyId, PartyKeys, publicKeyOf } from './keys';

const ENTRY_TAG = 'collaboration-ledger/entry/v1';

/** What an author signs of its entry. */
export function signedStatement(envelope: Envelope): Buffer {
  const { relationship, commandId, party, kind, effective, answers, signature, checkpointSeen = null } = envelope;
  const body = signature?.body ?? null;
  return Buffer.from(
    canonicalJson({ tag: ENTRY_TAG, relationship, commandId, party, kind, effective, answers, body, checkpointSeen }),
  );
}

/** Entries of these kinds a sponsor may log unsigned: whoever lost the key could not revoke it otherwise. */
const KEY_KINDS: ReadonlySet<string> = new Set(['key.registered', 'key.revoked']);

/** What was found of the signatures of entries. */
export interface Authors {
  /** Entries that carry a signature which holds. */
  readonly signed: number;
  readonly wrong: readonly { readonly revision: number; readonly id: string; readonly reason: string }[];
}

/**
 * Checks the signatures of parties: from its first key in effect on, every live entry in a party's name is signed by a
 * key of that party in effect and not revoked. A third party's entry is signed by the party whose member logged it.
 */
export function checkAuthors(envelopes: readonly Envelope[]): Authors {
  const keys = new PartyKeys();
  const wrong: { revision: number; id: string; reason: string }[] = [];
  let signed = 0;
  for (const envelope of envelopes) {
    if (!envelope.imported) {
      const reason = faultOf(envelope, keys);
      if (reason !== null) wrong.push({ revision: envelope.revision, id: envelope.id, reason });
      else if (envelope.signature !== undefined) signed += 1;
    }
    keys.take(envelope);
  }
  return { signed, wrong };
}

function faultOf(envelope: Envelope, keys: PartyKeys): string | null {
  const { kind, facts, signature } = envelope;
  const party = envelope.party === 'third-party' ? factText(envelope, 'loggedBy') : envelope.party;
  if (kind === 'key.registered') {
    const publicKey = publicKeyOf(facts['publicKey']);
    if (publicKey === null) return 'it registers what is no key';
    if (partyKeyId(publicKey) !== facts['keyId']) return 'the key that it registers has another id than it says';
  }
  if (signature === undefined) {
    if (!keys.mustBeSigned(party) || (KEY_KINDS.has(kind) && facts['sponsor'] === true)) return null;
    return `it is not signed, and ${JSON.stringify(party)} had a signing key`;
  }
  const key = keys.find(party, signature.key);
  const name = JSON.stringify(signature.key);
  if (key === undefined) return `${JSON.stringify(party)} had no key ${name} with which it is signed`;
  if (!isUsable(key))
    return `the key ${name} with which it is signed was ${key.revoked === null ? 'not in effect yet' : 'revoked'}`;
  const [publicKey, value] = [publicKeyOf(key.publicKey), bytesOfBase64(signature.value)];
  if (publicKey === null || value === null || !isSigned(publicKey, signedStatement(envelope), value)) {
    return `its signature by the key ${name} does not hold`;
  }
  return null;
}
