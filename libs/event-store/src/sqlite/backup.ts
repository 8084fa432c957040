import { existsSync, renameSync, rmSync } from 'node:fs';
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
  if (existsSync(file)) throw new Error(`${resolve(file)} exists already`);
  // The target has its name only when it is whole.
  const partial = join(dirname(file), `.${process.pid}-${performance.now()}.partial`);
  const database = await openAnyVersion(resolve(directory, LEDGER_FILE));
  try {
    await whenFree(resolve(file), () => copyInto(database, partial));
    renameSync(partial, file);
  } finally {
    database.close();
    rmSync(partial, { force: true });
  }
}
