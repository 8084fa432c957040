import type { EventStore } from './event-store';
import type { Migration } from './sqlite/ledger-file';
import { openSqliteStore } from './sqlite/sqlite-store';
import type { ConnectionListener } from './eventstoredb/connection-state';

/** Which log to open; plain data, so that it can be handed to another thread. */
export type StoreConfig =
  { readonly kind: 'sqlite'; readonly directory: string } | { readonly kind: 'eventstoredb'; readonly url: string };

export interface OpenStoreOptions {
  /** Of the embedded store: never writes, also not to migrate. */
  readonly readOnly?: boolean;
  /** Of the embedded store: told when an older file is brought up to date. */
  readonly onMigrated?: (migration: Migration) => void;
  /** Of EventStoreDB: told when the server goes away and comes back. */
  readonly onConnectionChange?: ConnectionListener;
}

/** Opens the log that the configuration names. */
export async function openEventStore(config: StoreConfig, options: OpenStoreOptions = {}): Promise<EventStore> {
  if (config.kind === 'sqlite') return openSqliteStore({ directory: config.directory, ...options });
  // Loaded only where it is used: the client with its gRPC stubs costs more start-up time than a whole query does.
  const { openEventStoreDb } = await import('./eventstoredb/eventstoredb.js');
  return openEventStoreDb({ url: config.url, onConnectionChange: options.onConnectionChange });
}
