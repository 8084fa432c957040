import { join } from 'node:path';
import type { KeyPair } from '@app/integrity';
import { Problem } from '../problems';
import { MAX_LOG_NAME_LENGTH } from './limits';
import { checkpointFiles, DamagedCheckpoint, type CheckpointFiles } from './checkpoint-files';
import { parseOrigin } from './origin';
import { isKeyReplaced, newKeys, readKeys, retiredKeys } from './key-files';
import { PRIVATE_DIRECTORY, readText, writeDurably, writeNewDurably } from './private-files';

/** Who signs the checkpoints of a data directory: a key that lies outside the database, and the name that goes with it. */
export interface LogIdentity {
  /** A URL without its scheme; the origin of a relationship's checkpoints begins with it. */
  readonly name: string;
  readonly keys: KeyPair;
}

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
  if (readKeys(directory) === null) return `${file} is damaged: ${back}`;
  return isKeyReplaced(directory) ? `${file} holds a key that was replaced by another since: ${back}` : null;
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

/** Then nobody would trust another key, or know another name. */
function hasSigned(directory: string): boolean {
  const files = checkpointFiles(directory);
  return files.relationships().length > 0 || files.signedOnceFault() !== null || files.signedOnce().length > 0;
}

function pathOf(directory: string, file: 'signing-key' | 'log-name'): string {
  return join(directory, PRIVATE_DIRECTORY, file);
}
