import { bytesOfBase64 } from './base64';
import { isOfSmallOrder, isSigned, signBytes, type KeyPair } from './ed25519';
import { canonicalJson } from './json';
import { sha256 } from './merkle-tree';

const TAG = 'collaboration-ledger/entry/v1';
/** Hex digits of the id of a party's key. */
const KEY_ID_DIGITS = 16;
const PUBLIC_KEY = /^[0-9a-f]{64}$/;

/** What an author signs: all that binds an entry to the ledger, to its place in it and to the words. */
export interface EntryStatement {
  readonly relationship: string;
  /** UUID of the command, of relationship, member and idempotency key: it makes the signature hold once. */
  readonly commandId: string;
  readonly party: string;
  readonly kind: string;
  readonly effective: string | null;
  readonly answers: string | null;
  /** SHA-256 (hex) of the canonical body, as `bodyHashOf` makes it. */
  readonly body: string;
  readonly checkpointSeen: { readonly root: string; readonly size: number } | null;
}

/** The first 16 hex digits of the SHA-256 of a public key: names the key of a party. */
export function partyKeyIdOf(publicKey: Uint8Array): string {
  return sha256(publicKey).toString('hex').slice(0, KEY_ID_DIGITS);
}

/** The 32 bytes of a public key as 64 lower-case hex digits; null for any other text, and for a key of small order. */
export function publicKeyOfHex(text: string): Buffer | null {
  const bytes = PUBLIC_KEY.test(text) ? Buffer.from(text, 'hex') : null;
  return bytes === null || isOfSmallOrder(bytes) ? null : bytes;
}

/**
 * The canonical body of an entry, as its author says it.
 *
 * @param nonce 32 random bytes, base64url, new for each entry: the hash of the body stays when the words are erased, and
 * must not let them be guessed
 * @throws InvalidJson
 */
export function canonicalBody(body: Readonly<Record<string, unknown>>, nonce: string): string {
  return canonicalJson({ ...body, nonce });
}

/** SHA-256 of a canonical body, hex. */
export function bodyHashOf(canonical: string): string {
  return sha256(Buffer.from(canonical)).toString('hex');
}

/** The bytes that are signed: canonical JSON of the statement and a tag, UTF-8. */
export function statementBytes(statement: EntryStatement): Buffer {
  const { relationship, commandId, party, kind, effective, answers, body } = statement;
  const seen = statement.checkpointSeen;
  const checkpointSeen = seen === null ? null : { root: seen.root, size: seen.size };
  const tagged = { answers, body, checkpointSeen, commandId, effective, kind, party, relationship, tag: TAG };
  return Buffer.from(canonicalJson(tagged));
}

/** The signature of an author: 64 bytes in base64. */
export function signStatement(statement: EntryStatement, keys: KeyPair): string {
  return signBytes(keys, statementBytes(statement)).toString('base64');
}

/**
 * Whether the owner of a key signed the statement.
 *
 * @param publicKey 32 bytes
 * @param signature 64 bytes in base64; anything else is no signature
 */
export function isSignedStatement(statement: EntryStatement, publicKey: Uint8Array, signature: string): boolean {
  const bytes = bytesOfBase64(signature);
  return bytes !== null && isSigned(publicKey, statementBytes(statement), bytes);
}
