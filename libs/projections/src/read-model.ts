import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Position } from '@app/event-store';
import { FILE_BUSY_MS, OPEN_ATTEMPTS, SERVE_CACHE_KIB } from './limits';
import type { Projection, ReadDatabase } from './projection';
import { readServedFiles, servedPath, type ServedFiles } from './served-files';
import { statementsOf } from './statements';

/**
 * There is no file of that projection to read: it is being built for the first time or of a new version, or the disk
 * does not let SQLite open it. Asking again later helps.
 */
export class ReadModelNotReady extends Error {
  constructor(
    readonly projection: string,
    cause?: unknown,
  ) {
    super(`the read model ${projection} ${cause === undefined ? 'is being built' : 'cannot be opened now'}`, { cause });
    this.name = 'ReadModelNotReady';
  }
}

/** Primary result codes of SQLite that say nothing of the file itself: busy, locked, I/O, full, cannot open. */
const PASSING_FAILURES: ReadonlySet<number> = new Set([5, 6, 10, 13, 14]);

function isPassing(error: unknown): boolean {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' && PASSING_FAILURES.has(code & 0xff);
}

/** The read model as it stood when the query began. */
export interface Snapshot extends ReadDatabase {
  readonly position: Position | null;
  /** Names the file: what was cached from another file may be wrong. */
  readonly file: string;
}

/** Reads a projection in any thread or process, whichever file is in service. */
export interface ReadModel {
  /**
   * Runs a query; all its statements see the same state.
   *
   * @throws ReadModelNotReady
   */
  read<Result>(query: (snapshot: Snapshot) => Result): Result;
  close(): void;
}

interface OpenFile {
  readonly path: string;
  readonly database: DatabaseSync;
  readonly read: ReadDatabase;
}

/**
 * @param alsoReads other versions whose tables the queries understand, so that they go on answering from the old file
 * while the new version is built
 */
export function openReadModel(
  directory: string,
  projection: Pick<Projection, 'name' | 'version'>,
  alsoReads: readonly number[] = [],
): ReadModel {
  const { name } = projection;
  const versions = new Set([projection.version, ...alsoReads]);
  let files: ServedFiles | undefined;
  let changes = -1;
  let open: OpenFile | undefined;

  const current = (): OpenFile => {
    files ??= readServedFiles(directory);
    if (files === undefined) throw new ReadModelNotReady(name);
    const now = files.changes();
    if (open !== undefined && now === changes) return open;
    for (let attempt = 1; attempt <= OPEN_ATTEMPTS; attempt += 1) {
      const served = files.served(name);
      if (served === undefined || !versions.has(served.version)) break;
      const path = servedPath(directory, served);
      if (open?.path !== path) {
        // A swap between the look at the pointer and this leaves no file: the pointer then names the next one.
        if (!existsSync(path)) continue;
        // The new one first: where it cannot be opened the old one goes on answering the next time.
        const next = openFile(path);
        open?.database.close();
        open = next;
      }
      changes = now;
      return open;
    }
    throw new ReadModelNotReady(name);
  };

  /** The current file in a transaction. A full disk, for one, keeps SQLite from opening a file that it has not open. */
  const begun = (): OpenFile => {
    try {
      const file = current();
      file.database.exec('begin');
      return file;
    } catch (error) {
      throw isPassing(error) ? new ReadModelNotReady(name, error) : error;
    }
  };

  return {
    read: (query) => {
      const { database, read, path } = begun();
      try {
        const checkpoint = read.get<{ position: Position | null }>('select position from checkpoint');
        return query({ ...read, position: checkpoint?.position ?? null, file: path });
      } finally {
        database.exec('commit');
      }
    },
    close: () => {
      open?.database.close();
      files?.close();
      open = undefined;
      files = undefined;
    },
  };
}

function openFile(path: string): OpenFile {
  const database = new DatabaseSync(path, { readOnly: true, timeout: FILE_BUSY_MS });
  try {
    database.exec(`pragma cache_size=-${SERVE_CACHE_KIB}`);
  } catch (error) {
    database.close();
    throw error;
  }
  const prepared = statementsOf(database);
  return {
    path,
    database,
    read: {
      get: <Row>(sql: string, ...values: (null | number | string | Uint8Array)[]) =>
        prepared(sql).get(...values) as Row | undefined,
      all: <Row>(sql: string, ...values: (null | number | string | Uint8Array)[]) =>
        prepared(sql).all(...values) as Row[],
    },
  };
}
