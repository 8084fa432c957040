import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** Bytes of a public key and of the seed of a private one (RFC 8032, section 5.1.5), and of a signature. */
export const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

// What stands before the 32 bytes of a key in its DER encoding (RFC 8410).
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex');
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Points of small order, without the sign bit, in each of their encodings (as libsodium refuses them): no secret belongs
 * to such a key, anybody makes signatures that hold for it.
 */
const SMALL_ORDER: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);
const SIGN_BIT = 0x80;

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

/** Whether 32 bytes are a key for which anybody can sign. */
export function isOfSmallOrder(publicKey: Uint8Array): boolean {
  const unsigned = Buffer.from(publicKey);
  unsigned.writeUInt8(unsigned.readUInt8(KEY_BYTES - 1) & ~SIGN_BIT, KEY_BYTES - 1);
  return SMALL_ORDER.has(unsigned.toString('hex'));
}

/**
 * Whether the owner of the public key signed the message; false for anything that is no signature or no key.
 *
 * @remarks Of keys of small order OpenSSL 3.0 says another thing than 3.5: the answer must not hang on the machine.
 */
export function isSigned(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== KEY_BYTES || signature.length !== SIGNATURE_BYTES || isOfSmallOrder(publicKey)) return false;
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_DER, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
}
