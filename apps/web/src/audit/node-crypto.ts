import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToNumberLE } from '@noble/curves/utils.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';

const { Point } = ed25519;
const KEY_BYTES = 32;
const ORDER = Point.Fn.ORDER;

/**
 * Stands for `node:crypto` where the rules of the proof run in a browser: SHA-256 and the check of Ed25519, and nothing
 * that needs a secret. ADR 0037 says why not WebCrypto.
 */
export function hash(algorithm: string, data: string | Uint8Array, encoding: 'hex' | 'binary'): string {
  if (algorithm !== 'sha256') throw new RangeError(`no ${algorithm} here`);
  const message = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  return Buffer.from(sha256(message)).toString(encoding);
}

/** A public key, as `verify` takes it. */
interface PublicKey {
  readonly bytes: Uint8Array;
}

/** @param key the bytes of the key behind what names its kind (RFC 8410) */
export function createPublicKey({ key }: { readonly key: Uint8Array }): PublicKey {
  return { bytes: key.subarray(-KEY_BYTES) };
}

/**
 * The equation of RFC 8032 without the cofactor, and over the bytes as they stand: as OpenSSL checks it, so that the
 * command line and the browser never say two things of one signature.
 */
export function verify(_: null, message: Uint8Array, { bytes }: PublicKey, signature: Uint8Array): boolean {
  const commitment = signature.subarray(0, KEY_BYTES);
  const response = bytesToNumberLE(Uint8Array.from(signature.subarray(KEY_BYTES)));
  const point = pointOf(bytes);
  if (point === null || response >= ORDER) return false;
  const challenge = bytesToNumberLE(sha512(Buffer.concat([commitment, bytes, message]))) % ORDER;
  const made = Point.BASE.multiplyUnsafe(response).add(point.negate().multiplyUnsafe(challenge));
  return Buffer.from(made.toBytes()).equals(commitment);
}

function pointOf(bytes: Uint8Array): InstanceType<typeof Point> | null {
  try {
    return Point.fromBytes(Uint8Array.from(bytes), true);
  } catch {
    // Bytes that are no point are no key, and nothing is signed by none.
    return null;
  }
}

const noSecrets = (): never => {
  throw new Error('nothing is signed in a browser');
};
export const createPrivateKey = noSecrets;
export const sign = noSecrets;
