import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { BroadcastChannel } from 'node:worker_threads';
import { isLocked } from './failure';
import { WATCH_INTERVAL_MS } from './limits';

/** Tells waiting followers that the log may have grown: at once within this process, soon for other processes. */
export class LogWatch {
  private readonly dataVersion: StatementSync;
  private readonly threads: BroadcastChannel;
  private readonly waiting = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;
  private version: unknown;
  private changes = 0;

  constructor(database: DatabaseSync, file: string) {
    this.dataVersion = database.prepare('PRAGMA data_version');
    this.threads = new BroadcastChannel(`event store ${file}`);
    this.threads.onmessage = () => this.wake();
    this.threads.unref();
  }

  /** What `changed` compares with; to be taken before the log is read. */
  get ticket(): number {
    return this.changes;
  }

  /** To be called after a commit of this thread. */
  committed(): void {
    this.wake();
    this.threads.postMessage(null);
  }

  wake(): void {
    this.changes += 1;
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }

  /** Resolves when the log may have changed since the ticket was taken, or at `wake` or the abort of the signal. */
  async changed(ticket: number, signal?: AbortSignal): Promise<void> {
    if (ticket !== this.changes || signal?.aborted === true) return;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        signal?.removeEventListener('abort', end);
        this.waiting.delete(end);
        if (this.waiting.size === 0) this.rest();
        resolve();
      };
      signal?.addEventListener('abort', end, { once: true });
      this.waiting.add(end);
      // Keeps the process alive: somebody waits for events, until close or the signal.
      this.timer ??= setInterval(() => this.look(), WATCH_INTERVAL_MS);
    });
  }

  close(): void {
    this.rest();
    this.wake();
    this.threads.close();
  }

  private look(): void {
    try {
      const version = this.dataVersion.get()?.['data_version'];
      if (version === this.version) return;
      this.version = version;
      this.wake();
    } catch (error) {
      // Anything but a passing lock is met, and reported, by the follower's own query.
      if (!isLocked(error)) this.wake();
    }
  }

  private rest(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
