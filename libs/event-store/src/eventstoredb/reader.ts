import {
  BACKWARDS,
  END,
  FORWARDS,
  StreamDeletedError,
  StreamNotFoundError,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import { IncompatibleStore, StoreUnavailable } from '../errors';
import type { Position, RecordedEvent } from '../event-store';
import { backoff } from './backoff';
import type { ConnectionWatch } from './connection-state';
import { NoAnswer, reasonOf, refusedAccess } from './failures';
import { ATTEMPTS, CLIENT_BUFFER_EVENTS, END_SCAN_EVENTS, READ_PAGE_EVENTS, READ_TIMEOUT_MS } from './limits';
import { formatPosition } from './positions';
import { recordedEvent } from './recorded-event';
import type { SharedClient } from './shared-client';

export interface EndOfLog {
  /** Position of the last event of the whole log, whoever wrote it; undefined where there is none. */
  readonly last: Position | undefined;
  /** Position of the last event that followers see; null where there is none, undefined where it lies too far back. */
  readonly lastFollowed: Position | null | undefined;
}

/** Calls that read a bounded number of events, each tried again while the server is away. */
export class Reader {
  /** A position that followers have seen or will see: no reading for the end of the log needs to go behind it. */
  #known: Position | undefined;

  constructor(
    private readonly shared: SharedClient,
    private readonly watch: ConnectionWatch,
    private readonly isFollowed: (stream: string) => boolean,
    private readonly closing: AbortSignal,
  ) {}

  get known(): Position | undefined {
    return this.#known;
  }

  /** Tells of an event in the log, so that the end need not be searched for behind it. */
  knows(position: Position): void {
    if (this.#known === undefined || position > this.#known) this.#known = position;
  }

  async *stream(stream: string, from: number): AsyncGenerator<RecordedEvent> {
    for (let next = from; ;) {
      const first = next;
      const page = await this.#untilRead((client) => readPage(client, stream, first));
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < READ_PAGE_EVENTS) return;
      next = last.revision + 1;
    }
  }

  end(): Promise<EndOfLog> {
    return this.#untilRead((client) => this.endOnce(client));
  }

  /** One attempt, whose failure is the client's own. */
  async endOnce(client: EventStoreDBClient): Promise<EndOfLog> {
    const known = this.#known;
    let last: Position | undefined;
    let lastFollowed: Position | null | undefined;
    let scanned = 0;
    await visit(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: END_SCAN_EVENTS }), ({ event }) => {
      if (event === undefined) return true;
      const position = formatPosition(event.position);
      last ??= position;
      scanned += 1;
      // A log that ends before what is known of it is another one, restored from a backup: then nothing is known.
      if (known !== undefined && position <= known && known <= last) lastFollowed = known;
      else if (this.isFollowed(event.streamId) && !event.type.startsWith('$')) lastFollowed = position;
      return lastFollowed === undefined;
    });
    if (lastFollowed === undefined && scanned < END_SCAN_EVENTS) lastFollowed = null;
    return { last, lastFollowed };
  }

  async #untilRead<Result>(read: (client: EventStoreDBClient) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await read(this.shared.client);
        this.shared.reached();
        this.watch.answered();
        return result;
      } catch (error) {
        const refusal = error instanceof IncompatibleStore ? error : refusedAccess(error);
        if (refusal !== undefined) throw refusal;
        this.watch.failed(reasonOf(error));
        if (attempt >= ATTEMPTS || this.closing.aborted) {
          throw new StoreUnavailable(`EventStoreDB did not answer a reading in ${attempt} attempts`, error);
        }
        await backoff(attempt, this.closing);
      }
    }
  }
}

async function readPage(client: EventStoreDBClient, stream: string, from: number): Promise<RecordedEvent[]> {
  const page: RecordedEvent[] = [];
  const reading = client.readStream(
    stream,
    { direction: FORWARDS, fromRevision: BigInt(from), maxCount: READ_PAGE_EVENTS },
    { highWaterMark: CLIENT_BUFFER_EVENTS },
  );
  try {
    await visit(reading, (resolved) => {
      const event = recordedEvent(resolved);
      if (event !== undefined) page.push(event);
      return true;
    });
  } catch (error) {
    if (error instanceof StreamNotFoundError || error instanceof StreamDeletedError) return [];
    throw error;
  }
  return page;
}

/** Hands over events until there are no more, `each` answers false, or the time limit has passed. */
async function visit<Resolved extends ResolvedEvent | AllStreamResolvedEvent>(
  reading: StreamingRead<Resolved>,
  each: (resolved: Resolved) => boolean,
): Promise<void> {
  // The loop below takes the first error; one that comes after it must not end the process.
  reading.on('error', () => undefined);
  const timeLimit = setTimeout(() => reading.destroy(new NoAnswer(READ_TIMEOUT_MS)), READ_TIMEOUT_MS);
  try {
    for await (const resolved of reading) {
      if (!each(resolved)) break;
    }
  } finally {
    clearTimeout(timeLimit);
    // Frees the call on the server, which the client does not do by itself. It fails where there never was a call.
    reading.cancel().catch(() => undefined);
  }
}
