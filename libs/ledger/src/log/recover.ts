import type { EventStore } from '@app/event-store';
import { hasEntries } from '../entry/has-entries';
import { recordByLedger } from '../entry/log-entry';
import { streamOf } from '../entry/read';
import { Problem } from '../problems';
import { UNREADABLE_CHECKPOINT } from '../verifier/declared-breaks';
import { checkpointFiles, DamagedCheckpoint, type CheckpointFiles, type SignedCheckpoint } from './checkpoint-files';
import { hearWitnesses } from './cosign-now';
import { whenLate } from './hold';
import { leafFiles } from './leaf-files';
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
    // Null where this was interrupted after the break had been recorded.
    if (last !== null) {
      const size = await sizeOf(store, relationship);
      if (size === 0) {
        const detail = `nothing is left of ${relationship}: only a bundle or a later backup brings it back`;
        throw new Problem('not-allowed-now', detail);
      }
      const lastCheckpoint = last === 'damaged' ? UNREADABLE_CHECKPOINT : textOf(last);
      const record = { kind: 'record.broken', text: reason, data: { lastCheckpoint, reason } } as const;
      // What cannot be read may have been signed since the last break: each such break is one of its own.
      const key = last === 'damaged' ? `record.broken ${lastCheckpoint} ${size}` : `record.broken ${lastCheckpoint}`;
      const { revision } = await recordByLedger(store, relationship, key, record, nowMs);
      if (last === 'damaged') files.retireDamaged(relationship, revision);
      else files.retire(relationship, last);
      leafFiles(dataDirectory).forget(relationship);
    }
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

function textOf({ checkpoint: { size, root } }: SignedCheckpoint): string {
  return `${size} ${root.toString('base64')}`;
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
