import { createHash, hash } from 'node:crypto';
import { canonicalJson } from './json';

/** Bytes of the salt of a payload commitment. */
export const SALT_BYTES = 32;

const PAYLOAD_TAG = 'collaboration-ledger/payload/v1\n';

/** SHA-256 over the canonical JSON of a value, 64 lower-case hex digits. */
export function sha256OfJson(value: unknown): string {
  return hash('sha256', canonicalJson(value), 'hex');
}

/** Identifies an envelope in the chain of its stream: SHA-256 over its canonical JSON, hex. */
export function envelopeHash(envelope: unknown): string {
  return sha256OfJson(envelope);
}

/**
 * Binds an envelope to its payload without holding it: SHA-256 over a domain tag, the salt and the payload's canonical
 * JSON, hex. With payload and salt destroyed the commitment says nothing of what it held.
 *
 * @param salt 32 random bytes, base64url.
 */
export function payloadCommitment(payload: unknown, salt: string): string {
  const bytes = Buffer.from(salt, 'base64url');
  if (bytes.length !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes, not ${bytes.length}`);
  return createHash('sha256').update(PAYLOAD_TAG).update(bytes).update(canonicalJson(payload)).digest('hex');
}
