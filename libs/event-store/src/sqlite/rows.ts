import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { JsonObject, Position, RecordedEvent } from '../event-store';
import { CHUNK_BYTES } from './limits';

const POSITION_DIGITS = 16;
const POSITION = /^[0-9]{16}$/;

export function positionOf(row: number): Position {
  return String(row).padStart(POSITION_DIGITS, '0');
}

/** The row of a position, or infinity for a text that is no position of this store, as of a log kept elsewhere. */
export function rowOf(position: Position): number {
  return POSITION.test(position) ? Number(position) : Number.POSITIVE_INFINITY;
}

interface EventRow {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

export interface Chunk {
  readonly events: readonly RecordedEvent[];
  /** True when nothing more was there at the time of the query. */
  readonly complete: boolean;
}

/** The queries of readers, on one connection; each brings a bounded chunk and leaves no transaction open. */
export class EventReader {
  private readonly ofStream: StatementSync;
  private readonly ofLog: StatementSync;
  private readonly last: StatementSync;

  constructor(database: DatabaseSync) {
    const columns = 'SELECT position, stream, revision, id, type, data, metadata FROM events';
    this.ofStream = database.prepare(`${columns} WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`);
    this.ofLog = database.prepare(`${columns} WHERE position > ? ORDER BY position LIMIT ?`);
    this.last = database.prepare('SELECT max(position) AS position FROM events');
  }

  stream(stream: string, from: number, maxEvents: number): Chunk {
    return chunk(this.ofStream.iterate(stream, from, maxEvents), maxEvents);
  }

  log(after: number, maxEvents: number): Chunk {
    return chunk(this.ofLog.iterate(after, maxEvents), maxEvents);
  }

  /** Row of the last event, 0 where there is none. */
  head(): number {
    return Number(this.last.get()?.['position'] ?? 0);
  }
}

function chunk(rows: Iterable<unknown>, maxEvents: number): Chunk {
  const events: RecordedEvent[] = [];
  let characters = 0;
  for (const row of rows as Iterable<EventRow>) {
    events.push(recorded(row));
    characters += row.data.length + row.metadata.length;
    if (characters >= CHUNK_BYTES) return { events, complete: false };
  }
  return { events, complete: events.length < maxEvents };
}

function recorded(row: EventRow): RecordedEvent {
  return {
    id: row.id,
    type: row.type,
    data: JSON.parse(row.data) as JsonObject,
    metadata: JSON.parse(row.metadata) as JsonObject,
    stream: row.stream,
    revision: row.revision,
    position: positionOf(row.position),
  };
}
