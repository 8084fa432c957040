import { randomBytes } from 'node:crypto';
import { partyKeyIdOf, signBytes, type KeyPair } from '@app/integrity';
import type { Signer } from '@app/ledger/signing';

const NONCE_BYTES = 32;

/** The key of a file. */
export function signingKeyOf(keys: KeyPair): Signer {
  return { id: partyKeyIdOf(keys.publicKey), sign: (message) => signBytes(keys, message) };
}

/** What keeps the hash of erased words from being guessed. */
export function drawNonce(): string {
  return randomBytes(NONCE_BYTES).toString('base64url');
}
