import type { RecordedEvent } from '@app/event-store';

export type SqlValue = null | number | string | Uint8Array;

/** The database of one projection version; statements are prepared once per text. */
export interface ProjectionDatabase {
  run(sql: string, ...values: SqlValue[]): void;
  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined;
  all<Row>(sql: string, ...values: SqlValue[]): Row[];
}

/**
 * A read model, declared: its tables and what each event does to them. Everything in it can be made again from the log.
 * A change of `schema` or of a handler is a new `version`: it is built in a file of its own and swapped in when it has
 * caught up.
 */
export interface Projection {
  readonly name: string;
  readonly version: number;
  /** SQL that creates its tables in an empty database. */
  readonly schema: string;
  /** By event type (`issue.raised.v1`). Types not named are passed over. */
  readonly on: Readonly<Record<string, (db: ProjectionDatabase, event: RecordedEvent) => void>>;
}
