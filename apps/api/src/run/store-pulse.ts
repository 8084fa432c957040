import type { Logger } from 'pino';
import { STORE_AWAY_AFTER_MS } from '../limits';

/** Whether the event store answers: told by every read of the access stream, which is read twice a second. */
export class StorePulse {
  private answeredMs: number;
  private failing = false;

  constructor(
    private readonly log: Logger,
    private readonly wallClock: () => number = Date.now,
  ) {
    this.answeredMs = wallClock();
  }

  told(error: unknown): void {
    if (error === null) {
      if (this.failing) this.log.info('the event store answers again');
      this.answeredMs = this.wallClock();
      this.failing = false;
      return;
    }
    if (!this.failing) this.log.warn({ err: error }, 'the event store does not answer');
    this.failing = true;
  }

  /** When the store last answered, RFC 3339; null while it answers. */
  awaySince(): string | null {
    const away = this.failing || this.wallClock() - this.answeredMs > STORE_AWAY_AFTER_MS;
    return away ? new Date(this.answeredMs).toISOString() : null;
  }
}
