import * as crypto from 'node:crypto';

/** Stands for `node:crypto` in the verifier's one file: `hash` came with Node 20.12, and the verifier runs on any 20. */
export { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

type Hash = (algorithm: string, data: string | Uint8Array, encoding: 'hex' | 'binary') => string;

function hashBefore20x12(...[algorithm, data, encoding]: Parameters<Hash>): string {
  return crypto.createHash(algorithm).update(data).digest(encoding);
}

const { hash: oneShot } = crypto as { readonly hash?: Hash };
export const hash: Hash = oneShot ?? hashBefore20x12;
