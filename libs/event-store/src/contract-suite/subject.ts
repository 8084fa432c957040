import { randomUUID } from 'node:crypto';
import type { AppendResult, EventStore, EventToAppend, JsonObject, RecordedEvent } from '../event-store';

/** One opened log under test. */
export interface OpenedStore {
  readonly store: EventStore;
  /** Closes the store and opens one on the same log. */
  reopen(): Promise<EventStore>;
  close(): Promise<void>;
}

/** The log that `open` opens, again and again. */
export async function reopenable(open: () => Promise<EventStore>): Promise<OpenedStore> {
  let store = await open();
  return {
    get store() {
      return store;
    },
    async reopen() {
      await store.close();
      store = await open();
      return store;
    },
    close: () => store.close(),
  };
}

/** What the sections of the suite work on. */
export interface Subject {
  /** The store that the cases of a section share. */
  readonly store: EventStore;
  /** A log of the case's own, for cases that close it; the suite closes it. */
  open(): Promise<OpenedStore>;
  /** A name that nobody else uses: the log may be shared with other runs. */
  stream(): string;
}

export function event(data: JsonObject = {}, id: string = randomUUID()): EventToAppend {
  return { id, type: 'something.happened.v1', data, metadata: {} };
}

/** Events with `data.n` counting from `first`. */
export function events(count: number, first = 0): EventToAppend[] {
  return Array.from({ length: count }, (_, index) => event({ n: first + index }));
}

export async function all(store: EventStore, stream: string, from?: number): Promise<RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  for await (const recorded of store.read(stream, from)) found.push(recorded);
  return found;
}

export function ids(recorded: readonly { readonly id: string }[]): string[] {
  return recorded.map(({ id }) => id);
}

/** Splits appends that race into those that landed and the errors of the others. */
export async function settled(
  appends: readonly Promise<AppendResult>[],
): Promise<{ landed: AppendResult[]; errors: unknown[] }> {
  const outcomes = await Promise.allSettled(appends);
  const landed: AppendResult[] = [];
  const errors: unknown[] = [];
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') landed.push(outcome.value);
    else errors.push(outcome.reason);
  }
  return { landed, errors };
}
