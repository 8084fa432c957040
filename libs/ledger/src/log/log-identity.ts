import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keyPairOf, seedOf, verifierKey, type KeyPair, type VerifierKey } from '@app/integrity';
import { Problem } from '../problems';
import { MAX_LOG_NAME_LENGTH } from './limits';
import { PRIVATE_DIRECTORY, readText, writeDurably } from './private-files';

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
 * @throws Problem `invalid-parameter` where the name is none, or another than the one that was given first
 */
export function logIdentity(directory: string, name?: string): LogIdentity {
  const [keyPath, namePath] = ['signing-key', 'log-name'].map((file) => join(directory, PRIVATE_DIRECTORY, file)) as [
    string,
    string,
  ];
  const keys = readKeys(keyPath) ?? newKeys(keyPath);
  const kept = readText(namePath)?.trimEnd();
  if (kept !== undefined && name !== undefined && name !== kept) {
    const detail = `the log of ${directory} is named ${kept}: a log keeps its name, or nobody would know it again`;
    throw new Problem('invalid-parameter', detail, 'LOG_NAME');
  }
  const chosen = kept ?? name ?? `ledger-${keys.publicKey.toString('hex', 0, 8)}.invalid`;
  if (!NAME.test(chosen) || chosen.length > MAX_LOG_NAME_LENGTH) {
    const detail = `LOG_NAME: expected a URL without scheme, spaces and pluses of at most ${MAX_LOG_NAME_LENGTH} characters`;
    throw new Problem('invalid-parameter', detail, 'LOG_NAME');
  }
  if (kept === undefined) writeDurably(namePath, `${chosen}\n`);
  return { name: chosen, keys };
}

/**
 * Names the log of one relationship in its checkpoints.
 *
 * @param incarnation 1, and one more for each declared break of the record: what was signed before does not hold for
 * what comes after, and must not seem to
 */
export function originOf({ name }: Pick<LogIdentity, 'name'>, relationship: string, incarnation = 1): string {
  return `${name}/relationships/${relationship}/log${incarnation === 1 ? '' : `/${incarnation}`}`;
}

/**
 * The key that verifies the checkpoints of one relationship.
 *
 * @param origin of its last checkpoint, where there is one
 */
export function logKeyOf(
  identity: LogIdentity,
  relationship: string,
  origin = originOf(identity, relationship),
): VerifierKey {
  return verifierKey(origin, 'ed25519', identity.keys.publicKey);
}

function readKeys(path: string): KeyPair | null {
  const text = readText(path);
  if (text === null) return null;
  if (!SEED.test(text)) throw new Error(`${path} holds no signing key; bring it back from where it is kept`);
  return keyPairOf(Buffer.from(text, 'hex'));
}

function newKeys(path: string): KeyPair {
  const keys = keyPairOf(randomBytes(32));
  writeDurably(path, `${seedOf(keys).toString('hex')}\n`);
  return keys;
}
