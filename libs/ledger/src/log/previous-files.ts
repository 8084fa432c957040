import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Problem } from '../problems';
import { checkpointFiles, DamagedCheckpoint, orDamage, isLater, type SignedCheckpoint } from './checkpoint-files';
import { publicKeys } from './key-files';
import { fileNameOf, filesIn, PRIVATE_DIRECTORY, relationshipsIn, writeDurably } from './private-files';

/** A relationship of which more was signed, or shown by a witness, than a backup knows. */
export interface LaterCheckpoint {
  readonly relationship: string;
  /** The later one; null where its file is damaged, so that nobody can say how much more. */
  readonly later: SignedCheckpoint | null;
}

/** What was signed of each log: the later file counts, and never the one of the backup where the other cannot be read. */
const CHECKPOINTS = ['checkpoints', 'cosigned'];
const KEYS = ['signing-key', 'next-key', 'retired-keys'];
/** Brought another way, or said anew of what was restored, as what is read-only. */
const NOT_AS_IT_IS: readonly string[] = [...CHECKPOINTS, ...KEYS, 'leaves', 'signed-logs', 'log-name', 'read-only'];

/**
 * Makes sure that a data directory holds the log that a backup is of, before anything is restored from that.
 *
 * @param logName as the backup has it; null where it has none
 * @throws Problem `invalid-parameter`
 */
export function assertPrevious(previous: string, logName: string | null): void {
  const folder = join(previous, PRIVATE_DIRECTORY);
  const refuse = (why: string): never => {
    throw new Problem('invalid-parameter', `previous: ${why}`, 'previous');
  };
  if (!existsSync(folder)) refuse(`there is no ${folder}: nothing in it would show what will be missing`);
  const name = readIfThere(join(folder, 'log-name'))?.toString('utf8').trimEnd() ?? null;
  if (name !== null && logName !== null && name !== logName) {
    refuse(`${previous} holds the log ${name}, and the backup is of ${logName}`);
  }
}

/**
 * Brings into the private files that were restored what the directory that they replace has of later: checkpoints, so
 * that a log which lost entries is read-only, keys, policies, sealed ratings.
 *
 * @throws Problem `invalid-parameter` where the two have no key in common
 */
export function bringLater(previous: string, restored: string): LaterCheckpoint[] {
  const bring = (name: string): void => bringFile(previous, restored, name);
  bringKeys(previous, restored, bring);
  const signed = CHECKPOINTS.flatMap((folder) => relationshipsIn(join(previous, PRIVATE_DIRECTORY, folder)));
  const found = new Set([...signed, ...checkpointFiles(previous).signedOnce()]);
  const later = [...found].sort().flatMap((relationship) => bringCheckpoints(previous, restored, relationship, bring));
  checkpointFiles(restored).rememberAs(checkpointFiles(previous));
  const others = filesBelow(join(previous, PRIVATE_DIRECTORY)).filter((name) => !NOT_AS_IT_IS.includes(topOf(name)));
  for (const name of others) bring(name);
  return later;
}

/** A rotation since the backup leaves its key among the retired ones. */
function bringKeys(previous: string, restored: string, bring: (name: string) => void): void {
  const [theirs, ours] = [previous, restored].map((directory) =>
    publicKeys(directory).map((key) => key.toString('hex')),
  );
  const current = ours?.[0];
  if (theirs?.[0] === undefined || current === undefined || theirs[0] === current) return;
  if (theirs.includes(current)) {
    for (const name of KEYS) bring(name);
  } else if (ours?.includes(theirs[0]) !== true) {
    const detail = `previous: the log of ${previous} is signed with another key than that of the backup`;
    throw new Problem('invalid-parameter', detail, 'previous');
  }
}

function bringCheckpoints(
  previous: string,
  restored: string,
  relationship: string,
  bring: (name: string) => void,
): LaterCheckpoint[] {
  const [before, after] = [checkpointFiles(previous), checkpointFiles(restored)];
  const bringLater = (folder: string, [theirs, ours]: readonly [Read, Read]): readonly Read[] => {
    if (theirs === null) return [];
    // What is damaged may be later.
    const isEachRead = !(theirs instanceof DamagedCheckpoint) && !(ours instanceof DamagedCheckpoint);
    if (isEachRead && ours !== null && !isLater(theirs, ours)) return [];
    bring(join(folder, fileNameOf(relationship)));
    return [theirs];
  };
  const cosigned = bringLater('cosigned', [
    orDamage(() => before.cosigned(relationship)),
    orDamage(() => after.cosigned(relationship)),
  ]);
  const last = bringLater('checkpoints', [
    orDamage(() => before.last(relationship)),
    orDamage(() => after.last(relationship)),
  ]);
  // These are brought with everything else: each has a name of its own.
  const shown = [orDamage(() => before.shown(relationship))].flat();
  const brought = [...last, ...cosigned, ...shown].filter((each) => each !== null);
  if (brought.length === 0) return [];
  bring(join('leaves', fileNameOf(relationship)));
  const readable = brought.flatMap((each) => (each instanceof DamagedCheckpoint ? [] : [each]));
  const largest = readable.toSorted((a, b) => (isLater(a, b) ? -1 : 1))[0];
  return [{ relationship, later: readable.length < brought.length ? null : (largest ?? null) }];
}

/** A checkpoint; what is damaged is brought as it is. */
type Read = SignedCheckpoint | DamagedCheckpoint | null;

function bringFile(previous: string, restored: string, name: string): void {
  const content = readIfThere(join(previous, PRIVATE_DIRECTORY, name));
  if (content !== null) writeDurably(join(restored, PRIVATE_DIRECTORY, name), content);
}

function readIfThere(path: string): Buffer | null {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path) : null;
}

/** Of a folder and those in it, relative to it. */
function filesBelow(folder: string): string[] {
  const folders = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isDirectory(),
  );
  return ['', ...folders].flatMap((each) =>
    filesIn(join(folder, each))
      .map((name) => join(each, name))
      .filter((name) => !folders.includes(name)),
  );
}

function topOf(name: string): string {
  return name.split(sep)[0] ?? name;
}
