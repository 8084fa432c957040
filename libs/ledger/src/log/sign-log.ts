import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '@app/event-store';
import { lockFile } from '@app/projections';
import { Problem } from '../problems';
import { checkpointFiles, type CheckpointFiles } from './checkpoint-files';
import { Cosigner } from './cosigner';
import { holdSigning, whenLate } from './hold';
import { leafFiles } from './leaf-files';
import { logNews, seenOf, type LogNews } from './ledger-log';
import { SIGN_RETRY_MS } from './limits';
import { logIdentity } from './log-identity';
import { LogTrees } from './log-trees';
import { pause } from './pause';
import { readOnlyMarks } from './read-only-marks';
import { runSigner } from './run-signer';
import { watchPolicies } from './watch-policies';
import { withWitnesses } from './witness-policy';

/**
 * Signs the logs of a data directory until the signal, has their witnesses cosign them, and tells the news. Where
 * another process signs them it waits for its turn. A log that has witnesses at the start is signed only once they were
 * heard: they may know of entries that it lost before, and of a checkpoint where none is kept here.
 *
 * @param store may be open for reading alone
 * @param clock milliseconds since 1970-01-01 UTC
 * @param late when witnesses that are silent are not waited for any more; `WITNESSES_AWAITED_MS` from its turn on unless
 * given
 */
export async function signLog(
  store: EventStore,
  dataDirectory: string,
  clock: () => number,
  signal: AbortSignal,
  late?: AbortSignal,
): Promise<void> {
  const release = await takeTurn(dataDirectory, signal);
  if (release === null) return;
  const news = logNews(dataDirectory);
  const tell = (message: LogNews): void => news.postMessage(message);
  const files = checkpointFiles(dataDirectory);
  const marks = readOnlyMarks(dataDirectory);
  const witnessed = witnessedNow(dataDirectory, files);
  const hold = holdSigning(witnessed, late ?? whenLate());
  const trees = new LogTrees(store);
  const cosigner = new Cosigner({ store, dataDirectory, files, trees, marks, hold, signal, tell });
  try {
    const watching = watchPolicies({
      store,
      dataDirectory,
      signal,
      onPolicy: (relationship) => cosigner.ask(relationship),
      onGone: (relationship) => {
        cosigner.forget(relationship);
        tell({ is: 'witnesses-gone', relationship });
      },
      onWrong: (reason) => tell({ is: 'policies', reason }),
    });
    const signedBefore = new Set(files.relationships());
    // Also those of which there is no entry any more: their first one would be signed.
    for (const each of witnessed) if (!signedBefore.has(each)) cosigner.ask(each);
    await runSigner({
      store,
      files,
      leaves: leafFiles(dataDirectory),
      marks,
      identity: logIdentity(dataDirectory),
      hold,
      clock,
      signal,
      onSigned: (checkpoints) => {
        tell({ is: 'signed', checkpoints: checkpoints.map(seenOf) });
        for (const { relationship } of checkpoints) cosigner.ask(relationship);
      },
      onBroken: (relationship, reason) => tell({ is: 'broken', relationship, reason }),
      onFailure: (error) => tell({ is: 'failed', reason: error instanceof Error ? error.message : String(error) }),
      onWorking: () => tell({ is: 'works' }),
    });
    await watching;
    await cosigner.idle();
  } finally {
    news.close();
    release();
  }
}

/** Those whose witnesses are to be heard first; where nobody knows which these are, all. */
function witnessedNow(dataDirectory: string, files: CheckpointFiles): string[] {
  try {
    return withWitnesses(dataDirectory);
  } catch (error) {
    // What keeps the policies from being read is told by whoever watches them.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return files.relationships();
  }
}

/** The lock of the one that signs; null where there is none to be had now. */
export function lockSigner(dataDirectory: string): (() => void) | null {
  mkdirSync(dataDirectory, { recursive: true });
  return lockFile(join(dataDirectory, 'signer.lock'));
}

/** Runs with that lock held. @throws Problem `not-allowed-now` where a server signs the directory */
export async function whileNobodySigns<Result>(dataDirectory: string, use: () => Promise<Result>): Promise<Result> {
  const release = lockSigner(dataDirectory);
  if (release === null)
    throw new Problem('not-allowed-now', `a server signs the log of ${dataDirectory}; stop it first`);
  try {
    return await use();
  } finally {
    release();
  }
}

async function takeTurn(dataDirectory: string, signal: AbortSignal): Promise<(() => void) | null> {
  while (!signal.aborted) {
    const release = lockSigner(dataDirectory);
    if (release !== null) return release;
    await pause(SIGN_RETRY_MS, signal);
  }
  return null;
}
