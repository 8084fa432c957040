import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '@app/event-store';
import { lockFile } from '@app/projections';
import { checkpointFiles } from './checkpoint-files';
import { Cosigner } from './cosigner';
import { leafFiles } from './leaf-files';
import { logNews, seenOf, type LogNews } from './ledger-log';
import { SIGN_RETRY_MS } from './limits';
import { logIdentity } from './log-identity';
import { LogTrees } from './log-trees';
import { pause } from './pause';
import { readOnlyMarks } from './read-only-marks';
import { runSigner } from './signer';

/**
 * Signs the logs of a data directory until the signal, has their witnesses cosign them, and tells the news. Where
 * another process signs them it waits for its turn.
 *
 * @param store may be open for reading alone
 * @param clock milliseconds since 1970-01-01 UTC
 */
export async function signLog(
  store: EventStore,
  dataDirectory: string,
  clock: () => number,
  signal: AbortSignal,
): Promise<void> {
  const release = await takeTurn(dataDirectory, signal);
  if (release === null) return;
  const news = logNews(dataDirectory);
  const tell = (message: LogNews): void => news.postMessage(message);
  const files = checkpointFiles(dataDirectory);
  const marks = readOnlyMarks(dataDirectory);
  const onBroken = (relationship: string, reason: string): void => tell({ is: 'broken', relationship, reason });
  const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
  const cosigner = new Cosigner({
    dataDirectory,
    files,
    trees: new LogTrees(store),
    signal,
    onCosigned: (relationship, size, quorum) => tell({ is: 'cosigned', relationship, size, quorum }),
    onContradicted: (relationship, reason) => {
      marks.mark(relationship, reason);
      onBroken(relationship, reason);
    },
    onFailure: (error) => tell({ is: 'unwitnessed', reason: reasonOf(error) }),
  });
  try {
    // Witnesses may know of entries that a log lost before this start.
    for (const relationship of files.relationships()) cosigner.ask(relationship);
    await runSigner({
      store,
      files,
      leaves: leafFiles(dataDirectory),
      marks,
      identity: logIdentity(dataDirectory),
      clock,
      signal,
      onSigned: (checkpoints) => {
        tell({ is: 'signed', checkpoints: checkpoints.map(seenOf) });
        for (const { relationship } of checkpoints) cosigner.ask(relationship);
      },
      onBroken,
      onFailure: (error) => tell({ is: 'failed', reason: reasonOf(error) }),
    });
    await cosigner.idle();
  } finally {
    news.close();
    release();
  }
}

/** The lock of the one that signs; null where there is none to be had now. */
export function lockSigner(dataDirectory: string): (() => void) | null {
  mkdirSync(dataDirectory, { recursive: true });
  return lockFile(join(dataDirectory, 'signer.lock'));
}

async function takeTurn(dataDirectory: string, signal: AbortSignal): Promise<(() => void) | null> {
  while (!signal.aborted) {
    const release = lockSigner(dataDirectory);
    if (release !== null) return release;
    await pause(SIGN_RETRY_MS, signal);
  }
  return null;
}
