import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { EventStore, RecordedEvent } from '@app/event-store';
import { Problem } from '@app/ledger';
import { HEARTBEAT_INTERVAL_MS, LIVE_RETRY_MS, MAX_LIVE_STREAMS } from '../limits';
import type { LiveFeed } from './live-feed';

export interface LiveRequest {
  readonly stream: string;
  /** The first revision to send. */
  readonly fromRevision: number;
  /** The last revision that there is already, sent as `reached` and not as an entry; null: all of them are news. */
  readonly reachedRevision: number | null;
  /** Whether the client is told which entries they are. */
  readonly tellsEntries: boolean;
  readonly response: ServerResponse;
  /** False once the token no longer holds: the stream ends. */
  readonly stillAllowed: () => boolean;
}

/** Server-sent events: one per entry, its revision as the event's id, so that `Last-Event-ID` resumes without a gap. */
export class LiveStreams {
  private readonly open = new Set<ServerResponse>();
  private closing = false;

  constructor(
    private readonly store: EventStore,
    private readonly feed: LiveFeed,
    private readonly log: Logger,
  ) {}

  /** @throws Problem `too-many-requests` */
  assertRoom(): void {
    if (this.closing || this.open.size >= MAX_LIVE_STREAMS) {
      throw new Problem('too-many-requests', `at most ${MAX_LIVE_STREAMS} live streams are open at once`);
    }
  }

  /** Sends what there is and what comes, until either side ends it. */
  start({ stream, fromRevision, reachedRevision, tellsEntries, response, stillAllowed }: LiveRequest): void {
    let nextRevision = fromRevision;
    let grown = true;
    let pumping = false;
    this.open.add(response);
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write(`retry: ${LIVE_RETRY_MS}\n\n`);

    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    const pump = async (): Promise<void> => {
      if (pumping) return;
      pumping = true;
      try {
        while (grown && !response.writableEnded) {
          grown = false;
          for await (const event of this.store.read(stream, nextRevision)) {
            if (!stillAllowed()) return void response.end();
            if (response.writableEnded || response.destroyed) return;
            nextRevision = event.revision + 1;
            const name = event.revision === reachedRevision ? 'reached' : 'entry';
            if (!response.write(eventText(name, event, tellsEntries)))
              await Promise.race([once(response, 'drain'), closed]);
          }
        }
      } catch (error) {
        // The client reconnects with the last id it has, and goes on from there.
        this.log.warn({ err: error }, 'a live stream ends early');
        response.end();
      } finally {
        pumping = false;
      }
    };
    const onGrowth = (): void => {
      grown = true;
      void pump();
    };
    const stopListening = this.feed.listen(stream, onGrowth);
    const heartbeat = setInterval(() => {
      if (stillAllowed()) response.write(': heartbeat\n\n');
      else response.end();
    }, HEARTBEAT_INTERVAL_MS).unref();
    response.once('close', () => {
      clearInterval(heartbeat);
      stopListening();
      this.open.delete(response);
    });
    onGrowth();
  }

  /** Ends all streams, so that the server can stop. */
  close(): void {
    this.closing = true;
    for (const response of this.open) response.end();
    this.feed.stop();
  }
}

function eventText(
  name: 'reached' | 'entry',
  { revision, position, data }: RecordedEvent,
  tellsEntry: boolean,
): string {
  const { id, kind } = data;
  const told = name === 'entry' && tellsEntry ? { position, revision, id, kind } : { position, revision };
  return `id: ${revision}\nevent: ${name}\ndata: ${JSON.stringify(told)}\n\n`;
}
