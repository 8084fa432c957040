import type { Logger } from 'pino';
import { PositionBeyondLog, StoreClosed, type EventStore, type Position } from '@app/event-store';
import { FOLLOW_RETRY_MS } from '../limits';

/**
 * Tells who listens that a stream has grown. One follower of the log for all listeners of the process, running only
 * while somebody listens; the listeners read the stream themselves.
 */
export class LiveFeed {
  private readonly listeners = new Map<string, Set<() => void>>();
  private following: AbortController | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly log: Logger,
  ) {}

  /** Calls back after each append to the stream from now on, until the answered function is called. */
  listen(stream: string, onGrowth: () => void): () => void {
    const listening = this.listeners.get(stream) ?? new Set();
    this.listeners.set(stream, listening.add(onGrowth));
    if (!this.following) {
      this.following = new AbortController();
      void this.follow(this.following.signal);
    }
    return () => {
      listening.delete(onGrowth);
      if (listening.size === 0 && this.listeners.get(stream) === listening) this.listeners.delete(stream);
      if (this.listeners.size === 0) this.stop();
    };
  }

  stop(): void {
    this.following?.abort();
    this.following = null;
  }

  /** Follows until the signal, again after a pause where the log could not be read. Never rejects. */
  private async follow(signal: AbortSignal): Promise<void> {
    let after: Position | undefined;
    while (!signal.aborted) {
      try {
        after ??= (await this.store.head()) ?? undefined;
        // What was appended before the head was known is told by this first call.
        this.tellAll();
        for await (const { events } of this.store.follow({ ...(after === undefined ? {} : { after }), signal })) {
          after = events.at(-1)?.position ?? after;
          for (const stream of new Set(events.map((event) => event.stream))) this.tell(stream);
        }
      } catch (error) {
        if (error instanceof StoreClosed) return;
        if (error instanceof PositionBeyondLog) after = undefined;
        this.log.warn({ err: error }, 'the log cannot be followed');
      }
      if (!signal.aborted) await pause(FOLLOW_RETRY_MS, signal);
    }
  }

  private tellAll(): void {
    for (const stream of this.listeners.keys()) this.tell(stream);
  }

  private tell(stream: string): void {
    for (const onGrowth of this.listeners.get(stream) ?? []) onGrowth();
  }
}

function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, durationMs);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
