import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { KEY_BYTES, keyPairOf, seedOf, type KeyPair } from '@app/integrity';
import { Problem } from '../problems';
import { MAX_LOG_NAME_LENGTH } from './limits';
import { checkpointFiles, DamagedCheckpoint, type CheckpointFiles } from './checkpoint-files';
import { parseOrigin } from './origin';
import { PRIVATE_DIRECTORY, readText, removeDurably, writeDurably, writeNewDurably } from './private-files';

/** Who signs the checkpoints of a data directory: a key that lies outside the database, and the name that goes with it. */
export interface LogIdentity {
  /** A URL without its scheme; the origin of a relationship's checkpoints begins with it. */
  readonly name: string;
  readonly keys: KeyPair;
}

const SEED = /^[0-9a-f]{64}\n$/;
const PUBLIC_KEY = /^[0-9a-f]{64}$/;
/** Nor does a note take control characters, and what nobody sees tells no two names apart. */
const NAME = /^[^\s+\p{C}]+$/u;

/**
 * The identity of a data directory, made the first time it is asked for.
 *
 * @param name for a new one; absent: a name that leads nowhere, with the id of the key
 * @throws Problem `invalid-parameter` where the name is none, or another than the one that was given first,
 * `not-allowed-now` where key or name are missing that were there before, or the key must not sign
 */
export function logIdentity(directory: string, name?: string): LogIdentity {
  const fault = keyFault(directory);
  if (fault !== null) throw new Problem('not-allowed-now', fault, 'signing-key');
  const keys = readKeys(directory) ?? newKeys(directory);
  const kept = keptLogName(directory);
  if (kept !== null && name !== undefined && name !== kept) {
    const detail = `the log of ${directory} is named ${kept}: a log keeps its name, or nobody would know it again`;
    throw new Problem('invalid-parameter', detail, 'LOG_NAME');
  }
  const unnamed = nameFault(directory);
  if (unnamed !== null) throw new Problem('not-allowed-now', unnamed, 'log-name');
  const chosen = kept ?? name ?? `ledger-${keys.publicKey.toString('hex', 0, 8)}.invalid`;
  if (!isName(chosen)) {
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

/** The same, whatever became of the key; where none is kept one is made, as `logIdentity` does. @throws as that does */
export function namedLog(directory: string): Pick<LogIdentity, 'name'> {
  const name = keptLogName(directory);
  return name === null ? logIdentity(directory) : { name };
}

/** Keeps a name that is known from elsewhere. */
export function keepLogName(directory: string, name: string): void {
  if (keptLogName(directory) !== name) writeDurably(pathOf(directory, 'log-name'), `${name}\n`);
}

/**
 * Why the key of a data directory does not sign, with what to do: in one sentence without a full stop; null where nothing
 * is wrong with it, and where it is still to be made.
 */
export function keyFault(directory: string): string | null {
  const text = readText(pathOf(directory, 'signing-key'));
  const file = `${PRIVATE_DIRECTORY}/signing-key`;
  const back =
    'bring it back from a backup, or, where there is none, give the log a new key with "ledger rotate-key --lost POLICY"';
  if (text === null)
    return hasSigned(directory) || retiredKeys(directory).length > 0
      ? `${file} is missing, and checkpoints were signed with it: ${back}`
      : null;
  const key = readKeys(directory)?.publicKey.toString('hex');
  if (key === undefined) return `${file} is damaged: ${back}`;
  const retired = retiredKeys(directory);
  const isInterrupted = retired.at(-1) === key && readText(pathOf(directory, 'next-key')) !== null;
  if (!retired.includes(key) || isInterrupted) return null;
  return `${file} holds a key that was replaced by another since: ${back}`;
}

/** Why nothing is signed under the name that a data directory keeps of its log, as `keyFault` says it. */
export function nameFault(directory: string): string | null {
  const kept = keptLogName(directory);
  const file = `${PRIVATE_DIRECTORY}/log-name`;
  const back = 'bring it back from a backup, or write into it the name that the policies of the parties begin with';
  if (kept === null) {
    return hasSigned(directory) ? `${file} is missing, and checkpoints were signed under that name: ${back}` : null;
  }
  if (!isName(kept)) return `${file} holds no name of a log: ${back}`;
  let other: string | null = null;
  for (const name of signedNames(directory)) {
    if (name === kept) return null;
    other ??= name;
  }
  return other && `${file} names ${kept}, and checkpoints were signed under ${other}: ${back}`;
}

function isName(text: string): boolean {
  return NAME.test(text) && text.length <= MAX_LOG_NAME_LENGTH;
}

/** The name under which each last checkpoint was signed that can be read. */
export function* signedNames(directory: string): Iterable<string> {
  const files = checkpointFiles(directory);
  for (const relationship of files.relationships()) {
    const name = nameIn(files, relationship);
    if (name !== null) yield name;
  }
}

function nameIn(files: CheckpointFiles, relationship: string): string | null {
  try {
    const origin = files.last(relationship)?.checkpoint.origin;
    return origin === undefined ? null : (parseOrigin(origin)?.name ?? null);
  } catch (error) {
    // A file that cannot be read is told of by whoever holds its ledger against it.
    if (error instanceof DamagedCheckpoint || (error as NodeJS.ErrnoException).code !== undefined) return null;
    throw error;
  }
}

/** Public keys that sign, or once signed, the checkpoints of a data directory: the current one first. */
export function publicKeys(directory: string): Buffer[] {
  const current = readKeys(directory)?.publicKey;
  const keys = [...(current === undefined ? [] : [current.toString('hex')]), ...retiredKeys(directory).reverse()];
  // A rotation that was interrupted between its two files leaves the current key among the retired ones.
  return [...new Set(keys)].map((key) => Buffer.from(key, 'hex'));
}

/** In hex, the first one first. */
function retiredKeys(directory: string): string[] {
  const lines = readText(pathOf(directory, 'retired-keys'))?.split('\n') ?? [];
  return lines.filter((line) => PUBLIC_KEY.test(line));
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

/** What a key signed that signs no more stays known as signed. @param publicKey 32 bytes */
export function retireKey(directory: string, publicKey: Buffer): void {
  const retired = [...retiredKeys(directory), publicKey.toString('hex')];
  writeDurably(pathOf(directory, 'retired-keys'), [...new Set(retired)].map((key) => `${key}\n`).join(''));
}

/** A key that was drawn here while another signed: nothing was signed with it. */
export function dropKey(directory: string): void {
  for (const file of ['signing-key', 'next-key'] as const) {
    if (readText(pathOf(directory, file)) !== null) removeDurably(pathOf(directory, file));
  }
}

/** The next key takes the place of the one that signs; the public one of that stays known. */
export function replaceKeys(directory: string, before: Buffer, next: KeyPair): void {
  retireKey(directory, before);
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

/** Null of a file that is not there, or damaged. */
function readKeys(directory: string, file: 'signing-key' | 'next-key' = 'signing-key'): KeyPair | null {
  const text = readText(pathOf(directory, file));
  return text !== null && SEED.test(text) ? keyPairOf(Buffer.from(text.trimEnd(), 'hex')) : null;
}

function newKeys(directory: string): KeyPair {
  const drawn = drawKeys();
  writeNewDurably(pathOf(directory, 'signing-key'), textOf(drawn));
  // Where another process was first its key is there now.
  return readKeys(directory) ?? drawn;
}

/** Then nobody would trust another key, or know another name. */
function hasSigned(directory: string): boolean {
  const files = checkpointFiles(directory);
  return files.relationships().length > 0 || files.signedOnceFault() !== null || files.signedOnce().length > 0;
}
