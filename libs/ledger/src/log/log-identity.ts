import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { KEY_BYTES, keyPairOf, seedOf, type KeyPair } from '@app/integrity';
import { Problem } from '../problems';
import { MAX_LOG_NAME_LENGTH } from './limits';
import { checkpointFiles } from './checkpoint-files';
import { PRIVATE_DIRECTORY, readText, removeDurably, writeDurably, writeNewDurably } from './private-files';

/** Who signs the checkpoints of a data directory: a key that lies outside the database, and the name that goes with it. */
export interface LogIdentity {
  /** A URL without its scheme; the origin of a relationship's checkpoints begins with it. */
  readonly name: string;
  readonly keys: KeyPair;
}

const SEED = /^[0-9a-f]{64}\n$/;
const NAME = /^[^\s+]+$/u;

/**
 * The identity of a data directory, made the first time it is asked for.
 *
 * @param name for a new one; absent: a name that leads nowhere, with the id of the key
 * @throws Problem `invalid-parameter` where the name is none, or another than the one that was given first,
 * `not-allowed-now` where key or name are missing that were there before
 */
export function logIdentity(directory: string, name?: string): LogIdentity {
  const keys = readKeys(directory) ?? newKeys(directory);
  const kept = keptLogName(directory);
  if (kept !== null && name !== undefined && name !== kept) {
    const detail = `the log of ${directory} is named ${kept}: a log keeps its name, or nobody would know it again`;
    throw new Problem('invalid-parameter', detail, 'LOG_NAME');
  }
  if (kept === null) assertNeverSigned(directory, 'log-name');
  const chosen = kept ?? name ?? `ledger-${keys.publicKey.toString('hex', 0, 8)}.invalid`;
  if (!NAME.test(chosen) || chosen.length > MAX_LOG_NAME_LENGTH) {
    const detail = `LOG_NAME: expected a URL without scheme, spaces and pluses of at most ${MAX_LOG_NAME_LENGTH} characters`;
    throw new Problem('invalid-parameter', detail, 'LOG_NAME');
  }
  // Another process was first: its name stands there now.
  if (kept === null && !writeNewDurably(pathOf(directory, 'log-name'), `${chosen}\n`))
    return logIdentity(directory, name);
  return { name: chosen, keys };
}

/** The name that the log of a data directory was given; null where none is kept. */
export function keptLogName(directory: string): string | null {
  return readText(pathOf(directory, 'log-name'))?.trimEnd() ?? null;
}

/** Public keys that sign, or once signed, the checkpoints of a data directory: the current one first. */
export function publicKeys(directory: string): Buffer[] {
  const retired = readText(pathOf(directory, 'retired-keys'))?.split('\n').slice(0, -1) ?? [];
  const current = readKeys(directory)?.publicKey;
  const keys = [...(current === undefined ? [] : [current.toString('hex')]), ...retired.reverse()];
  // A rotation that was interrupted between its two files leaves the current key among the retired ones.
  return [...new Set(keys)].map((key) => Buffer.from(key, 'hex'));
}

/**
 * The key that is to sign next: one that nobody had before, on disk before any entry names it, and the same one again
 * where a rotation was interrupted.
 */
export function nextKeys(directory: string): KeyPair {
  const kept = readKeys(directory, 'next-key');
  // One that signs already was left behind when its file was to be taken away.
  if (kept !== null && readKeys(directory)?.publicKey.equals(kept.publicKey) !== true) return kept;
  const drawn = drawKeys();
  writeDurably(pathOf(directory, 'next-key'), textOf(drawn));
  return drawn;
}

/** The next key takes the place of the one that signs; the public one of that stays known. */
export function replaceKeys(directory: string, before: LogIdentity, next: KeyPair): void {
  const retired = readText(pathOf(directory, 'retired-keys')) ?? '';
  writeDurably(pathOf(directory, 'retired-keys'), `${retired}${before.keys.publicKey.toString('hex')}\n`);
  writeDurably(pathOf(directory, 'signing-key'), textOf(next));
  removeDurably(pathOf(directory, 'next-key'));
}

/** A pair that nobody had before. */
function drawKeys(): KeyPair {
  return keyPairOf(randomBytes(KEY_BYTES));
}

function textOf(keys: KeyPair): string {
  return `${seedOf(keys).toString('hex')}\n`;
}

function pathOf(directory: string, file: 'signing-key' | 'next-key' | 'retired-keys' | 'log-name'): string {
  return join(directory, PRIVATE_DIRECTORY, file);
}

function readKeys(directory: string, file: 'signing-key' | 'next-key' = 'signing-key'): KeyPair | null {
  const path = pathOf(directory, file);
  const text = readText(path);
  if (text === null) return null;
  if (!SEED.test(text)) throw new Error(`${path} holds no signing key; bring it back from where it is kept`);
  return keyPairOf(Buffer.from(text.trimEnd(), 'hex'));
}

function newKeys(directory: string): KeyPair {
  assertNeverSigned(directory, 'signing-key');
  const drawn = drawKeys();
  writeNewDurably(pathOf(directory, 'signing-key'), textOf(drawn));
  // Where another process was first its key is there now.
  return readKeys(directory) ?? drawn;
}

/** @throws Problem `not-allowed-now` where checkpoints were signed: nobody would trust another key or know another name */
function assertNeverSigned(directory: string, missing: 'signing-key' | 'log-name'): void {
  const files = checkpointFiles(directory);
  if (files.relationships().length === 0 && files.signedOnce().length === 0) return;
  const detail = `${pathOf(directory, missing)} is missing, and checkpoints were signed with it: bring it back`;
  throw new Problem('not-allowed-now', detail, missing);
}
