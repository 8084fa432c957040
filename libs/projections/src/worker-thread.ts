import { constants, getPriority, setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Json } from '@app/event-store';
import { LOCK_POLL_MS } from './limits';
import type { RunningProjections } from './projection-state';
import { runProjections, type RunProjectionsOptions } from './runner';
import { ProjectionsLocked } from './runner-lock';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages';

/** What a worker thread runs. */
export interface WorkerOptions extends Omit<RunProjectionsOptions, 'onProgress' | 'signal'> {
  /** Runs beside the projections, on the same store, until the signal. */
  readonly beside?: (signal: AbortSignal) => Promise<void>;
}

/**
 * The whole of a worker thread's file: opens what the configuration names and runs the projections until it is told to
 * stop. Where another process runs those of the directory it waits for its turn.
 *
 * @param open makes the store and what else there is to run; the store is closed at the end
 */
export async function runInWorkerThread(open: (config: Json) => Promise<WorkerOptions>): Promise<void> {
  if (parentPort === null) throw new Error('this file is the start of a worker thread');
  goBehind();
  const port: MessagePort = parentPort;
  const tell = (message: FromWorker): void => port.postMessage(message);
  const stopping = new AbortController();
  const { config } = workerData as WorkerStart;
  let running: RunningProjections | undefined;
  port.on('message', (message: ToWorker) => {
    if (message.is === 'stop') return stopping.abort();
    if (message.is === 'await') {
      // Who waits is answered where he asked, from the states; here it is only that the thread takes no rest.
      void running?.waitFor(message.position, message.timeoutMs);
      return;
    }
    const { request, name } = message;
    const rebuilt = running?.rebuild(name ?? undefined) ?? Promise.reject(new Error('another process runs them'));
    rebuilt.then(
      () => tell({ is: 'rebuilt', request, error: null }),
      (cause: unknown) => tell({ is: 'rebuilt', request, error: messageOf(cause) }),
    );
  });
  try {
    const { beside, ...options } = await open(config);
    // A failure of what runs beside ends the thread as one of the projections does.
    const besides = Promise.resolve(beside?.(stopping.signal)).finally(() => beside && stopping.abort());
    try {
      running = await take({ ...options, onProgress: (state) => tell({ is: 'state', state }) }, stopping.signal);
      await aborted(stopping.signal);
      await running?.stop();
    } finally {
      stopping.abort();
      await Promise.allSettled([besides]);
      await options.store.close();
    }
    await besides;
  } catch (cause) {
    tell({ is: 'failed', message: messageOf(cause) });
  } finally {
    port.close();
  }
}

/** Those who append and ask go first. Linux alone has priorities of threads: elsewhere it would be the whole process. */
function goBehind(): void {
  const { PRIORITY_BELOW_NORMAL } = constants.priority;
  // Who is further behind already may not come forward without a privilege.
  if (process.platform !== 'linux' || getPriority() >= PRIORITY_BELOW_NORMAL) return;
  setPriority(PRIORITY_BELOW_NORMAL);
}

async function take(options: RunProjectionsOptions, signal: AbortSignal): Promise<RunningProjections | undefined> {
  while (!signal.aborted) {
    try {
      return runProjections(options);
    } catch (cause) {
      if (!(cause instanceof ProjectionsLocked)) throw cause;
    }
    await Promise.race([pause(LOCK_POLL_MS), aborted(signal)]);
  }
  return undefined;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
