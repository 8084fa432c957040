import { hash } from 'node:crypto';
import { canonicalJson } from './json';

/** Bytes of the salt of a payload commitment. */
export const SALT_BYTES = 32;

const PAYLOAD_TAG = 'collaboration-ledger/payload/v1\n';
const COMMAND_TAG = 'collaboration-ledger/command/v1\n';

/** SHA-256 over the canonical JSON of a value, 64 lower-case hex digits. */
export function sha256OfJson(value: unknown): string {
  return hash('sha256', canonicalJson(value), 'hex');
}

/**
 * Identifies an envelope in the chain of its stream: SHA-256, hex.
 *
 * @param canonicalEnvelope its canonical JSON
 */
export function envelopeHash(canonicalEnvelope: string): string {
  return hash('sha256', canonicalEnvelope, 'hex');
}

/**
 * Binds an envelope to its payload without holding it: SHA-256 over a domain tag, the salt and the payload's canonical
 * JSON, hex. With payload and salt destroyed the commitment says nothing of what it held.
 *
 * @param canonicalPayload its canonical JSON
 * @param salt 32 random bytes, base64url.
 */
export function payloadCommitment(canonicalPayload: string, salt: string): string {
  return commitment(PAYLOAD_TAG, salt, canonicalPayload);
}

/**
 * Binds an envelope to the command that led to it, so that the same command is known when it comes again: SHA-256 over a
 * domain tag, the salt of the payload and the hash of the command's body, hex. Without the salt anybody could tell by
 * trying what an erased text had said.
 *
 * @param bodyHash 64 lower-case hex digits.
 * @param salt 32 random bytes, base64url.
 */
export function commandCommitment(bodyHash: string, salt: string): string {
  return commitment(COMMAND_TAG, salt, bodyHash);
}

function commitment(tag: string, salt: string, content: string): string {
  const message = Buffer.allocUnsafe(tag.length + SALT_BYTES + Buffer.byteLength(content));
  message.write(tag, 'latin1');
  const saltBytes = Buffer.from(salt, 'base64url');
  if (saltBytes.length !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes, not ${saltBytes.length}`);
  message.set(saltBytes, tag.length);
  message.write(content, tag.length + SALT_BYTES);
  return hash('sha256', message, 'hex');
}
