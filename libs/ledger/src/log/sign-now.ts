import type { EventStore } from '@app/event-store';
import { streamOf } from '../entry/read';
import { assertOwnLog } from './claim-log';
import { checkpointFiles } from './checkpoint-files';
import { hearWitnesses } from './cosign-now';
import { holdSigning, whenLate } from './hold';
import { assertKeyNotLost } from './incarnation';
import { leafFiles } from './leaf-files';
import { logIdentity } from './log-identity';
import { readOnlyMarks, readOnlyProblem } from './read-only-marks';
import { lockSigner } from './sign-log';
import { Signer } from './signer';
import { hasWitnesses } from './witness-policy';

/**
 * Signs what is in the log of a relationship and not signed yet, once: for a command line beside which no server runs.
 * What has witnesses is signed only once they were heard, as a server does after its start: the directory may have been
 * brought back from a backup.
 *
 * @param nowMs the machine's clock
 * @param late when witnesses that are silent are not waited for any more; one for all relationships of a command
 * @returns false where a server signs this directory: it will do it
 * @throws Problem `read-only` where the log is not the one that was signed, or that a witness saw, `primary-only` where
 * another process signs it, `invalid-parameter` where the policy of its witnesses is wrong
 */
export async function signNow(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  nowMs: number,
  late = whenLate(),
): Promise<boolean> {
  const release = lockSigner(dataDirectory);
  if (release === null) return false;
  try {
    await signLocked(store, dataDirectory, relationship, nowMs, late);
    return true;
  } finally {
    release();
  }
}

/**
 * The same, for whoever holds the lock.
 *
 * @param marks another way to look at them than that of the directory
 * @param hear another way to ask the witnesses: what it throws, nothing was signed before
 */
export async function signLocked(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  nowMs: number,
  late = whenLate(),
  marks = readOnlyMarks(dataDirectory),
  hear: typeof hearWitnesses = hearWitnesses,
): Promise<void> {
  await assertOwnLog(store, dataDirectory);
  await assertKeyNotLost(store, dataDirectory);
  const hold = holdSigning(hasWitnesses(dataDirectory, relationship) ? [relationship] : [], late);
  const signer = new Signer({
    files: checkpointFiles(dataDirectory),
    leaves: leafFiles(dataDirectory),
    marks,
    identity: logIdentity(dataDirectory),
    hold,
    clock: () => nowMs,
    onSigned: () => undefined,
    onBroken: () => undefined,
  });
  for await (const event of store.read(streamOf(relationship), 0, { lazy: true })) signer.take(event);
  signer.compareEnds([relationship]);
  if (!signer.sign()) {
    await hear(store, dataDirectory, relationship, late, marks);
    hold.release(relationship);
    signer.sign();
  }
  const reason = marks.reason(relationship);
  if (reason !== null) throw readOnlyProblem(relationship, reason);
}
