import type { EventStore } from '@app/event-store';
import { judge, parseNote } from '@app/integrity';
import { checkpointFiles } from './checkpoint-files';
import { Cosigner } from './cosigner';
import { LogTrees } from './log-trees';
import { readOnlyMarks, readOnlyProblem } from './read-only-marks';
import { lockSigner } from './sign-log';
import { parsedPolicyOf } from './witness-policy';

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
    const cosigner = new Cosigner({
      dataDirectory,
      files,
      trees: new LogTrees(store),
      signal: new AbortController().signal,
      onCosigned: () => undefined,
      onContradicted: (_relationship, reason) => marks.mark(relationship, reason),
      // One that does not show what it keeps has not cosigned either: the open quorum tells.
      onFailure: () => undefined,
    });
    await cosigner.askOnce(relationship);
    const reason = marks.reason(relationship);
    if (reason !== null) throw readOnlyProblem(relationship, reason);
    return true;
  } finally {
    release();
  }
}
