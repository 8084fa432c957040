import { join, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import { InvalidAppend, PositionBeyondLog, StoreClosed } from '../errors';
import type {
  AppendResult,
  EventStore,
  EventToAppend,
  ExpectedRevision,
  FollowedBatch,
  FollowOptions,
  Position,
  ReadOptions,
  RecordedEvent,
} from '../event-store';
import { FOLLOW_BATCH_EVENTS } from '../limits';
import { serialiseAppend } from '../serialised-append';
import { whenFree } from './failure';
import { GroupCommit } from './group-commit';
import { LEDGER_FILE, openForReading, openForWriting, type OpenLedgerOptions } from './ledger-file';
import { CHUNK_EVENTS } from './limits';
import { LogWatch } from './log-watch';
import { EventReader, positionOf, rowOf } from './rows';

/** Either the data directory, in which the log is `ledger.db`, or the file itself. */
export type SqlitePlace = { readonly directory: string } | { readonly file: string };

export type SqliteStoreOptions = SqlitePlace &
  OpenLedgerOptions & {
    /** Never writes, also not to migrate; appends are refused. */
    readonly readOnly?: boolean;
  };

/**
 * Opens the log of a data directory. Several processes may have it open: each reads at any time, they write in turn.
 *
 * @throws IncompatibleStore, StoreUnavailable, StoreFull
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<EventStore> {
  const file = ledgerFile(options);
  const writing = options.readOnly === true ? null : await openForWriting(file, options);
  try {
    return new SqliteStore(file, writing, await openForReading(file, options), options.lockWaitMs);
  } catch (error) {
    writing?.close();
    throw error;
  }
}

export function ledgerFile(place: SqlitePlace): string {
  return resolve('file' in place ? place.file : join(place.directory, LEDGER_FILE));
}

class SqliteStore implements EventStore {
  private readonly group: GroupCommit | null;
  private readonly reader: EventReader;
  private readonly watch: LogWatch;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly file: string,
    private readonly writing: DatabaseSync | null,
    private readonly reading: DatabaseSync,
    lockWaitMs?: number,
  ) {
    this.reader = new EventReader(reading);
    this.watch = new LogWatch(reading, file);
    this.group = writing && new GroupCommit(writing, file, () => this.watch.committed(), lockWaitMs);
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    this.refuseWhenClosed();
    if (this.group === null) throw new InvalidAppend(`${this.file} is open for reading only`);
    return this.group.append(serialiseAppend(stream, expected, events));
  }

  async *read(stream: string, from = 0, { lazy }: ReadOptions = {}): AsyncGenerator<RecordedEvent> {
    for (let next = from; ;) {
      const start = next;
      const { events, complete } = await this.query((reader) => reader.stream(stream, start, CHUNK_EVENTS, lazy));
      yield* events;
      if (complete) return;
      next += events.length;
      await turn();
    }
  }

  async *follow(options: FollowOptions = {}): AsyncGenerator<FollowedBatch> {
    const { after, signal, batchSize = FOLLOW_BATCH_EVENTS, lazy } = options;
    this.refuseWhenClosed();
    let position = after === undefined ? 0 : await this.rowWithin(after);
    let live = false;
    while (!this.hasEnded(signal)) {
      const ticket = this.watch.ticket;
      const start = position;
      const chunk = await whenFree(this.file, () =>
        this.hasEnded(signal) ? undefined : this.reader.log(start, Math.max(1, batchSize), lazy),
      );
      if (chunk === undefined) return;
      const { events, complete } = chunk;
      position = rowOf(events.at(-1)?.position ?? positionOf(position));
      const changed = live !== complete;
      live = complete;
      if (events.length > 0 || changed) yield { events, live };
      if (live) await this.watch.changed(ticket, signal);
      else await turn();
    }
  }

  async head(): Promise<Position | null> {
    const row = await this.query((reader) => reader.head());
    return row === 0 ? null : positionOf(row);
  }

  close(): Promise<void> {
    this.closing ??= this.settleAndClose();
    return this.closing;
  }

  private async settleAndClose(): Promise<void> {
    this.watch.wake();
    await this.group?.idle();
    this.watch.close();
    this.reading.close();
    this.writing?.close();
  }

  private query<Result>(use: (reader: EventReader) => Result): Promise<Result> {
    return whenFree(this.file, () => {
      this.refuseWhenClosed();
      return use(this.reader);
    });
  }

  private async rowWithin(after: Position): Promise<number> {
    const row = rowOf(after);
    const head = await this.query((reader) => reader.head());
    if (row > head) throw new PositionBeyondLog(after, head === 0 ? null : positionOf(head));
    return row;
  }

  private hasEnded(signal: AbortSignal | undefined): boolean {
    return this.closing !== undefined || signal?.aborted === true;
  }

  private refuseWhenClosed(): void {
    if (this.closing !== undefined) throw new StoreClosed();
  }
}
