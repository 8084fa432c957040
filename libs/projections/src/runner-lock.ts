import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** SQLite's result code for a lock that another connection holds. */
const SQLITE_BUSY = 5;

/** Another process runs the projections of this directory. */
export class ProjectionsLocked extends Error {
  constructor(readonly directory: string) {
    super(`another process runs the projections of ${directory}`);
    this.name = 'ProjectionsLocked';
  }
}

/**
 * Takes the directory for one runner, until the function it answers is called.
 *
 * @throws ProjectionsLocked
 */
export function lockRunner(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const release = lockFile(join(directory, 'runner.lock'));
  if (release === null) throw new ProjectionsLocked(directory);
  return release;
}

/**
 * Takes a lock across processes and threads, until the function it answers is called; null where another has it.
 *
 * @remarks The lock is SQLite's own on a file that holds nothing: the operating system frees it when the process ends,
 * however it ends, and SQLite knows of the locks of its own process. Nothing else may open that file.
 */
export function lockFile(path: string): (() => void) | null {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (cause) {
    database.close();
    if ((cause as { errcode?: unknown }).errcode === SQLITE_BUSY) return null;
    throw cause;
  }
  return () => database.close();
}
