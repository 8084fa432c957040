import type { EventStore, RecordedEvent } from '@app/event-store';
import { streamOf } from '../entry/read';
import { storedTexts, type Hashing } from './stored-hashes';

/** Events that are checked at once. */
const BATCH_EVENTS = 500;
/** Batches whose hashes are asked for before they are needed. */
const BATCHES_AHEAD = 4;
export async function* wholeLog(store: EventStore): AsyncGenerator<readonly RecordedEvent[]> {
  for await (const { events, live } of store.follow({ lazy: true, batchSize: BATCH_EVENTS })) {
    yield events;
    if (live) return;
  }
}

export async function* oneLedger(store: EventStore, relationship: string): AsyncGenerator<readonly RecordedEvent[]> {
  let events: RecordedEvent[] = [];
  try {
    for await (const event of store.read(streamOf(relationship), 0, { lazy: true })) {
      if (events.push(event) < BATCH_EVENTS) continue;
      yield events;
      events = [];
    }
  } catch (error) {
    // Those before the one that cannot be read come first.
    yield events;
    throw error;
  }
  yield events;
}

interface HashedEvents {
  readonly events: readonly RecordedEvent[];
  /** As `hashStored` gives them. */
  readonly bytes: Buffer;
}

/** While some events are checked the hashes of the next ones are taken. */
export async function* hashed(
  batches: AsyncIterable<readonly RecordedEvent[]>,
  hashing: Hashing,
): AsyncGenerator<HashedEvents> {
  const ahead: (() => Promise<HashedEvents>)[] = [];
  const rest = async function* (): AsyncGenerator<HashedEvents> {
    for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) yield await next();
  };
  try {
    for await (const events of batches) {
      const hashes = hashing.hash(storedTexts(events));
      // A failure is thrown when it is their turn; until then nobody waits for them.
      void Promise.allSettled([hashes]);
      ahead.push(async () => ({ events, bytes: await hashes }));
      if (ahead.length > BATCHES_AHEAD) yield await (ahead.shift() as () => Promise<HashedEvents>)();
    }
  } catch (error) {
    // Those before the one that cannot be read come first.
    yield* rest();
    throw error;
  }
  yield* rest();
}
