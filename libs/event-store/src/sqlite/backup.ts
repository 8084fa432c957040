import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { copyInto } from './copy';
import { whenFree } from './failure';
import { LEDGER_FILE, openAnyVersion } from './ledger-file';

/**
 * Copies the log of a data directory, in use or not, into a new file: everything acknowledged before the call, and
 * nothing half written. Blocks the thread while it copies.
 *
 * @throws IncompatibleStore, StoreUnavailable, StoreFull, and Error where the file exists
 */
export async function backupSqliteStore(directory: string, file: string): Promise<void> {
  await copyLedger(join(directory, LEDGER_FILE), file);
}

/**
 * Puts the log of a backup into a data directory that has none. A backup of an older version is migrated when the log
 * is opened for writing.
 *
 * @throws IncompatibleStore, StoreUnavailable, StoreFull, and Error where the directory has a log
 */
export async function restoreSqliteStore(file: string, directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  await copyLedger(file, join(directory, LEDGER_FILE));
}

/** The target has its name only when it is whole. */
async function copyLedger(from: string, to: string): Promise<void> {
  if (existsSync(to)) throw new Error(`${resolve(to)} exists already`);
  const partial = join(dirname(to), `.${process.pid}-${performance.now()}.partial`);
  const database = await openAnyVersion(resolve(from));
  try {
    await whenFree(resolve(to), () => copyInto(database, partial));
    renameSync(partial, to);
  } finally {
    database.close();
    rmSync(partial, { force: true });
  }
}
