import { bytesOfBase64 } from './base64';
import { isSigned, KEY_BYTES, signBytes, type KeyPair } from './ed25519';
import { sha256 } from './merkle-tree';

/** Signatures that a note may carry; the format asks for at least 16. */
export const MAX_NOTE_SIGNATURES = 64;
/** Bytes of a note, signatures included. */
export const MAX_NOTE_BYTES = 65_536;

/** What the signature type byte of C2SP signed-note says of a key. */
export const SIGNATURE_TYPES = { ed25519: 0x01, cosignature: 0x04 } as const;
export type SignatureType = keyof typeof SIGNATURE_TYPES;

const KEY_ID_BYTES = 4;
const SIGNATURE_START = '\u2014 ';
/** ASCII control characters but the newline. */
const CONTROL = /[\0-\x09\x0b-\x1f]/;
const KEY_NAME = /^[^\s+]+$/u;
/** Base64 has pluses of its own. */
const VERIFIER_KEY = /^([^+]*)\+([^+]*)\+(.*)$/;
const SIGNATURE_LINE = /^\u2014 ([^\s+]+) ([^ ]+)$/u;

/** The text is no signed note, or not signed by whom it should be. */
export class InvalidNote extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidNote';
  }
}

/** A public key with its name (C2SP signed-note, "Verifier keys"). */
export interface VerifierKey {
  readonly name: string;
  /** 8 lower-case hex digits. */
  readonly id: string;
  readonly type: SignatureType;
  /** 32 bytes. */
  readonly publicKey: Buffer;
}

export interface NoteSignature {
  readonly name: string;
  /** 8 lower-case hex digits. */
  readonly id: string;
  readonly signature: Buffer;
}

/** A signed note (C2SP signed-note), its signatures not yet looked at. */
export interface Note {
  /** Ends in a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** SHA-256(name || newline || type || public key), its first four bytes, in hex. */
export function keyIdOf(name: string, type: SignatureType, publicKey: Uint8Array): string {
  const typed = Buffer.from([SIGNATURE_TYPES[type]]);
  return sha256(Buffer.from(`${name}\n`), typed, publicKey).toString('hex', 0, KEY_ID_BYTES);
}

/** @throws InvalidNote where the name is empty or holds a space or a plus */
export function verifierKey(name: string, type: SignatureType, publicKey: Uint8Array): VerifierKey {
  if (!KEY_NAME.test(name) || CONTROL.test(name)) throw new InvalidNote(`"${name}" is no name of a key`);
  if (publicKey.length !== KEY_BYTES) throw new InvalidNote(`a key has ${KEY_BYTES} bytes, not ${publicKey.length}`);
  return { name, id: keyIdOf(name, type, publicKey), type, publicKey: Buffer.from(publicKey) };
}

/** `NAME+ID+BASE64`: the key as text. */
export function formatVerifierKey({ name, id, type, publicKey }: VerifierKey): string {
  return `${name}+${id}+${Buffer.from([SIGNATURE_TYPES[type], ...publicKey]).toString('base64')}`;
}

/** @throws InvalidNote where the text is no verifier key of a type known here, or its id is not that of the key */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name, id, encoded] = VERIFIER_KEY.exec(text) ?? [];
  const bytes = bytesOfBase64(encoded ?? '');
  const type = Object.entries(SIGNATURE_TYPES).find(([, byte]) => byte === bytes?.[0])?.[0] as
    SignatureType | undefined;
  if (name === undefined || bytes === null || type === undefined)
    throw new InvalidNote(`"${text}" is no verifier key of a known type`);
  const key = verifierKey(name, type, bytes.subarray(1));
  if (key.id !== id) throw new InvalidNote(`the verifier key "${text}" should have the id ${key.id}`);
  return key;
}

/** @throws InvalidNote */
export function parseNote(note: string): Note {
  if (Buffer.byteLength(note) > MAX_NOTE_BYTES) throw new InvalidNote(`a note has at most ${MAX_NOTE_BYTES} bytes`);
  if (!note.isWellFormed() || CONTROL.test(note)) throw new InvalidNote('a note is UTF-8 without control characters');
  const split = note.lastIndexOf('\n\n');
  if (split === -1 || !note.endsWith('\n')) throw new InvalidNote('a note has a text, an empty line and signatures');
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MAX_NOTE_SIGNATURES) throw new InvalidNote(`a note has at most ${MAX_NOTE_SIGNATURES} signatures`);
  return { text: note.slice(0, split + 1), signatures: lines.map(parseSignature) };
}

/** @throws InvalidNote */
export function parseSignature(line: string): NoteSignature {
  const [, name, encoded] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = bytesOfBase64(encoded ?? '');
  if (name === undefined || bytes === null) throw new InvalidNote(`"${line}" is no line of a signature`);
  if (bytes.length <= KEY_ID_BYTES) throw new InvalidNote(`the signature of ${name} is empty`);
  return { name, id: bytes.toString('hex', 0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) };
}

/** The line of a signature, without its newline. */
export function formatSignature({ name, id, signature }: NoteSignature): string {
  return `${SIGNATURE_START}${name} ${Buffer.concat([Buffer.from(id, 'hex'), signature]).toString('base64')}`;
}

/** @throws InvalidNote where the text does not end in a newline */
export function formatNote({ text, signatures }: Note): string {
  if (!text.endsWith('\n')) throw new InvalidNote('the text of a note ends in a newline');
  return `${text}\n${signatures.map((each) => `${formatSignature(each)}\n`).join('')}`;
}

/** Signs a text as a log or an author does (type 0x01: Ed25519 over the text). */
export function signText(text: string, name: string, keys: KeyPair): NoteSignature {
  return { name, id: keyIdOf(name, 'ed25519', keys.publicKey), signature: signBytes(keys, Buffer.from(text)) };
}

/**
 * Which of the keys signed the note, those of type `ed25519`. Signatures of other keys are passed over.
 *
 * @throws InvalidNote where a signature of one of the keys does not hold
 */
export function signersOf({ text, signatures }: Note, keys: readonly VerifierKey[]): VerifierKey[] {
  const message = Buffer.from(text);
  return keys.filter((key) => {
    if (key.type !== 'ed25519') return false;
    const own = signatures.filter(({ name, id }) => name === key.name && id === key.id);
    for (const { signature } of own) {
      if (!isSigned(key.publicKey, message, signature))
        throw new InvalidNote(`the signature of ${key.name} does not hold`);
    }
    return own.length > 0;
  });
}
