import type { EventStore, FollowedBatch, FollowOptions, RecordedEvent } from '../event-store';
import { ids } from './subject';

/** Where the log ends now, as `after` of a follower that wants only what the case appends. */
export async function fromHere(store: EventStore): Promise<FollowOptions> {
  const head = await store.head();
  return head === null ? {} : { after: head };
}

/** Follows until `count` events of these streams have come; other events of a shared log are passed over. */
export async function followed(
  store: EventStore,
  streams: readonly string[],
  count: number,
  options: FollowOptions = {},
): Promise<RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  for await (const batch of store.follow(options)) {
    found.push(...batch.events.filter((recorded) => streams.includes(recorded.stream)));
    if (found.length >= count) return found;
  }
  throw new Error(`the follower ended after ${found.length} of ${count} events`);
}

type Batches = AsyncIterator<FollowedBatch, unknown>;

export async function nextBatch(batches: Batches): Promise<FollowedBatch> {
  const next = await batches.next();
  if (next.done === true) throw new Error('the follower ended early');
  return next.value;
}

/** Takes batches until one of them is live. */
export async function untilLive(batches: Batches): Promise<RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  for (;;) {
    const batch = await nextBatch(batches);
    found.push(...batch.events);
    if (batch.live) return found;
  }
}

/** Takes batches until one of them has the event. */
export async function untilSeen(batches: Batches, id: string): Promise<void> {
  while (!ids((await nextBatch(batches)).events).includes(id));
}

/** Takes batches until the follower ends, which a shared log may put off by batches of other writers. */
export async function untilEnd(batches: Batches): Promise<void> {
  while ((await batches.next()).done !== true);
}

/** A follower to be asked for one batch after another. */
export function batchesOf(store: EventStore, ...args: Parameters<EventStore['follow']>): Batches {
  return store.follow(...args)[Symbol.asyncIterator]();
}
