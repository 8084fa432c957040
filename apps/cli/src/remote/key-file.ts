import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { open } from 'node:fs/promises';
import { partyKeyIdOf, type KeyPair } from '@app/integrity';
import { Problem } from '@app/ledger';
import { MAX_KEY_FILE_BYTES } from './limits';
import { readBounded } from './read-bounded';

/** A key as `key.registered` names it. */
export interface NamedKey {
  /** 16 hex digits. */
  readonly keyId: string;
  /** 64 hex digits. */
  readonly publicKey: string;
}

export function namedKey({ publicKey }: KeyPair): NamedKey {
  return { keyId: partyKeyIdOf(publicKey), publicKey: publicKey.toString('hex') };
}

/**
 * Draws a key of Ed25519 into a new file (PKCS #8 in PEM, as OpenSSL writes it) that its owner alone can read.
 *
 * @throws Problem `invalid-parameter` where there is a file of that name
 */
export async function newKeyFile(path: string): Promise<KeyPair> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new Problem('invalid-parameter', `${path} is there already; a key is never written over another`, 'out');
  });
  try {
    await file.writeFile(privateKey.export({ format: 'pem', type: 'pkcs8' }));
    await file.sync();
  } finally {
    await file.close();
  }
  return pairOf(privateKey);
}

/** @throws Problem `invalid-parameter` where it holds no private key of Ed25519 */
export async function readKeyFile(path: string): Promise<KeyPair> {
  const text = (await readBounded(path, MAX_KEY_FILE_BYTES)).toString();
  const key = privateKeyIn(text);
  if (key?.asymmetricKeyType === 'ed25519') return pairOf(key);
  throw new Problem('invalid-parameter', `${path} holds no private key of Ed25519; "ledger key new" makes one`, 'key');
}

function privateKeyIn(text: string): KeyObject | null {
  try {
    return createPrivateKey(text);
  } catch (error) {
    // The library says in many ways that it is none.
    if (error instanceof Error) return null;
    throw error;
  }
}

function pairOf(privateKey: KeyObject): KeyPair {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { privateKey, publicKey: Buffer.from(x, 'base64url') };
}
