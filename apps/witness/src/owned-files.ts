import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_DIRECTORY = 0o700;

export function makeDirectory(directory: string): void {
  const made = mkdirSync(directory, { recursive: true, mode: OWNER_ONLY_DIRECTORY });
  if (made !== undefined) synchronise(dirname(made));
}

/** Null where there is no such file. */
export function readText(directory: string, name: string): string | null {
  try {
    return readFileSync(join(directory, name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Puts a file in the place of the one of that name, whole or not at all; it is on the disk when this returns. */
export function replaceText(directory: string, name: string, text: string): void {
  const path = join(directory, name);
  const aside = `${path}.unfinished`;
  writeFileSync(aside, text, { mode: OWNER_ONLY_FILE, flush: true });
  renameSync(aside, path);
  synchronise(directory);
}

/** What a directory names is on the disk only once the directory itself is. */
function synchronise(directory: string): void {
  const descriptor = openSync(directory, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
