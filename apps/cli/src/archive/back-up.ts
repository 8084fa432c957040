import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'; // prettier-ignore
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { backupSqliteStore } from '@app/event-store';
import { Problem } from '@app/ledger';
import { assertLedger, PRIVATE_FOLDER, type Place } from '../place';

const PERMISSIONS = 0o777;

/** Table of SQLite's own archive format (https://sqlite.org/sqlar.html); any `sqlite3 -A` unpacks it. */
const ARCHIVE_TABLE = `CREATE TABLE IF NOT EXISTS sqlar (
  name TEXT PRIMARY KEY, mode INT, mtime INT, sz INT, data BLOB
)`;

/**
 * Copies a ledger, also one that is being written, into one file: the log as SQLite copies it, in one snapshot, and in
 * it the private files as an SQLite archive. Read models are left out, the log makes them again.
 *
 * @throws Problem `invalid-parameter` where the file exists; NoLedger
 */
export async function backUp(place: Place, file: string): Promise<{ readonly privateFiles: number }> {
  assertLedger(place);
  if (existsSync(file)) throw new Problem('invalid-parameter', `${file} exists already; name a new file`, 'file');
  const unfinished = `${file}.unfinished`;
  const early = `${file}.private`;
  try {
    // What was signed must not run ahead of the log it was signed for: private files are taken before the log, and
    // after it only those that are new, which the last entries may name.
    const privateFiles = join(place.directory, PRIVATE_FOLDER);
    archive(early, privateFiles);
    await backupSqliteStore(place.directory, unfinished);
    const count = joinArchives(unfinished, early, privateFiles);
    renameSync(unfinished, file);
    return { privateFiles: count };
  } finally {
    for (const leftover of [unfinished, early]) {
      for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(leftover + suffix, { force: true });
    }
  }
}

function archive(file: string, folder: string): void {
  const database = new DatabaseSync(file);
  try {
    addFiles(database, folder);
  } finally {
    database.close();
  }
}

/** Puts the archive of private files into the copied log, with those that came meanwhile; answers how many there are. */
function joinArchives(copy: string, early: string, folder: string): number {
  const database = new DatabaseSync(copy);
  try {
    database.exec(ARCHIVE_TABLE);
    database.prepare('ATTACH ? AS early').run(early);
    database.exec('INSERT INTO main.sqlar SELECT * FROM early.sqlar; DETACH early');
    addFiles(database, folder);
    return Number(database.prepare('SELECT count(*) AS files FROM sqlar').get()?.['files']);
  } finally {
    database.close();
    synchronise(copy);
  }
}

function addFiles(database: DatabaseSync, folder: string): void {
  database.exec(ARCHIVE_TABLE);
  const add = database.prepare('INSERT OR IGNORE INTO sqlar VALUES (?, ?, ?, ?, ?)');
  for (const name of filesIn(folder)) {
    const path = join(folder, name);
    const { mode, mtimeMs } = statSync(path);
    const content = readFileSync(path);
    add.run(`${PRIVATE_FOLDER}/${name}`, mode & PERMISSIONS, Math.floor(mtimeMs / 1000), content.length, content);
  }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      // A server that signs meanwhile writes beside, and renames.
      .filter(
        (name) => !name.endsWith('.unfinished') && statSync(join(folder, name), { throwIfNoEntry: false })?.isFile(),
      )
      .sort()
  );
}

function synchronise(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
