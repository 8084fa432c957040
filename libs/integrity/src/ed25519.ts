import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** Bytes of a public key and of the seed of a private one (RFC 8032, section 5.1.5), and of a signature. */
export const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

// What stands before the 32 bytes of a key in its DER encoding (RFC 8410).
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex');
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key pair of Ed25519 (RFC 8032). */
export interface KeyPair {
  readonly privateKey: KeyObject;
  /** 32 bytes. */
  readonly publicKey: Buffer;
}

/**
 * The pair of a seed: a new one of 32 random bytes.
 *
 * @throws RangeError where it has not 32 bytes
 */
export function keyPairOf(seed: Uint8Array): KeyPair {
  if (seed.length !== KEY_BYTES) throw new RangeError(`a key has ${KEY_BYTES} bytes, not ${seed.length}`);
  const privateKey = createPrivateKey({ key: Buffer.concat([PRIVATE_DER, seed]), format: 'der', type: 'pkcs8' });
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { privateKey, publicKey: der.subarray(-KEY_BYTES) };
}

/** The 32 bytes that make the private key again. */
export function seedOf({ privateKey }: KeyPair): Buffer {
  return privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-KEY_BYTES);
}

export function signBytes({ privateKey }: KeyPair, message: Uint8Array): Buffer {
  return sign(null, message, privateKey);
}

/** Whether the owner of the public key signed the message; false for anything that is no signature or no key. */
export function isSigned(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_DER, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
}
