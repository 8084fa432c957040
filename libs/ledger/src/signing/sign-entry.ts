import { bodyHashOf, canonicalBody, statementBytes } from '@app/integrity';
import { commandIdOf } from '../entry/command-id';
import type { CheckpointSeen, SignatureGiven } from '../entry/entry';

/** The key of a device: the key itself may be one that nothing can read. */
export interface Signer {
  /** As `partyKeyIdOf` makes it. */
  readonly id: string;
  /** The 64 bytes of Ed25519 (RFC 8032). */
  readonly sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

/** In whose name something is logged, as the server knows whoever is signed in. */
export interface Speaker {
  readonly relationship: string;
  readonly member: string;
  readonly party: string;
}

/** A body of an entry, its fields not yet looked at. */
export type EntryToLog = Readonly<Record<string, unknown>>;

/**
 * The signature that goes with a body, as docs/signing.md says.
 *
 * @param nonce 32 random bytes, base64url, new for each entry
 * @throws InvalidJson where the body has no canonical form
 */
export async function signEntry(
  key: Signer,
  { relationship, member, party }: Speaker,
  idempotencyKey: string,
  { party: reported, checkpointSeen: _seen, signature: _before, ...body }: EntryToLog,
  checkpointSeen: CheckpointSeen | null,
  nonce: string,
): Promise<SignatureGiven> {
  const statement = statementBytes({
    relationship,
    commandId: commandIdOf(relationship, member, idempotencyKey),
    party: typeof reported === 'string' ? reported : party,
    kind: textOrNull(body['kind']) ?? '',
    effective: textOrNull(body['effective']),
    answers: textOrNull(body['answers']),
    body: bodyHashOf(canonicalBody(body, nonce)),
    checkpointSeen,
  });
  return { key: key.id, nonce, value: Buffer.from(await key.sign(statement)).toString('base64') };
}

/** What is no text the server refuses, whoever signed it. */
function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
