import { hash } from 'node:crypto';
import { canonicalJson } from './json';

/** Bytes of the salt of a payload commitment. */
export const SALT_BYTES = 32;
/** The same in base64url. */
export const SALT_CHARACTERS = 43;

const PAYLOAD_TAG = 'collaboration-ledger/payload/v1\n';
const COMMAND_TAG = 'collaboration-ledger/command/v1\n';

/** In the one way of writing 32 bytes: the last character has two bits that say nothing. */
const SALT = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

export function isSalt(text: string): boolean {
  return SALT.test(text);
}

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
  const start = tag.length + SALT_BYTES;
  const message = Buffer.allocUnsafe(start + Buffer.byteLength(content));
  message.write(tag, 'latin1');
  // `base64` reads both alphabets, and is known wherever there are buffers.
  const saltBytes = message.write(salt, tag.length, SALT_BYTES, 'base64');
  // No more is written than there is room for: one that is too long shows by its characters alone.
  if (saltBytes !== SALT_BYTES || salt.length > SALT_CHARACTERS) {
    throw new RangeError(`a salt has ${SALT_BYTES} bytes in ${SALT_CHARACTERS} characters`);
  }
  message.write(content, start);
  return hash('sha256', message, 'hex');
}
