import type { EventStore } from '@app/event-store';
import { streamOf } from '../entry/read';
import { assertOwnLog } from './claim-log';
import { checkpointFiles } from './checkpoint-files';
import { leafFiles } from './leaf-files';
import { logIdentity } from './log-identity';
import { readOnlyMarks, readOnlyProblem } from './read-only-marks';
import { lockSigner } from './sign-log';
import { Signer } from './signer';

/**
 * Signs what is in the log of a relationship and not signed yet, once: for a command line beside which no server runs.
 *
 * @param nowMs the machine's clock
 * @returns false where a server signs this directory: it will do it
 * @throws Problem `read-only` where the log is not the one that was signed, `primary-only` where another process signs it
 */
export async function signNow(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  nowMs: number,
): Promise<boolean> {
  const release = lockSigner(dataDirectory);
  if (release === null) return false;
  try {
    await signLocked(store, dataDirectory, relationship, nowMs);
    return true;
  } finally {
    release();
  }
}

/** The same, for whoever holds the lock. */
export async function signLocked(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  nowMs: number,
): Promise<void> {
  await assertOwnLog(store, dataDirectory);
  const marks = readOnlyMarks(dataDirectory);
  const signer = new Signer({
    files: checkpointFiles(dataDirectory),
    leaves: leafFiles(dataDirectory),
    marks,
    identity: logIdentity(dataDirectory),
    clock: () => nowMs,
    onSigned: () => undefined,
    onBroken: () => undefined,
  });
  for await (const event of store.read(streamOf(relationship), 0, { lazy: true })) signer.take(event);
  signer.compareEnds([relationship]);
  signer.sign();
  const reason = marks.reason(relationship);
  if (reason !== null) throw readOnlyProblem(relationship, reason);
}
