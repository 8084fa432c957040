/** Anything `JSON.stringify` writes and `JSON.parse` reads back unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** What a stream must look like for an append to be accepted. There is no "any": every append says what it saw. */
export type ExpectedRevision = 'no-stream' | number;

/** Opaque, fixed width, and sorts as a string in the order of the log. */
export type Position = string;

export interface EventToAppend {
  /** A lower-case UUID, fixed before the append is sent, so that trying it again is the same append. */
  readonly id: string;
  /** `kind.vN`, for instance `issue.escalated.v1`. */
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
  /** The JSON text of both, where whoever made the event has written it already: a store that keeps text keeps this. */
  readonly json?: { readonly data: string; readonly metadata: string };
}

/** Of an event that was read lazily `json` is the text as it is stored, where the store keeps text. */
export interface RecordedEvent extends EventToAppend {
  readonly stream: string;
  /** Place in the stream, from 0. */
  readonly revision: number;
  readonly position: Position;
}

export interface AppendResult {
  /** Revision of the last event of the append. */
  readonly revision: number;
  /** Position of the last event of the append. */
  readonly position: Position;
}

export interface ReadOptions {
  /** Data and metadata are parsed when they are first asked for: `UnreadableEvent` is thrown then. */
  readonly lazy?: boolean;
}

export interface FollowOptions extends ReadOptions {
  /** Only events after this position; absent: from the beginning. */
  readonly after?: Position;
  /** Ends the iteration, between two batches. */
  readonly signal?: AbortSignal;
  /** At most this many events in a batch. */
  readonly batchSize?: number;
}

/** Some events in log order, never empty unless `live` changed. */
export interface FollowedBatch {
  readonly events: readonly RecordedEvent[];
  /** True when, after this batch, nothing more was waiting in the log. An empty batch says so of an empty log. */
  readonly live: boolean;
}

/**
 * The log. Every adapter passes `contract-suite.ts`.
 *
 * @remarks Errors are those of `errors.ts` and no others.
 */
export interface EventStore {
  /**
   * Appends all events or none, and resolves when they are on disk.
   *
   * The same ids at the same expected revision again answer the original result, also a prefix of the original batch;
   * a partial overlap or another order is a conflict. Appends to one stream that are not awaited keep their order.
   *
   * @throws WrongExpectedRevision, AppendTooLarge, InvalidAppend, StoreFull, StoreUnavailable
   */
  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult>;

  /** Events of one stream from a revision on, oldest first; nothing where the stream is missing or shorter. */
  read(stream: string, from?: number, options?: ReadOptions): AsyncIterable<RecordedEvent>;

  /** All events in log order, those there are and then those to come, without a gap, until the signal or `close`. */
  follow(options?: FollowOptions): AsyncIterable<FollowedBatch>;

  /** Position of the last event of the log, or null where there is none. */
  head(): Promise<Position | null>;

  /** Settles what is in flight, ends every follower, and frees what is held. Calls after it are refused. */
  close(): Promise<void>;
}
