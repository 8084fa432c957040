import type { EventStore } from '@app/event-store';
import { judge, parseNote } from '@app/integrity';
import { checkpointFiles } from './checkpoint-files';
import { Cosigner } from './cosigner';
import { holdSigning, type Hold } from './hold';
import { LogTrees } from './log-trees';
import { readOnlyMarks, readOnlyProblem, type ReadOnlyMarks } from './read-only-marks';
import { lockSigner } from './sign-log';
import { hasWitnesses, parsedPolicyOf } from './witness-policy';

/**
 * Has the witnesses of a relationship cosign its last checkpoint, where too few of them have: each is asked once, for a
 * command line beside which no server runs.
 *
 * @returns false where a server signs this directory: it asks them
 * @throws Problem `read-only` where one of them keeps a checkpoint that the log does not hold
 */
export async function cosignNow(store: EventStore, dataDirectory: string, relationship: string): Promise<boolean> {
  const release = lockSigner(dataDirectory);
  if (release === null) return false;
  try {
    const files = checkpointFiles(dataDirectory);
    const last = files.last(relationship);
    const policy = parsedPolicyOf(dataDirectory, relationship);
    if (last === null || judge(parseNote(last.note), policy).quorum) return true;
    const marks = readOnlyMarks(dataDirectory);
    const { signal } = new AbortController();
    await cosignerOf(store, dataDirectory, holdSigning([], signal), signal, marks).askOnce(relationship);
    const reason = marks.reason(relationship);
    if (reason !== null) throw readOnlyProblem(relationship, reason);
    return true;
  } finally {
    release();
  }
}

/**
 * Asks the witnesses of a relationship for what they have of it until each that has an address was heard, or it is late,
 * for whoever holds the lock and is about to sign. A ledger that one of them contradicts is read-only from then on.
 *
 * @param isEnough looked at after each round: whether nobody waits for those that were not heard
 * @throws Problem `invalid-parameter` where the policy is wrong
 */
export async function hearWitnesses(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  late: AbortSignal,
  marks = readOnlyMarks(dataDirectory),
  isEnough?: () => boolean,
): Promise<void> {
  if (!hasWitnesses(dataDirectory, relationship)) return;
  await cosignerOf(store, dataDirectory, holdSigning([relationship], late), late, marks).hear(relationship, isEnough);
}

/** One that tells nobody: whoever asked sees what came of it in the files. */
function cosignerOf(
  store: EventStore,
  dataDirectory: string,
  hold: Hold,
  signal: AbortSignal,
  marks: ReadOnlyMarks,
): Cosigner {
  return new Cosigner({
    store,
    dataDirectory,
    files: checkpointFiles(dataDirectory),
    trees: new LogTrees(store),
    marks,
    hold,
    signal,
    tell: () => undefined,
  });
}
