import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/**
 * Writes a consistent copy of an open log into a new file and returns when it is on disk. It blocks the thread while it
 * copies; other connections go on reading and writing.
 */
export function copyInto(database: DatabaseSync, file: string): void {
  database.prepare('VACUUM INTO ?').run(file);
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
