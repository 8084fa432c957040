import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Position } from '@app/event-store';
import { BUILD_CACHE_KIB, FILE_BUSY_MS, SERVE_CACHE_KIB, SERVE_CHECKPOINT_PAGES } from './limits';
import type { Gathering, Projection, ProjectionDatabase, SqlValue } from './projection';
import { statementsOf } from './statements';

/** The one row that moves with the rows of the read model, in the same transaction. */
const CHECKPOINT = `create table checkpoint (
  one integer primary key check (one = 1),
  name text not null,
  version integer not null,
  schema text not null,
  position text,
  events integer not null,
  stream text,
  revision integer,
  event text
) strict`;

/** The event that a read model took last: a log that was shortened and grew again holds another one in its place. */
export interface LastTaken {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
}

/** What a file says of itself; `schema` tells a changed declaration from the one that made the file. */
export interface Checkpoint {
  readonly name: string;
  readonly version: number;
  readonly schema: string;
  readonly position: Position | null;
  /** Events that were passed to the projection or passed over, from the beginning of the log. */
  readonly events: number;
  /** Null where it took none yet. */
  readonly last: LastTaken | null;
}

/** The declaration as text: another text under the same version makes the file useless. */
function declaration(projection: Projection): string {
  return [projection.schema, ...(projection.finish ?? [])].join(';\n');
}

/** One file of one projection version, with the only connection that writes it. */
export class ProjectionFile implements ProjectionDatabase {
  private readonly prepared: (sql: string) => StatementSync;
  private inTransaction = false;
  private readonly gatherings = new Map<Gathering<unknown>, unknown>();

  private constructor(
    readonly path: string,
    private readonly database: DatabaseSync,
  ) {
    this.prepared = statementsOf(database);
  }

  /**
   * An empty file to build in. It is thrown away when the process ends before it is served, so it goes without a log
   * and without waiting for the disk; the journal in memory is there to roll back the rows of a failing event.
   */
  static create(path: string, projection: Projection): ProjectionFile {
    removeFile(path);
    const database = new DatabaseSync(path, { timeout: FILE_BUSY_MS });
    database.exec(`pragma page_size=8192; pragma journal_mode=memory; pragma synchronous=off;
      pragma locking_mode=exclusive; pragma cache_size=-${BUILD_CACHE_KIB}; pragma temp_store=memory;`);
    database.exec(`begin; ${CHECKPOINT}; ${projection.schema}; commit`);
    database
      .prepare('insert into checkpoint values (1, ?, ?, ?, null, 0, null, null, null)')
      .run(projection.name, projection.version, declaration(projection));
    return new ProjectionFile(path, database);
  }

  /** The file as it was left, or undefined when it is not what the projection declares, or cannot be read. */
  static open(path: string, projection: Projection): ProjectionFile | undefined {
    let file: ProjectionFile | undefined;
    try {
      const database = new DatabaseSync(path, { timeout: FILE_BUSY_MS });
      file = new ProjectionFile(path, database);
      const { name, version, schema } = file.checkpoint();
      if (name === projection.name && version === projection.version && schema === declaration(projection)) {
        file.serving();
        return file;
      }
      file.close();
      return undefined;
    } catch {
      // A read model is a cache: what cannot be opened is built again, and the build says so by not being live.
      file?.close();
      return undefined;
    }
  }

  /** From building to serving: everything on disk, then a write-ahead log, so that readers and the writer do not wait. */
  serve(): void {
    const descriptor = openSync(this.path, 'r+');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    this.serving();
  }

  checkpoint(): Checkpoint {
    const row = this.get<Omit<Checkpoint, 'last'> & { stream: string | null; revision: number; event: string }>(
      'select name, version, schema, position, events, stream, revision, event from checkpoint',
    );
    if (row === undefined) throw new Error(`${this.path} holds no checkpoint`);
    const { stream, revision, event, ...rest } = row;
    return { ...rest, last: stream === null ? null : { stream, revision, id: event } };
  }

  run(sql: string, ...values: SqlValue[]): void {
    this.prepared(sql).run(...values);
  }

  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.prepared(sql).get(...values) as Row | undefined;
  }

  all<Row>(sql: string, ...values: SqlValue[]): Row[] {
    return this.prepared(sql).all(...values) as Row[];
  }

  gathered<Rows>(gathering: Gathering<Rows>): Rows {
    let rows = this.gatherings.get(gathering) as Rows | undefined;
    if (rows === undefined) this.gatherings.set(gathering, (rows = gathering.start()));
    return rows;
  }

  writeGathered<Rows>(gathering: Gathering<Rows>): void {
    const rows = this.gatherings.get(gathering) as Rows | undefined;
    this.gatherings.delete(gathering);
    if (rows !== undefined) gathering.write(this, rows);
  }

  begin(): void {
    if (this.inTransaction) return;
    this.run('begin immediate');
    this.inTransaction = true;
  }

  /** Rows and checkpoint together. */
  commit(position: Position, events: number, { stream, revision, id }: LastTaken): void {
    this.begin();
    for (const gathering of this.gatherings.keys()) this.writeGathered(gathering);
    this.run(
      'update checkpoint set position = ?, events = events + ?, stream = ?, revision = ?, event = ?',
      position,
      events,
      stream,
      revision,
      id,
    );
    this.run('commit');
    this.inTransaction = false;
  }

  rollback(): void {
    this.gatherings.clear();
    if (!this.inTransaction) return;
    this.inTransaction = false;
    // SQLite rolls back by itself where a full disk or a failed write ended the transaction.
    if (this.database.isTransaction) this.run('rollback');
  }

  close(): void {
    if (this.database.isOpen) this.database.close();
  }

  private serving(): void {
    this.database.exec(`pragma locking_mode=normal; pragma journal_mode=wal; pragma synchronous=normal;
      pragma cache_size=-${SERVE_CACHE_KIB}; pragma wal_autocheckpoint=${SERVE_CHECKPOINT_PAGES};`);
  }
}

/** Removes a database with what SQLite keeps beside it; nothing happens where there is none. */
export function removeFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}
