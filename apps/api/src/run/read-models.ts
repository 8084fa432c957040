import { join } from 'node:path';
import type { Logger } from 'pino';
import type { EventStore, Position, StoreConfig } from '@app/event-store';
import { ledgerReadModels, projectionViews, signLog, startLedgerProjections, type Views } from '@app/ledger';
import { runProjections, type ProjectionState, type RunningProjections } from '@app/projections';

/** Milliseconds that a look at the lag waits for the read models. */
const MAX_LAG_WAIT_MS = 1_000;
const READ_MODEL_DIRECTORY = 'projections';

/** Where the ledger is: its data directory, and the EventStoreDB that holds the log instead of the embedded store. */
export interface Place {
  readonly directory: string;
  readonly eventStoreUrl: string | null;
}

export function storeConfigOf({ directory, eventStoreUrl }: Place): StoreConfig {
  return eventStoreUrl === null ? { kind: 'sqlite', directory } : { kind: 'eventstoredb', url: eventStoreUrl };
}

/** Where reads come from, and how far that is. */
export interface ReadModels {
  readonly views: Views;
  /** What the answers cover at least; null where there is nothing yet. */
  position(): Position | null;
  /** False where the position was not reached in time. */
  waitFor(position: Position, timeoutMs: number): Promise<boolean>;
  status(): readonly ProjectionState[];
  /** Seconds until they are where the log ends now, at most one. */
  behindSeconds(): Promise<number>;
  stop(): Promise<void>;
}

export interface ReadModelOptions {
  readonly store: EventStore;
  readonly place: Place;
  /** In a thread of their own, so that appends and requests never wait for them. */
  readonly thread: boolean;
  /** This process is the one that signs the log. */
  readonly signs: boolean;
  readonly log: Logger;
}

/** Starts the read models of a server and opens them for reading. */
export function openReadModels({ store, place, thread, signs, log }: ReadModelOptions): ReadModels {
  const directory = join(place.directory, READ_MODEL_DIRECTORY);
  const stopping = new AbortController();
  const running = thread
    ? startLedgerProjections(
        { store: storeConfigOf(place), directory, signs: signs ? place.directory : null },
        (message) => log.error(`the thread of the read models ended and is started again: ${message}`),
      )
    : runProjections({ store, directory, ...ledgerReadModels });
  const signing = signs && !thread ? signLog(store, place.directory, Date.now, stopping.signal) : undefined;
  const views = projectionViews(directory);
  return {
    views,
    position: () => leastPosition(running),
    waitFor: (position, timeoutMs) => running.waitFor(position, timeoutMs),
    status: () => running.status(),
    behindSeconds: async () => {
      const startMs = performance.now();
      // A store that cannot be asked has no newer position to wait for; /health says that it is away.
      const head = await store.head().catch(() => null);
      if (head !== null) await running.waitFor(head, MAX_LAG_WAIT_MS);
      return (performance.now() - startMs) / 1000;
    },
    stop: async () => {
      stopping.abort();
      await signing;
      await running.stop();
      views.close();
    },
  };
}

function leastPosition(running: RunningProjections): Position | null {
  let least: Position | null | undefined;
  for (const { position } of running.status()) {
    if (position === null) return null;
    if (least === undefined || least === null || position < least) least = position;
  }
  return least ?? null;
}
