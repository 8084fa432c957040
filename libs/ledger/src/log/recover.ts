import type { EventStore } from '@app/event-store';
import { InvalidNote, parseCheckpoint, parseNote, signersOf, verifierKey } from '@app/integrity';
import { hasEntries } from '../entry/has-entries';
import { recordByLedger } from '../entry/log-entry';
import { streamOf } from '../entry/read';
import { Problem } from '../problems';
import { UNREADABLE_CHECKPOINT } from '../verifier/declared-breaks';
import { breakIn } from './break-in';
import { checkpointFiles, DamagedCheckpoint, type CheckpointFiles, type SignedCheckpoint } from './checkpoint-files';
import { hearWitnesses } from './cosign-now';
import { whenLate } from './hold';
import { incarnationIn, lostCheckpoint, type Incarnation } from './incarnation';
import { leafFiles } from './leaf-files';
import { logIdentity, publicKeys } from './log-identity';
import { LogTrees } from './log-trees';
import { incarnationOf, originOf } from './origin';
import { readOnlyMarks, readOnlyProblem } from './read-only-marks';
import { lockSigner } from './sign-log';
import { signLocked } from './sign-now';

/**
 * Opens a new incarnation of a record that is not the one that was signed: an entry records the break, with the last
 * checkpoint before it, and checkpoints have another origin from then on, so that none of them contradicts an earlier
 * one in silence.
 *
 * @param reason why what is missing cannot be brought back, for the parties to read
 * @returns the origin of its checkpoints from now on
 * @throws Problem `not-allowed-now` where the ledger is not read-only, or a server signs it
 */
export async function declareBreak(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  reason: string,
  nowMs: number,
): Promise<string> {
  return withBroken(store, dataDirectory, relationship, nowMs, async () => {
    const files = checkpointFiles(dataDirectory);
    const last = lastOf(files, relationship);
    const known = last === 'damaged' ? null : (last ?? cosignedOf(files, relationship));
    const incarnation = await incarnationIn(store, relationship);
    // This was interrupted after the break had been recorded.
    const isDeclared = known !== null && incarnationOf(known.checkpoint.origin) < incarnation.number;
    if (!isDeclared && (last !== null || lostCheckpoint(files, relationship, incarnation) !== null)) {
      const size = await sizeOf(store, relationship);
      if (size === 0) {
        const detail = `nothing is left of ${relationship}: only a bundle or a later backup brings it back`;
        throw new Problem('not-allowed-now', detail);
      }
      const lastCheckpoint = lastKnown(known, incarnation);
      const record = { kind: 'record.broken', text: reason, data: { lastCheckpoint, reason } } as const;
      // What cannot be read may have been signed since the last break: each such break is one of its own.
      const isUnknown = lastCheckpoint === UNREADABLE_CHECKPOINT;
      const key = `record.broken ${lastCheckpoint}${isUnknown ? ` ${size}` : ''}`;
      const { revision } = await recordByLedger(store, relationship, key, record, nowMs);
      if (last === 'damaged') files.retireDamaged(relationship, revision);
    }
    if (known !== null) files.retire(relationship, known);
    leafFiles(dataDirectory).forget(relationship);
    readOnlyMarks(dataDirectory).clear(relationship);
    await signLocked(store, dataDirectory, relationship, nowMs);
    const next = files.last(relationship);
    if (next === null) throw new Error(`${relationship} was not signed after its break`);
    return next.checkpoint.origin;
  });
}

function lastOf(files: CheckpointFiles, relationship: string): SignedCheckpoint | 'damaged' | null {
  try {
    return files.last(relationship);
  } catch (error) {
    if (error instanceof DamagedCheckpoint) return 'damaged';
    throw error;
  }
}

/** Null where there is none, or it cannot be read either. */
function cosignedOf(files: CheckpointFiles, relationship: string): SignedCheckpoint | null {
  try {
    return files.cosigned(relationship);
  } catch (error) {
    if (error instanceof DamagedCheckpoint) return null;
    throw error;
  }
}

/** The last checkpoint before a break, as far as it is known. */
function lastKnown(known: SignedCheckpoint | null, { seen }: Incarnation): string {
  const { size, root } = known?.checkpoint ?? { size: 0, root: Buffer.alloc(0) };
  if (seen !== null && seen.size > size) return `${seen.size} ${seen.root}`;
  return known === null ? UNREADABLE_CHECKPOINT : `${size} ${root.toString('base64')}`;
}

async function sizeOf(store: EventStore, relationship: string): Promise<number> {
  let size = 0;
  for await (const { revision } of store.read(streamOf(relationship), 0, { lazy: true })) size = revision + 1;
  return size;
}

/**
 * Compares a read-only ledger once more, as after the clock was put right: where it is what was signed it takes entries
 * again.
 *
 * @throws Problem `relationship-not-found`, `not-allowed-now` where a server signs it, `read-only` where it still is not
 */
