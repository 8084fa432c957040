import type { RecordedEvent } from '@app/event-store';

export type SqlValue = null | number | string | Uint8Array;

/** What a query sees of a projection's file. Statements are prepared once per text. */
export interface ReadDatabase {
  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined;
  all<Row>(sql: string, ...values: SqlValue[]): Row[];
}

/** The database of one projection version; statements are prepared once per text. */
export interface ProjectionDatabase extends ReadDatabase {
  run(sql: string, ...values: SqlValue[]): void;
  /** What was gathered since it was last written; the same object until then. Queries do not see it. */
  gathered<Rows>(gathering: Gathering<Rows>): Rows;
  /** Writes what was gathered before the commit does, for queries to see it; nothing is gathered then. */
  writeGathered<Rows>(gathering: Gathering<Rows>): void;
}

/** Rows that many events of one transaction would write again and again: gathered in memory, written before it commits. */
export interface Gathering<Rows> {
  /** Nothing gathered yet. */
  start(): Rows;
  /** Writes what was gathered, each time something else; it is forgotten afterwards. */
  write(db: ProjectionDatabase, rows: Rows): void;
}

/**
 * A read model, declared: its tables and what each event does to them. Everything in it can be made again from the log.
 * A change of `schema`, of `finish` or of a handler is a new `version`: it is built in a file of its own and swapped in
 * when it has caught up.
 */
export interface Projection {
  readonly name: string;
  readonly version: number;
  /** SQL that creates its tables in an empty database. */
  readonly schema: string;
  /**
   * SQL run once, one statement at a time, when a build has caught up and before it is served: the indexes that only
   * queries need, which are made several times faster over all rows than row by row.
   */
  readonly finish?: readonly string[];
  /** By event type (`issue.raised.v1`). */
  readonly on: Readonly<Record<string, (db: ProjectionDatabase, event: RecordedEvent) => void>>;
  /** Asked of each type that `on` does not name: it throws where to pass it over would make the read model wrong. */
  readonly passOver?: (event: RecordedEvent) => void;
}
