import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Json } from '@app/event-store';
import { RETRY_MAX_MS, RETRY_MIN_MS, WORKER_YOUNG_MIB } from './limits';
import type { RunningProjections } from './projection-state';
import { stateBoard } from './state-board';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages';

export interface ProjectionWorkerOptions {
  /** The compiled file that calls `runInWorkerThread`. */
  readonly file: string;
  readonly config: Json;
  /** Names of the projections that it runs. */
  readonly names: readonly string[];
  /** The thread ended unasked; it is started again after a growing pause. */
  readonly onFailure?: (message: string) => void;
}

/** Runs projections in a thread of their own, so that appends and requests never wait for them. */
export function startProjectionWorker(options: ProjectionWorkerOptions): RunningProjections {
  const { file, config, names, onFailure } = options;
  const board = stateBoard(names);
  const rebuilds = new Map<number, { resolve: () => void; reject: (cause: Error) => void }>();
  let requests = 0;
  let failures = 0;
  let stopping = false;
  let restart: NodeJS.Timeout | undefined;

  const start = (): Worker => {
    const data: WorkerStart = { names, config };
    const thread = new Worker(file, {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: WORKER_YOUNG_MIB },
    });
    let reason = 'the thread of the projections ended';
    thread.on('message', (message: FromWorker) => {
      if (message.is === 'state') {
        failures = 0;
        board.post(message.state);
      } else if (message.is === 'failed') {
        reason = message.message;
      } else {
        const rebuild = rebuilds.get(message.request);
        rebuilds.delete(message.request);
        if (message.error === null) rebuild?.resolve();
        else rebuild?.reject(new Error(message.error));
      }
    });
    thread.on('error', (cause: Error) => (reason = cause.message));
    thread.once('exit', () => {
      for (const { reject } of rebuilds.values()) reject(new Error(reason));
      rebuilds.clear();
      if (stopping) return;
      onFailure?.(reason);
      restart = setTimeout(() => (worker = start()), Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** failures));
      failures = Math.min(failures + 1, 30);
    });
    return thread;
  };
  let worker = start();

  const tell = (message: ToWorker): void => worker.postMessage(message);
  return {
    status: () => board.status(),
    position: (name) => board.position(name),
    waitFor: (position, timeoutMs, name) => {
      if (!board.reached(position, name)) tell({ is: 'await', position, timeoutMs });
      return board.waitFor(position, timeoutMs, name);
    },
    rebuild: (name) =>
      new Promise((resolve, reject) => {
        requests += 1;
        rebuilds.set(requests, { resolve, reject });
        tell({ is: 'rebuild', request: requests, name: name ?? null });
      }),
    stop: async () => {
      if (stopping) return;
      stopping = true;
      clearTimeout(restart);
      board.close();
      if (worker.threadId === -1) return;
      const exited = once(worker, 'exit');
      tell({ is: 'stop' });
      await exited;
    },
  };
}
