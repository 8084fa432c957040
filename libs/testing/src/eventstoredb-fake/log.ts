/** What a client proposes, with its bytes untouched. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface StoredEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: bigint;
  /** Commit and prepare position in one: on the real server they were equal in every event seen. */
  readonly position: bigint;
  readonly createdAtMs: number;
}

export type ExpectedVersion = 'any' | 'no-stream' | 'stream-exists' | bigint;

export type AppendOutcome =
  | { readonly outcome: 'stored'; readonly revision: bigint; readonly position?: bigint }
  | { readonly outcome: 'wrong-version'; readonly current: bigint | undefined }
  | { readonly outcome: 'too-large' }
  | { readonly outcome: 'deleted' };

/** Bytes of data that one append may have on the real server. */
export const MAX_APPEND_DATA_BYTES = 1_048_576;
/** The revision of the event that marks a tombstone. */
const TOMBSTONE_REVISION = 9_223_372_036_854_775_807n;
/** What a record takes in the log beside its data, so that positions grow by more than one as they really do. */
const RECORD_OVERHEAD_BYTES = 128n;

interface Stream {
  readonly events: StoredEvent[];
  /** Events before this revision are gone from the stream, though not from the log. */
  visibleFrom: bigint;
  state: 'open' | 'soft-deleted' | 'tombstoned';
}

/** The log of the fake: it lives through a restart of the server. */
export class FakeLog {
  readonly #events: StoredEvent[] = [];
  readonly #streams = new Map<string, Stream>();
  /** Ids by stream that an append with "any" is compared with. The real server keeps them in memory only. */
  #recentIds = new Map<string, Map<string, StoredEvent>>();
  #end = 0n;

  constructor() {
    // A real log is never empty: the server writes events of its own before anyone else does.
    this.#push('$persistentSubscriptionConfig', 0n, systemEvent('$PersistentConfig1'));
  }

  get length(): number {
    return this.#events.length;
  }

  at(index: number): StoredEvent | undefined {
    return this.#events[index];
  }

  /** Index of the first event at or after a position. */
  indexOf(position: bigint): number {
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const { position: found } = this.#events[middle] as StoredEvent;
      if (found < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Events of a stream that can be read, oldest first. */
  read(name: string): readonly StoredEvent[] | 'not-found' | 'deleted' {
    const stream = this.#streams.get(name);
    if (stream?.state === 'tombstoned') return 'deleted';
    if (stream === undefined || stream.state === 'soft-deleted') return 'not-found';
    return stream.visibleFrom === 0n ? stream.events : stream.events.slice(Number(stream.visibleFrom));
  }

  append(name: string, expected: ExpectedVersion, proposed: readonly ProposedEvent[]): AppendOutcome {
    if (proposed.reduce((sum, { data }) => sum + data.length, 0) > MAX_APPEND_DATA_BYTES) {
      return { outcome: 'too-large' };
    }
    const stream = this.#streams.get(name);
    if (stream?.state === 'tombstoned') return { outcome: 'deleted' };
    const current = stream === undefined ? -1n : BigInt(stream.events.length) - 1n;
    // An empty append is answered as a success at revision 0, on a missing stream too.
    if (proposed.length === 0) return { outcome: 'stored', revision: current < 0n ? 0n : current };
    const wrong: AppendOutcome = { outcome: 'wrong-version', current: current < 0n ? undefined : current };
    if (expected === 'any') {
      const known = proposed.map(({ id }) => this.#recentIds.get(name)?.get(id));
      const last = known.at(-1);
      if (last !== undefined && known.every((one) => one !== undefined)) return stored(last);
      return this.#store(name, proposed);
    }
    if (expected === 'stream-exists') {
      return current < 0n || stream?.state === 'soft-deleted' ? wrong : this.#store(name, proposed);
    }
    const revision = expected === 'no-stream' ? -1n : expected;
    if (revision === current) return this.#store(name, proposed);
    if (revision > current || stream === undefined) return wrong;
    const first = Number(revision) + 1;
    // Only ids are compared, and a prefix of what was committed is enough.
    if (proposed.every(({ id }, index) => stream.events[first + index]?.id === id)) {
      return stored(stream.events[first + proposed.length - 1] as StoredEvent);
    }
    if (stream.state === 'soft-deleted' && expected === 'no-stream') return this.#store(name, proposed);
    return wrong;
  }

  /** Deletes a stream so that it can come back; its events stay in the log and its revisions go on. */
  softDelete(name: string, expected: ExpectedVersion): AppendOutcome {
    return this.#delete(name, expected, (stream) => {
      stream.state = 'soft-deleted';
      return this.#push(`$$${name}`, 0n, systemEvent('$metadata'));
    });
  }

  /** Deletes a stream for ever; the mark is an event of the stream itself. */
  tombstone(name: string, expected: ExpectedVersion): AppendOutcome {
    return this.#delete(name, expected, (stream) => {
      stream.state = 'tombstoned';
      return this.#push(name, TOMBSTONE_REVISION, systemEvent('$streamDeleted'));
    });
  }

  /** What a restart loses. */
  restarted(): void {
    this.#recentIds = new Map();
  }

  /** Goes back to an older backup: everything from this index on is gone. */
  truncate(length: number): void {
    for (const event of this.#events.splice(length).reverse()) {
      const events = this.#streams.get(event.stream)?.events;
      if (events?.at(-1) === event) events.pop();
    }
    this.#end = (this.#events.at(-1)?.position ?? 0n) + RECORD_OVERHEAD_BYTES;
  }

  #delete(name: string, expected: ExpectedVersion, mark: (stream: Stream) => StoredEvent): AppendOutcome {
    const stream = this.#streams.get(name);
    if (stream?.state === 'tombstoned') return { outcome: 'deleted' };
    const current = stream === undefined ? undefined : BigInt(stream.events.length) - 1n;
    const fits = expected === 'any' || (current === undefined ? expected === 'no-stream' : expected === current);
    if (!fits || stream === undefined) return { outcome: 'wrong-version', current };
    return stored(mark(stream));
  }

  #store(name: string, proposed: readonly ProposedEvent[]): AppendOutcome {
    let stream = this.#streams.get(name);
    if (stream === undefined) {
      stream = { events: [], visibleFrom: 0n, state: 'open' };
      this.#streams.set(name, stream);
    }
    if (stream.state === 'soft-deleted') {
      stream.visibleFrom = BigInt(stream.events.length);
      stream.state = 'open';
    }
    const recent = this.#recentIds.get(name) ?? new Map<string, StoredEvent>();
    this.#recentIds.set(name, recent);
    for (const event of proposed) {
      const one = this.#push(name, BigInt(stream.events.length), event);
      stream.events.push(one);
      recent.set(event.id, one);
    }
    return stored(stream.events.at(-1) as StoredEvent);
  }

  #push(stream: string, revision: bigint, event: ProposedEvent): StoredEvent {
    const one = {
      ...event,
      id: event.id.toLowerCase(),
      stream,
      revision,
      position: this.#end,
      createdAtMs: Date.now(),
    };
    this.#end += BigInt(event.data.length + event.metadata.length) + RECORD_OVERHEAD_BYTES;
    this.#events.push(one);
    return one;
  }
}

function stored({ revision, position }: StoredEvent): AppendOutcome {
  return { outcome: 'stored', revision, position };
}

function systemEvent(type: string): ProposedEvent {
  const id = crypto.randomUUID();
  return { id, type, contentType: 'application/json', data: Buffer.from('{}'), metadata: Buffer.alloc(0) };
}
