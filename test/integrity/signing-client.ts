import { randomBytes } from 'node:crypto';
import { bodyHashOf, canonicalBody, partyKeyIdOf, signStatement, type KeyPair } from '@app/integrity';
import { commandIdOf, type EntryBody } from '@app/ledger';
import type { LogRequest } from '../../libs/ledger/src/entry/log-entry';

/** The entry that registers a key. */
export function registrationOf({ publicKey }: KeyPair, effective: string): EntryBody {
  const data = { keyId: partyKeyIdOf(publicKey), publicKey: publicKey.toString('hex'), device: 'A device' };
  return { kind: 'key.registered', effective, data };
}

/** What the client of a party signs of an entry that it logs. */
export function signatureOf({ relationship, author, key, body, checkpointSeen = null }: LogRequest, keys: KeyPair) {
  const nonce = randomBytes(32).toString('base64url');
  const statement = {
    relationship,
    commandId: commandIdOf(relationship, author.member, key),
    party: author.party ?? '',
    kind: body.kind,
    effective: body.effective ?? null,
    answers: body.answers ?? null,
    body: bodyHashOf(canonicalBody({ ...body }, nonce)),
    checkpointSeen,
  };
  return { key: partyKeyIdOf(keys.publicKey), nonce, value: signStatement(statement, keys) };
}
