import { randomBytes } from 'node:crypto';
import { bodyHashOf, canonicalBody, partyKeyIdOf, signStatement, type KeyPair } from '@app/integrity';
import { commandIdOf, type CheckpointSeen, type SignatureGiven } from '@app/ledger';

const NONCE_BYTES = 32;

/** In whose name something is logged, as the server knows the bearer of the token. */
export interface Speaker {
  readonly member: string;
  readonly party: string;
}

/** A body of an entry, as it is read from a file. */
export type EntryToLog = Readonly<Record<string, unknown>>;

/** The signature that goes with a body, as docs/signing.md says. */
export function signEntry(
  keys: KeyPair,
  { relationship, member, party }: Speaker & { readonly relationship: string },
  idempotencyKey: string,
  { party: reported, ...body }: EntryToLog,
  checkpointSeen: CheckpointSeen | null,
): SignatureGiven {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url');
  const statement = {
    relationship,
    commandId: commandIdOf(relationship, member, idempotencyKey),
    party: typeof reported === 'string' ? reported : party,
    kind: textOrNull(body['kind']) ?? '',
    effective: textOrNull(body['effective']),
    answers: textOrNull(body['answers']),
    body: bodyHashOf(canonicalBody(body, nonce)),
    checkpointSeen,
  };
  return { key: partyKeyIdOf(keys.publicKey), nonce, value: signStatement(statement, keys) };
}

/** What is no text the server refuses, whoever signed it. */
function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
