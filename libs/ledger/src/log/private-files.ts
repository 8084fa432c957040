import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { basename, dirname, join, resolve } from 'node:path';
import { threadId } from 'node:worker_threads';

/** Where a data directory keeps what is not in the log and cannot be derived from it. */
export const PRIVATE_DIRECTORY = 'private';
/**
 * Ends the name of a file that is being written: of each process, and thread, its own, so that none of them takes what
 * another has half written for its own. Nothing reads what one that was killed has left.
 */
const UNFINISHED = '.unfinished';
const OWN_UNFINISHED = `.${process.pid}-${threadId}${UNFINISHED}`;

/** The text of a file; null where there is none. */
export function readText(path: string): string | null {
  return unlessMissing(() => readFileSync(path, 'utf8'));
}

/** Names of the files of a folder, in order; none where there is no folder. */
export function filesIn(folder: string): string[] {
  const names = unlessMissing(() => readdirSync(folder)) ?? [];
  return names.filter((name) => !name.endsWith(UNFINISHED)).sort();
}

function unlessMissing<Found>(read: () => Found): Found | null {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Writes a file for its owner alone: on disk, whole under its name, before this returns. */
export function writeDurably(path: string, text: string | Uint8Array): void {
  writeAllDurably(dirname(path), [{ name: basename(path), text }]);
}

/** Writes a file that is not there yet, as `writeDurably` does; false where another process was first. */
export function writeNewDurably(path: string, text: string): boolean {
  const own = path + OWN_UNFINISHED;
  writeDurably(own, text);
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    removeDurably(own);
  }
}

/** As `writeDurably`, several files of one folder, which cost one wait for the folder together. */
export function writeAllDurably(
  folder: string,
  files: readonly { readonly name: string; readonly text: string | Uint8Array }[],
): void {
  makeFolder(folder);
  for (const { name, text } of files) {
    const file = openSync(join(folder, name + OWN_UNFINISHED), 'w', 0o600);
    try {
      // All of it, or an error: a disk may take less than it is given.
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
  for (const { name } of files) renameSync(join(folder, name + OWN_UNFINISHED), join(folder, name));
  synchroniseFolder(folder);
}

/** A folder is on the disk only once the one that names it is. */
function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = resolve(folder); made.startsWith(resolve(first)); made = dirname(made)) {
    synchroniseFolder(dirname(made));
  }
}

/** Moves a file as it is, to another folder. */
export function moveDurably(from: string, to: string): void {
  makeFolder(dirname(to));
  renameSync(from, to);
  synchroniseFolder(dirname(to));
  synchroniseFolder(dirname(from));
}

export function removeDurably(path: string): void {
  rmSync(path);
  synchroniseFolder(dirname(path));
}

/** The names in a folder too, not the content of its files alone. */
function synchroniseFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Relationships that have a file in a folder; whatever else lies there is passed over. */
export function relationshipsIn(folder: string): string[] {
  return filesIn(folder)
    .filter((name) => /^(?:[0-9a-f]{2})+$/.test(name))
    .map(relationshipOfFile);
}

/** A file of its own for each relationship: two ids may differ in case alone, which some file systems do not tell apart. */
export function fileNameOf(relationship: string): string {
  return Buffer.from(relationship).toString('hex');
}

function relationshipOfFile(name: string): string {
  return Buffer.from(name, 'hex').toString();
}
