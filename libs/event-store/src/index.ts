export * from './errors';
export * from './event-store';
export * from './handle';
export * from './limits';
export { LEDGER_FILE, type Migration } from './sqlite/ledger-file';
export { ledgerFile, openSqliteStore, type SqlitePlace, type SqliteStoreOptions } from './sqlite/sqlite-store';
export type { ConnectionListener, ConnectionState } from './eventstoredb/connection-state';
export { openEventStoreDb, type EventStoreDb, type EventStoreDbOptions } from './eventstoredb/eventstoredb';
