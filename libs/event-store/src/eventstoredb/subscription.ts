import {
  START,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import { setImmediate } from 'node:timers/promises';
import type { Position, RecordedEvent } from '../event-store';
import { NoAnswer } from './failures';
import { BATCHES_AHEAD, CLIENT_BUFFER_EVENTS, READ_TIMEOUT_MS } from './limits';
import { parsePosition } from './positions';
import { recordedEvent } from './recorded-event';

export interface SubscriptionOptions {
  readonly after: Position | undefined;
  readonly streamPrefixes: readonly string[];
  readonly batchSize: number;
  /** Wakes whoever waits for events. */
  readonly ending: AbortSignal;
  /** Called when the server has taken the subscription. */
  readonly confirmed: () => void;
}

/** One subscription of the client, from which events are taken as many as wait. It lives until its first error. */
export class Subscription {
  readonly #stream: AllStreamSubscription;
  readonly #waiting: RecordedEvent[] = [];
  readonly #ending: AbortSignal;
  readonly #highWaterEvents: number;
  readonly #unconfirmed: NodeJS.Timeout;
  #failure: Error | undefined;
  #received = 0;
  /** How many events had to come before the server said that there were no more. */
  #caughtUpAt: number | undefined;
  #wake: () => void = () => undefined;

  constructor(client: EventStoreDBClient, options: SubscriptionOptions) {
    const { after, streamPrefixes, batchSize, ending, confirmed } = options;
    this.#ending = ending;
    this.#highWaterEvents = batchSize * BATCHES_AHEAD;
    this.#stream = client.subscribeToAll(
      {
        fromPosition: after === undefined ? START : parsePosition(after),
        filter: streamNameFilter({ prefixes: [...streamPrefixes] }),
      },
      { highWaterMark: CLIENT_BUFFER_EVENTS },
    );
    this.#unconfirmed = setTimeout(() => this.#fail(new NoAnswer(READ_TIMEOUT_MS)), READ_TIMEOUT_MS);
    this.#stream.on('confirmation', () => {
      clearTimeout(this.#unconfirmed);
      confirmed();
    });
    this.#stream.on('caughtUp', () => {
      // Said out of turn: events before it may still stand in the client's buffer.
      this.#caughtUpAt = this.#received + this.#stream.readableLength;
      this.#wake();
    });
    this.#stream.on('data', (resolved: AllStreamResolvedEvent) => this.#take(resolved));
    this.#stream.on('error', (error: Error) => this.#fail(error));
    // Neither is seen when the server goes away, but a subscription that ends is none any more.
    this.#stream.on('end', () => this.#fail(new Error('the subscription ended')));
    ending.addEventListener('abort', this.#onEnding);
  }

  /** Whether everything has been taken that the server had when it last said so. */
  get caughtUp(): boolean {
    return this.#caughtUpAt !== undefined && this.#received >= this.#caughtUpAt && this.empty;
  }

  get empty(): boolean {
    return this.#waiting.length === 0;
  }

  /**
   * What waits, at most `count` events; none when the subscription has caught up or is to end.
   *
   * @throws the error that ended the subscription, after the events that came before it
   */
  async take(count: number, wasCaughtUp: boolean): Promise<RecordedEvent[]> {
    while (this.empty && !this.#ending.aborted) {
      if (this.#failure !== undefined) throw this.#failure;
      if (this.caughtUp && !wasCaughtUp) return [];
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    // Events come one by one; a turn of the loop lets those that have arrived together be taken together.
    if (this.#waiting.length < count) await setImmediate();
    const taken = this.#waiting.splice(0, count);
    if (this.#waiting.length < this.#highWaterEvents) this.#stream.resume();
    return taken;
  }

  end(): void {
    clearTimeout(this.#unconfirmed);
    this.#ending.removeEventListener('abort', this.#onEnding);
    // It fails where the subscription never came about.
    this.#stream.unsubscribe().catch(() => undefined);
  }

  readonly #onEnding = (): void => this.#wake();

  #take(resolved: AllStreamResolvedEvent): void {
    this.#received += 1;
    try {
      const event = recordedEvent(resolved);
      if (event !== undefined) this.#waiting.push(event);
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    }
    if (this.#waiting.length >= this.#highWaterEvents) this.#stream.pause();
    this.#wake();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake();
  }
}
