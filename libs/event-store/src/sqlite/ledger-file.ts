import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { IncompatibleStore, StoreUnavailable } from '../errors';
import { copyInto } from './copy';
import { translated, whenFree } from './failure';
import { WAL_CHECKPOINT_PAGES, WAL_KEPT_BYTES } from './limits';
import { APPLICATION_ID, SCHEMA_STEPS } from './schema';

/** Name of the log in a data directory. */
export const LEDGER_FILE = 'ledger.db';

export interface Migration {
  readonly file: string;
  readonly fromVersion: number;
  readonly toVersion: number;
  /** Copy of the file as it was before. */
  readonly backup: string;
}

export interface OpenLedgerOptions {
  /** Told after an older file was brought to the version of this program. */
  readonly onMigrated?: (migration: Migration) => void;
  /** The schema steps this program knows. */
  readonly steps?: readonly string[];
  /** How long an append waits for the write lock of another process, in milliseconds. */
  readonly lockWaitMs?: number;
}

/**
 * Opens the log for writing: creates it where there is none, migrates an older one after a backup beside it.
 *
 * @throws IncompatibleStore, StoreUnavailable, StoreFull
 */
export async function openForWriting(file: string, options: OpenLedgerOptions = {}): Promise<DatabaseSync> {
  const { onMigrated, steps = SCHEMA_STEPS } = options;
  makeDirectory(dirname(file));
  return opened(file, false, async (database) => {
    // Before anything is written: a file that is no ledger stays as it is, its journal mode too.
    const version = await whenFree(file, () => checkedVersion(database, file, steps));
    await whenFree(file, () => makeDurable(database, file));
    if (version === steps.length) return;
    await whenFree(file, () => database.exec('BEGIN IMMEDIATE'));
    const migration = migrate(database, file, steps);
    if (migration !== null) onMigrated?.(migration);
  });
}

/**
 * Opens the log for reading only.
 *
 * @throws IncompatibleStore, StoreUnavailable
 */
export async function openForReading(file: string, options: OpenLedgerOptions = {}): Promise<DatabaseSync> {
  const { steps = SCHEMA_STEPS } = options;
  return openAnyVersion(file, options, (version) => {
    if (version === steps.length) return;
    throw new IncompatibleStore(
      `${file} has schema version ${version}, this program reads ${steps.length}; whatever writes to it, "ledger serve" for one, brings it forward first`,
    );
  });
}

/**
 * Opens a log of this or an older version for reading only, to copy it.
 *
 * @throws IncompatibleStore, StoreUnavailable
 */
export async function openAnyVersion(
  file: string,
  { steps = SCHEMA_STEPS }: OpenLedgerOptions = {},
  accept: (version: number) => void = () => undefined,
): Promise<DatabaseSync> {
  if (!existsSync(file)) throw new StoreUnavailable(`there is no ledger at ${file}`);
  return opened(file, true, async (database) => {
    const version = await whenFree(file, () => checkedVersion(database, file, steps));
    if (version === 0) throw new IncompatibleStore(`${file} is not a ledger`);
    accept(version);
  });
}

function makeDirectory(directory: string): void {
  try {
    // Texts, salts and hashes of tokens lie in it: for its owner alone.
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new StoreUnavailable(`there is no directory ${directory}, and it cannot be made`, cause);
  }
}

async function opened(
  file: string,
  readOnly: boolean,
  prepare: (database: DatabaseSync) => Promise<void>,
): Promise<DatabaseSync> {
  // Nothing may wait inside SQLite, which would block the event loop: whenFree waits outside.
  const database = await whenFree(file, () => new DatabaseSync(file, { readOnly, timeout: 0 }));
  try {
    await prepare(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Schema version of the file, 0 for an empty one. */
function checkedVersion(database: DatabaseSync, file: string, steps: readonly string[]): number {
  const applicationId = pragma(database, 'application_id');
  const version = Number(pragma(database, 'user_version'));
  const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  if (isEmpty && applicationId === 0 && version === 0) return 0;
  if (applicationId !== APPLICATION_ID) throw new IncompatibleStore(`${file} is not a ledger`);
  if (version > steps.length) {
    throw new IncompatibleStore(
      `${file} was written by a newer version of this program (schema version ${version}, this one knows ${steps.length})`,
    );
  }
  return version;
}

/** An acknowledgement means "on disk": refuses to go on where SQLite does not take over the settings for it. */
function makeDurable(database: DatabaseSync, file: string): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec(`PRAGMA wal_autocheckpoint = ${WAL_CHECKPOINT_PAGES}; PRAGMA journal_size_limit = ${WAL_KEPT_BYTES}`);
  const [mode, synchronous] = [pragma(database, 'journal_mode'), pragma(database, 'synchronous')];
  if (mode !== 'wal' || synchronous !== 2) {
    throw new StoreUnavailable(
      `${file} cannot be made durable (journal mode ${String(mode)}, synchronous ${String(synchronous)})`,
    );
  }
}

/** Takes the steps that the file lacks, in one transaction. The write lock is held by the caller's `BEGIN`. */
function migrate(database: DatabaseSync, file: string, steps: readonly string[]): Migration | null {
  try {
    const fromVersion = checkedVersion(database, file, steps);
    // Read again under the lock: another process may have been here first.
    const backup = fromVersion === 0 || fromVersion === steps.length ? null : backedUp(file, fromVersion);
    for (const step of steps.slice(fromVersion)) database.exec(step);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${steps.length}; COMMIT`);
    return backup === null ? null : { file, fromVersion, toVersion: steps.length, backup };
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw translated(error, file);
  }
}

/** A copy of the file as it is committed, made by a connection of its own since a transaction is open on the other. */
function backedUp(file: string, version: number): string {
  const backup = freeName(`${file}.version-${version}.backup`);
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    copyInto(database, backup);
  } finally {
    database.close();
  }
  return backup;
}

function freeName(name: string): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}.${number}`;
    if (!existsSync(candidate)) return candidate;
  }
}

function pragma(database: DatabaseSync, name: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}
