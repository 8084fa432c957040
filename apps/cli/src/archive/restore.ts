import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { dirname, join, normalize, sep } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { assertPrevious, bringLater, Problem, type LaterCheckpoint } from '@app/ledger';
import { ledgerFile, PRIVATE_FOLDER, type Place } from '../place';

/**
 * Brings a backup into a directory that is empty or does not exist, and what a directory that it replaces has of later
 * private files. All of it is unpacked in a folder beside, and the log gets its place last: what is refused leaves nothing,
 * and what was interrupted no ledger, and none that goes on from less than was signed.
 *
 * @param previous the directory that it replaces
 * @throws Problem `invalid-parameter` where the directory is not empty, the file is no whole backup, or the directory
 * that it replaces is that of another log
 */
export function restore(
  file: string,
  place: Place,
  previous?: string,
): { readonly privateFiles: number; readonly later: readonly LaterCheckpoint[] } {
  const { directory } = place;
  if (existsSync(directory) && readdirSync(directory).length > 0) {
    throw new Problem('invalid-parameter', `${directory} is not empty; restore into an empty directory`, 'data');
  }
  assertWhole(file);
  if (previous !== undefined) assertPrevious(previous, logNameIn(file));
  const made = mkdirSync(directory, { recursive: true });
  // Within it: its place may be the root of a disk.
  const aside = { ...place, directory: mkdtempSync(join(directory, UNFINISHED)) };
  let isMoved = false;
  let isDone = false;
  try {
    copyFileSync(file, ledgerFile(aside));
    const privateFiles = orRefused(file, () => unpack(ledgerFile(aside), aside.directory));
    const later = previous === undefined ? [] : bringLater(previous, aside.directory);
    const folder = join(aside.directory, PRIVATE_FOLDER);
    if (existsSync(folder)) {
      renameSync(folder, join(directory, PRIVATE_FOLDER));
      isMoved = true;
    }
    renameSync(ledgerFile(aside), ledgerFile(place));
    isDone = true;
    return { privateFiles, later };
  } finally {
    rmSync(aside.directory, { recursive: true, force: true });
    if (!isDone && isMoved) rmSync(join(directory, PRIVATE_FOLDER), { recursive: true, force: true });
    if (!isDone && made !== undefined) removeEmpty(directory, made);
  }
}

/** Folders that were made, from the innermost on: what others have put there meanwhile stays. */
function removeEmpty(from: string, to: string): void {
  for (let folder = from; readdirSync(folder).length === 0; folder = dirname(folder)) {
    rmdirSync(folder);
    if (folder === to) return;
  }
}

const UNFINISHED = 'restore-';

/** What the system and SQLite say of files that no backup holds. */
const FAULTS = ['ERR_SQLITE_ERROR', 'EEXIST', 'EISDIR', 'ENOTDIR', 'ENOENT', 'ENAMETOOLONG', 'EINVAL'];

/** @throws Problem `invalid-parameter` where it is the backup that cannot be unpacked */
function orRefused<Result>(file: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (error instanceof Problem || typeof code !== 'string' || !FAULTS.includes(code)) throw error;
    throw new Problem('invalid-parameter', `${file} is not as "ledger backup" writes it: ${String(error)}`, 'file');
  }
}

function assertWhole(file: string): void {
  if (!existsSync(file)) throw new Problem('invalid-parameter', `there is no file ${file}`, 'file');
  let database: DatabaseSync | undefined;
  let state: string;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    const tables = database
      .prepare("SELECT count(*) AS found FROM sqlite_schema WHERE name IN ('events', 'sqlar')")
      .get();
    state =
      tables?.['found'] === 2 ? String(database.prepare('PRAGMA integrity_check').get()?.['integrity_check']) : 'no';
  } catch (error) {
    state = error instanceof Error ? error.message : 'unreadable';
  } finally {
    database?.close();
  }
  if (state === 'ok') return;
  const detail = state === 'no' ? `${file} is not a backup of a ledger` : `${file} is not a whole backup: ${state}`;
  throw new Problem('invalid-parameter', detail, 'file');
}

function logNameIn(file: string): string | null {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const name = `${PRIVATE_FOLDER}/log-name`;
    const kept = orRefused(file, () => database.prepare('SELECT data FROM sqlar WHERE name = ?').get(name));
    if (kept === undefined) return null;
    return Buffer.from(contentOf(name, kept['data'])).toString('utf8').trimEnd();
  } finally {
    database.close();
  }
}

/** Writes the private files and takes them out of the copied log. */
function unpack(copy: string, directory: string): number {
  const database = new DatabaseSync(copy);
  try {
    let count = 0;
    database.prepare('SELECT position, stream, revision, id, type, data, metadata FROM events LIMIT 0').all();
    for (const { name, mode, data } of database.prepare('SELECT name, mode, data FROM sqlar').iterate()) {
      const path = typeof name === 'string' && !name.includes('\0') ? normalize(name) : '';
      // A backup that somebody altered must not write outside the directory.
      if (!path.startsWith(PRIVATE_FOLDER + sep)) {
        throw refused(`the backup holds a file outside ${PRIVATE_FOLDER}: ${String(name)}`);
      }
      if (typeof mode !== 'number') throw refused(`the backup does not say who may read ${path}`);
      const content = contentOf(path, data);
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), content, { mode: mode & PERMISSIONS, flag: 'wx', flush: true });
      count++;
    }
    // Keys must not stay behind in the free pages of the log.
    database.exec('PRAGMA secure_delete = ON; DROP TABLE sqlar');
    return count;
  } finally {
    database.close();
  }
}

const PERMISSIONS = 0o777;

function contentOf(name: string, data: unknown): Uint8Array {
  if (data instanceof Uint8Array) return data;
  throw refused(`the backup holds no content of ${name}`);
}

function refused(why: string): Problem {
  return new Problem('invalid-parameter', why, 'file');
}
