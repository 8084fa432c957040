import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { WitnessInUse } from './errors';

/** SQLite's result code for a lock that another connection holds. */
const SQLITE_BUSY = 5;

/**
 * Takes the directory for one witness until the function it answers is called: two of them would cosign past each other.
 *
 * @remarks The lock is SQLite's own on a file that holds nothing: the operating system frees it when the process ends,
 * however it ends. Nothing else may open that file.
 * @throws WitnessInUse
 */
export function lockDirectory(directory: string): () => void {
  const database = new DatabaseSync(join(directory, 'witness.lock'), { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (cause) {
    database.close();
    if ((cause as { errcode?: unknown }).errcode === SQLITE_BUSY) throw new WitnessInUse(directory);
    throw cause;
  }
  return () => database.close();
}
