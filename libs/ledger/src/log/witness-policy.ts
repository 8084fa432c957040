import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '@app/event-store';
import { formatVerifierKey, InvalidPolicy, parsePolicy, verifierKey, type Policy } from '@app/integrity';
import { hasEntries } from '../entry/has-entries';
import { ID_PATTERN } from '../entry/limits';
import { Problem } from '../problems';
import { checkpointFiles } from './checkpoint-files';
import { publicKeys } from './key-files';
import { logIdentity } from './log-identity';
import { originOf } from './origin';
import { filesIn, PRIVATE_DIRECTORY, readText } from './private-files';

/** A policy without witnesses: the log's own signature is all there is. */
const NO_WITNESSES = 'quorum none\n';
const FOLDER = 'witnesses';
const ENDING = '.policy';

/**
 * The witnesses of a relationship, as its operator wrote them into `private/witnesses/ID.policy`: lines of a C2SP
 * tlog-policy, for instance one witness a party and a quorum of all. Lines of logs are passed over: the ledger knows its
 * own keys.
 */
export function witnessLines(dataDirectory: string, relationship: string): string | null {
  return hasWitnesses(dataDirectory, relationship) ? readText(pathOf(dataDirectory, relationship)) : null;
}

function pathOf(dataDirectory: string, relationship: string): string {
  return join(dataDirectory, PRIVATE_DIRECTORY, FOLDER, `${relationship}${ENDING}`);
}

/** A file among the policies of witnesses. */
export interface PolicyFile {
  /** As it is told: `private/witnesses/ID.policy`. */
  readonly path: string;
  /** That it is named for, whether or not there is one; null where it is named as no policy is. */
  readonly relationship: string | null;
}

/** All of them, except hidden ones. */
export function policyFiles(dataDirectory: string): PolicyFile[] {
  return filesIn(join(dataDirectory, PRIVATE_DIRECTORY, FOLDER))
    .filter((name) => !name.startsWith('.') || relationshipOf(name) !== null)
    .map((name) => ({
      path: `${PRIVATE_DIRECTORY}/${FOLDER}/${name}`,
      relationship: relationshipOf(name),
    }));
}

function relationshipOf(name: string): string | null {
  const id = name.slice(0, -ENDING.length);
  return name.endsWith(ENDING) && ID_PATTERN.test(id) ? id : null;
}

/** What is said of a file that is read by nobody; null of one whose relationship is there. */
export async function strayPolicy(store: EventStore, { path, relationship }: PolicyFile): Promise<string | null> {
  if (relationship !== null && (await hasEntries(store, relationship))) return null;
  return `${path} is named for no relationship that there is`;
}

/** Every relationship that has such a file, whether or not it has an entry. */
export function withWitnesses(dataDirectory: string): string[] {
  return policyFiles(dataDirectory).flatMap(({ relationship }) => relationship ?? []);
}

/** Whether there is such a file, be it right or wrong. */
export function hasWitnesses(dataDirectory: string, relationship: string): boolean {
  if (!existsSync(pathOf(dataDirectory, relationship))) return false;
  // Two ids may differ in case alone, which some file systems do not tell apart.
  return withWitnesses(dataDirectory).includes(relationship);
}

/** What a verifier of a log pins (C2SP tlog-policy): every key that ever signed it, the current one first, its witnesses and their quorum. */
export function policyOf(dataDirectory: string, relationship: string): string {
  const signed = checkpointFiles(dataDirectory).last(relationship);
  const origin = signed?.checkpoint.origin ?? originOf(logIdentity(dataDirectory), relationship);
  const logs = publicKeys(dataDirectory).map(
    (key) => `log ${formatVerifierKey(verifierKey(origin, 'ed25519', key))}\n`,
  );
  const witnesses = witnessLines(dataDirectory, relationship) ?? NO_WITNESSES;
  return logs.join('') + witnesses.replace(/^[ \t]*log[ \t].*\n?/gm, '');
}

/**
 * The same, parsed.
 *
 * @throws Problem `invalid-parameter` where the file of the witnesses is wrong
 */
export function parsedPolicyOf(dataDirectory: string, relationship: string): Policy {
  try {
    return parsePolicy(policyOf(dataDirectory, relationship));
  } catch (error) {
    if (!(error instanceof InvalidPolicy)) throw error;
    const file = `${PRIVATE_DIRECTORY}/${FOLDER}/${relationship}${ENDING}`;
    throw new Problem('invalid-parameter', `${file}, behind the lines of the log: ${error.message}`, 'witnesses');
  }
}
