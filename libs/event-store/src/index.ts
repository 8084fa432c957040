export * from './errors';
export * from './event-store';
export * from './handle';
export * from './limits';
export { LEDGER_FILE, type Migration } from './sqlite/ledger-file';
export { ledgerFile, openSqliteStore, type SqlitePlace, type SqliteStoreOptions } from './sqlite/sqlite-store';
