import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FILE_BUSY_MS } from './limits';
import { statementsOf } from './statements';

/** Which file of a projection readers open. */
export interface ServedFile {
  readonly name: string;
  readonly version: number;
  /** Counts the files ever begun for the projection, so that no file name comes twice. */
  readonly build: number;
}

const SCHEMA = `
create table if not exists served (name text primary key, version integer not null, build integer not null) strict;
create table if not exists wanted (name text primary key, above_build integer not null) strict;
create table if not exists failing (name text primary key, failure text not null) strict;`;

const POINTERS = 'served.db';

export function servedPath(directory: string, { name, version, build }: ServedFile): string {
  return join(directory, `${name}-v${version}.${build}.db`);
}

/** What the files of a projection are called: `servedPath`, with what SQLite keeps beside it. */
export function isFileOf(name: string, fileName: string): boolean {
  return (
    fileName.startsWith(`${name}-v`) && /^\d+\.\d+\.db(-wal|-shm|-journal)?$/.test(fileName.slice(name.length + 2))
  );
}

/**
 * The little database beside the files that says which of them is served, which rebuilds are asked for and what fails;
 * it is how the runner speaks to readers and to other processes.
 */
export interface ServedFiles {
  served(name: string): ServedFile | undefined;
  serve(file: ServedFile): void;
  /** Asks whoever runs the projections to build this one anew. */
  want(name: string): void;
  /** Projections whose rebuild is asked for and not yet served. */
  wanted(): string[];
  /** JSON of the failure of each failing projection, by name. */
  failures(): ReadonlyMap<string, string>;
  fail(name: string, failure: string | undefined): void;
  /** A number that changes whenever another connection changed something. */
  changes(): number;
  close(): void;
}

export function openServedFiles(directory: string): ServedFiles {
  mkdirSync(directory, { recursive: true });
  const database = new DatabaseSync(join(directory, POINTERS), { timeout: FILE_BUSY_MS });
  // FULL: the pointer is on disk before the file it pointed to is deleted.
  database.exec('pragma journal_mode=wal; pragma synchronous=full;');
  database.exec(SCHEMA);
  return speak(database);
}

/** The same for reading, or undefined where no runner has been. */
export function readServedFiles(directory: string): ServedFiles | undefined {
  const path = join(directory, POINTERS);
  if (!existsSync(path)) return undefined;
  const database = new DatabaseSync(path, { readOnly: true, timeout: FILE_BUSY_MS });
  // Between the creation of the file and of its tables there is nothing to read yet.
  const tables = database.prepare(`select count(*) as count from sqlite_schema where type = 'table'`).get();
  if (tables?.['count'] === 3) return speak(database);
  database.close();
  return undefined;
}

function speak(database: DatabaseSync): ServedFiles {
  const prepared = statementsOf(database);
  return {
    served: (name) =>
      prepared('select name, version, build from served where name = ?').get(name) as unknown as ServedFile | undefined,
    serve: ({ name, version, build }) => {
      prepared('insert or replace into served values (?, ?, ?)').run(name, version, build);
      prepared('delete from wanted where name = ? and above_build < ?').run(name, build);
    },
    want: (name) => {
      prepared(
        `insert or replace into wanted
         values (?, coalesce((select build from served where name = ?), 0))`,
      ).run(name, name);
    },
    wanted: () =>
      prepared('select name from wanted order by name')
        .all()
        .map((row) => String(row['name'])),
    failures: () =>
      new Map(
        prepared('select name, failure from failing order by name')
          .all()
          .map((row) => [String(row['name']), String(row['failure'])]),
      ),
    fail: (name, failure) => {
      if (failure === undefined) prepared('delete from failing where name = ?').run(name);
      else prepared('insert or replace into failing values (?, ?)').run(name, failure);
    },
    changes: () => Number(prepared('pragma data_version').get()?.['data_version']),
    close: () => database.close(),
  };
}