export async function compareAgain(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  nowMs: number,
): Promise<void> {
  const release = lockSigner(dataDirectory);
  if (release === null)
    throw new Problem('not-allowed-now', `a server signs the log of ${dataDirectory}; stop it first`);
  try {
    await assertThere(store, dataDirectory, relationship);
    readOnlyMarks(dataDirectory).clear(relationship);
    // Marks it again where something is still wrong.
    await assertAsSigned(store, dataDirectory, relationship, nowMs);
  } finally {
    release();
  }
}

/**
 * Takes over a checkpoint that a party holds, where the last one that was signed is missing: what is in the ledger must
 * go on from it.
 *
 * @param note the signed note, as the ledger served it once
 * @throws Problem `not-allowed-now` where none is missing or a server signs it, `invalid-parameter` where this log has
 * not signed it, `read-only` where the ledger does not go on from it
 */
export async function takeKnownCheckpoint(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  note: string,
  nowMs: number,
): Promise<void> {
  await withBroken(store, dataDirectory, relationship, nowMs, async () => {
    const files = checkpointFiles(dataDirectory);
    if (files.last(relationship) !== null) {
      const detail = `the last checkpoint of ${relationship} is there: no other can take its place`;
      throw new Problem('not-allowed-now', detail);
    }
    const origin = await currentOrigin(store, dataDirectory, relationship);
    const next = ownCheckpoint(note, origin, dataDirectory, nowMs);
    const broken = breakIn(await new LogTrees(store).tree(relationship), next);
    if (broken !== null) throw readOnlyProblem(relationship, broken);
    files.replace([{ relationship, before: null, next }]);
    readOnlyMarks(dataDirectory).clear(relationship);
    await signLocked(store, dataDirectory, relationship, nowMs);
  });
}

/** The origin of checkpoints as they were signed last, as far as this directory and the log know of it. */
export async function currentOrigin(store: EventStore, dataDirectory: string, relationship: string): Promise<string> {
  const files = checkpointFiles(dataDirectory);
  const last = files.last(relationship);
  if (last !== null) return last.checkpoint.origin;
  const { number } = await incarnationIn(store, relationship);
  return originOf(logIdentity(dataDirectory), relationship, Math.max(number, files.signedIncarnation(relationship)));
}

/**
 * A checkpoint that somebody brings, as this directory would keep it.
 *
 * @throws Problem `invalid-parameter` where no key of this directory signed the note as one of that origin
 */
export function ownCheckpoint(text: string, origin: string, dataDirectory: string, nowMs: number): SignedCheckpoint {
  try {
    const note = parseNote(text);
    const checkpoint = parseCheckpoint(note.text);
    const keys = publicKeys(dataDirectory).map((key) => verifierKey(origin, 'ed25519', key));
    if (checkpoint.origin !== origin || signersOf(note, keys).length === 0) {
      throw new InvalidNote(`it is not signed as one of ${origin} by a key of this log`);
    }
    // It does not say when it was signed: before now.
    return { checkpoint, note: text, signedMs: nowMs - 1 };
  } catch (error) {
    if (!(error instanceof InvalidNote)) throw error;
    throw new Problem('invalid-parameter', `known: ${error.message}`, 'known');
  }
}

/** Runs while nobody else signs, on a ledger that is not as it was signed. */
export async function withBroken<Result>(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  nowMs: number,
  recover: () => Promise<Result>,
): Promise<Result> {
  const release = lockSigner(dataDirectory);
  if (release === null)
    throw new Problem('not-allowed-now', `a server signs the log of ${dataDirectory}; stop it first`);
  try {
    await assertThere(store, dataDirectory, relationship);
    if (await isAsSigned(store, dataDirectory, relationship, nowMs)) {
      throw new Problem(
        'not-allowed-now',
        `the ledger of ${relationship} is as it was signed: there is nothing to recover`,
      );
    }
    return await recover();
  } finally {
    release();
  }
}

/** Of what was lost to the last entry its checkpoint is there. @throws Problem `relationship-not-found` */
async function assertThere(store: EventStore, dataDirectory: string, relationship: string): Promise<void> {
  if (checkpointFiles(dataDirectory).relationships().includes(relationship)) return;
  if (await hasEntries(store, relationship)) return;
  throw new Problem('relationship-not-found', `there is no relationship "${relationship}"`);
}

/** Nor do its witnesses know of anything else. @throws Problem `read-only` */
async function assertAsSigned(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  nowMs: number,
): Promise<void> {
  const late = whenLate();
  await signLocked(store, dataDirectory, relationship, nowMs, late);
  await hearWitnesses(store, dataDirectory, relationship, late);
  const reason = readOnlyMarks(dataDirectory).reason(relationship);
  if (reason !== null) throw readOnlyProblem(relationship, reason);
}

async function isAsSigned(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  nowMs: number,
): Promise<boolean> {
  try {
    await assertAsSigned(store, dataDirectory, relationship, nowMs);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'read-only') return false;
    throw error;
  }
}
