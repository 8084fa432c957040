import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { UnreadableEvent } from '../errors';
import type { JsonObject, Position, RecordedEvent } from '../event-store';
import { CHUNK_BYTES, FIRST_QUERY_EVENTS, MAX_QUERY_EVENTS } from './limits';

const POSITION_DIGITS = 16;
const POSITION = /^[0-9]{16}$/;

export function positionOf(row: number): Position {
  return String(row).padStart(POSITION_DIGITS, '0');
}

/** The row of a position, or infinity for a text that is no position of this store, as of a log kept elsewhere. */
export function rowOf(position: Position): number {
  return POSITION.test(position) ? Number(position) : Number.POSITIVE_INFINITY;
}

/** Columns of `SELECT` in `EventReader`: arrays cost less than objects, and a rebuild reads millions. */
type EventRow = readonly [
  position: number,
  stream: string,
  revision: number,
  id: string,
  type: string,
  data: string,
  metadata: string,
];

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
    this.ofStream.setReturnArrays(true);
    this.ofLog.setReturnArrays(true);
    this.last = database.prepare('SELECT max(position) AS position FROM events');
  }

  stream(stream: string, from: number, maxEvents: number, lazy = false): Chunk {
    return chunk(maxEvents, lazy, (last, limit) =>
      this.ofStream.all(stream, last === undefined ? from : last[2] + 1, limit),
    );
  }

  log(after: number, maxEvents: number, lazy = false): Chunk {
    return chunk(maxEvents, lazy, (last, limit) => this.ofLog.all(last === undefined ? after : last[0], limit));
  }

  /** Row of the last event, 0 where there is none. */
  head(): number {
    return Number(this.last.get()?.['position'] ?? 0);
  }
}

/** @param more the rows behind one, or the first ones */
function chunk(
  maxEvents: number,
  lazy: boolean,
  more: (last: EventRow | undefined, limit: number) => unknown[],
): Chunk {
  const events: RecordedEvent[] = [];
  let characters = 0;
  let last: EventRow | undefined;
  while (events.length < maxEvents && characters < CHUNK_BYTES) {
    // As many as have room if they are like those before them.
    const room = last === undefined ? FIRST_QUERY_EVENTS : (events.length * (CHUNK_BYTES - characters)) / characters;
    const limit = Math.min(Math.max(1, Math.floor(room)), MAX_QUERY_EVENTS, maxEvents - events.length);
    const rows = more(last, limit) as EventRow[];
    for (const row of rows) {
      try {
        events.push(lazy ? new UnparsedEvent(row) : recorded(row));
      } catch (error) {
        // Those before it first: whoever reads on meets it again, alone.
        if (events.length === 0) throw error;
        return { events, complete: false };
      }
      characters += row[5].length + row[6].length;
      last = row;
    }
    if (rows.length < limit) return { events, complete: true };
  }
  return { events, complete: false };
}

function recorded(row: EventRow): RecordedEvent {
  const [position, stream, revision, id, type, data, metadata] = row;
  return {
    id,
    type,
    data: objectOf(data, row),
    metadata: objectOf(metadata, row),
    stream,
    revision,
    position: positionOf(position),
  };
}

/** An event as its row has it; data and metadata are parsed when they are first asked for. */
class UnparsedEvent implements RecordedEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly json: { readonly data: string; readonly metadata: string };
  private positionText: Position | undefined;
  private parsedData: JsonObject | undefined;
  private parsedMetadata: JsonObject | undefined;

  constructor(private readonly row: EventRow) {
    const [, stream, revision, id, type, data, metadata] = row;
    this.id = id;
    this.type = type;
    this.stream = stream;
    this.revision = revision;
    this.json = { data, metadata };
  }

  get position(): Position {
    return (this.positionText ??= positionOf(this.row[0]));
  }

  get data(): JsonObject {
    return (this.parsedData ??= objectOf(this.json.data, this.row));
  }

  get metadata(): JsonObject {
    return (this.parsedMetadata ??= objectOf(this.json.metadata, this.row));
  }
}

/** @throws UnreadableEvent */
function objectOf(json: string, [position, stream, revision]: EventRow): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new UnreadableEvent(stream, revision, positionOf(position), error);
  }
  if (typeof value === 'object' && value !== null) return value as JsonObject;
  throw new UnreadableEvent(stream, revision, positionOf(position), new TypeError('it is no object'));
}
