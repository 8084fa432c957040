import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '@app/event-store';
import { lockFile } from '@app/projections';
import { checkpointFiles } from './checkpoint-files';
import { leafFiles } from './leaf-files';
import { logIdentity } from './log-identity';
import { logNews, seenOf, type LogNews } from './ledger-log';
import { SIGN_RETRY_MS } from './limits';
import { pause } from './pause';
import { readOnlyMarks } from './read-only-marks';
import { runSigner } from './signer';

/**
 * Signs the logs of a data directory until the signal, and tells the news. Where another process signs them it waits
 * for its turn.
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
  try {
    await runSigner({
      store,
      files: checkpointFiles(dataDirectory),
      leaves: leafFiles(dataDirectory),
      marks: readOnlyMarks(dataDirectory),
      identity: logIdentity(dataDirectory),
      clock,
      signal,
      onSigned: (checkpoints) => tell({ is: 'signed', checkpoints: checkpoints.map(seenOf) }),
      onBroken: (relationship, reason) => tell({ is: 'broken', relationship, reason }),
      onFailure: (error) => tell({ is: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    });
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
