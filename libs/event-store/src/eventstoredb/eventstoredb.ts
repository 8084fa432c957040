import { InvalidAppend, StoreClosed } from '../errors';
import type {
  AppendResult,
  EventStore,
  EventToAppend,
  ExpectedRevision,
  FollowedBatch,
  FollowOptions,
  Position,
  RecordedEvent,
} from '../event-store';
import { serialiseAppend } from '../serialised-append';
import { Appender } from './appender';
import { ConnectionWatch, type ConnectionListener, type ConnectionState } from './connection-state';
import { follow } from './follower';
import { APPEND_TIMEOUT_MS } from './limits';
import { Reader } from './reader';
import { SharedClient } from './shared-client';

export interface EventStoreDbOptions {
  /** A connection string, `esdb://` or, for a cluster by its DNS name, `esdb+discover://`. */
  readonly url: string;
  /** Starts of the names of all streams that are appended to and followed; others may share the server. */
  readonly streamPrefixes?: readonly string[];
  /** Time limit of one attempt of an append. */
  readonly appendTimeoutMs?: number;
  /** Hears when the server goes away and when it is back. */
  readonly onConnectionChange?: ConnectionListener;
}

export interface EventStoreDb extends EventStore {
  readonly connection: ConnectionState;
}

/**
 * The log in EventStoreDB. Returns at once: a server that is away shows in the first call.
 *
 * @throws IncompatibleStore where the connection string is none
 */
export function openEventStoreDb(options: EventStoreDbOptions): EventStoreDb {
  return new EventStoreDbAdapter(options);
}

class EventStoreDbAdapter implements EventStoreDb {
  readonly #streamPrefixes: readonly string[];
  readonly #shared: SharedClient;
  readonly #watch: ConnectionWatch;
  readonly #reader: Reader;
  readonly #appender: Appender;
  readonly #closing = new AbortController();
  #closed: Promise<void> | undefined;

  constructor({
    url,
    streamPrefixes = ['relationship-', 'access', 'log'],
    appendTimeoutMs = APPEND_TIMEOUT_MS,
    onConnectionChange,
  }: EventStoreDbOptions) {
    const closing = this.#closing.signal;
    this.#streamPrefixes = streamPrefixes;
    this.#shared = SharedClient.open(url);
    this.#watch = new ConnectionWatch(onConnectionChange);
    this.#reader = new Reader(this.#shared, this.#watch, (stream) => this.#isFollowed(stream), closing);
    this.#appender = new Appender(this.#shared, this.#watch, appendTimeoutMs, closing);
  }

  get connection(): ConnectionState {
    return this.#watch.current;
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    this.#refuseClosed();
    const serialised = serialiseAppend(stream, expected, events);
    if (!this.#isFollowed(stream)) {
      throw new InvalidAppend(`no follower would see stream ${stream}: it starts with none of the stream prefixes`);
    }
    const result = await this.#appender.append(serialised, events);
    this.#reader.knows(result.position);
    return result;
  }

  async *read(stream: string, from = 0): AsyncGenerator<RecordedEvent> {
    this.#refuseClosed();
    yield* this.#reader.stream(stream, from);
  }

  async *follow(options: FollowOptions = {}): AsyncGenerator<FollowedBatch> {
    this.#refuseClosed();
    yield* follow(
      {
        shared: this.#shared,
        reader: this.#reader,
        watch: this.#watch,
        streamPrefixes: this.#streamPrefixes,
        closing: this.#closing.signal,
      },
      options,
    );
  }

  async head(): Promise<Position | null> {
    this.#refuseClosed();
    const { lastFollowed } = await this.#reader.end();
    if (lastFollowed !== undefined) return lastFollowed;
    // Others have written so much since that the server's filter is the quicker way.
    let head: Position | null = this.#reader.known ?? null;
    for await (const { events, live } of this.follow(head === null ? {} : { after: head })) {
      head = events.at(-1)?.position ?? head;
      if (live) break;
    }
    return head;
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#closing.abort();
    await this.#appender.settled();
    await this.#shared.release();
  }

  #isFollowed(stream: string): boolean {
    return this.#streamPrefixes.some((prefix) => stream.startsWith(prefix));
  }

  #refuseClosed(): void {
    if (this.#closed !== undefined) throw new StoreClosed();
  }
}
