import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { assertPrevious, bringLater, Problem, type LaterCheckpoint } from '@app/ledger';
import { ledgerFile, PRIVATE_FOLDER, type Place } from '../place';

interface ArchivedFile {
  readonly name: string;
  readonly mode: number;
  readonly data: Uint8Array;
}

/**
 * Brings a backup into a directory that is empty or does not exist, and what a directory that it replaces has of later
 * private files. The log gets its name last: a restore that was interrupted leaves no ledger, and none that goes on from
 * less than was signed.
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
  mkdirSync(directory, { recursive: true });
  const unfinished = `${ledgerFile(place)}.unfinished`;
  try {
    copyFileSync(file, unfinished);
    const privateFiles = unpack(unfinished, directory);
    const later = previous === undefined ? [] : bringLater(previous, directory);
    renameSync(unfinished, ledgerFile(place));
    return { privateFiles, later };
  } finally {
    for (const suffix of ['', '-journal']) rmSync(unfinished + suffix, { force: true });
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
    const kept = database.prepare('SELECT data FROM sqlar WHERE name = ?').get(`${PRIVATE_FOLDER}/log-name`);
    return kept === undefined
      ? null
      : Buffer.from(kept['data'] as Uint8Array)
          .toString('utf8')
          .trimEnd();
  } finally {
    database.close();
  }
}

/** Writes the private files and takes them out of the copied log. */
function unpack(copy: string, directory: string): number {
  const database = new DatabaseSync(copy);
  try {
    let count = 0;
    for (const row of database.prepare('SELECT name, mode, data FROM sqlar').iterate()) {
      const { name, mode, data } = row as unknown as ArchivedFile;
      const path = normalize(name);
      // A backup that somebody altered must not write outside the directory.
      if (!path.startsWith(PRIVATE_FOLDER + sep)) {
        throw new Problem('invalid-parameter', `the backup holds a file outside ${PRIVATE_FOLDER}: ${name}`, 'file');
      }
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), data, { mode, flush: true });
      count++;
    }
    // Keys must not stay behind in the free pages of the log.
    database.exec('PRAGMA secure_delete = ON; DROP TABLE sqlar');
    return count;
  } finally {
    database.close();
  }
}
