import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { WrongExpectedRevision } from '../errors';
import type { AppendResult, ExpectedRevision } from '../event-store';
import type { SerialisedAppend } from '../serialised-append';
import { STREAM_HEADS_KEPT } from './limits';
import { positionOf } from './rows';

/** Revision of a stream that does not exist, so that the next one is always one more. */
const NO_REVISION = -1;

/**
 * Writes appends inside a transaction that its caller has begun. What it remembers of the log (last position, last
 * revision of streams) holds while no other connection has written, which SQLite's `data_version` tells.
 */
export class EventWriter {
  private readonly insert: StatementSync;
  private readonly lastRevision: StatementSync;
  private readonly idsBetween: StatementSync;
  private readonly lastPosition: StatementSync;
  private readonly dataVersion: StatementSync;
  private readonly heads = new Map<string, number>();
  private version: unknown;
  private position = 0;
  private wrote = false;

  constructor(private readonly database: DatabaseSync) {
    this.insert = database.prepare(
      'INSERT INTO events (position, stream, revision, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.lastRevision = database.prepare('SELECT max(revision) AS revision FROM events WHERE stream = ?');
    this.idsBetween = database.prepare(
      'SELECT id, position FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision',
    );
    this.lastPosition = database.prepare('SELECT max(position) AS position FROM events');
    this.dataVersion = database.prepare('PRAGMA data_version');
  }

  /** To be called when the transaction has begun. */
  begun(): void {
    const version = this.dataVersion.get()?.['data_version'];
    this.wrote = false;
    if (version === this.version) return;
    this.heads.clear();
    this.position = Number(this.lastPosition.get()?.['position'] ?? 0);
    this.version = version;
  }

  /**
   * The result, to be acknowledged after the commit, or the conflict, which leaves the transaction as it was. Throws
   * what SQLite throws, and then the transaction is lost.
   */
  write({ stream, expected, events }: SerialisedAppend): AppendResult | WrongExpectedRevision {
    const head = this.head(stream);
    const before = expected === 'no-stream' ? NO_REVISION : expected;
    if (before !== head) {
      return (
        this.writtenBefore(stream, before, head, events) ?? new WrongExpectedRevision(stream, expected, shown(head))
      );
    }
    let revision = head;
    for (const { id, type, data, metadata } of events) {
      revision += 1;
      this.position += 1;
      this.insert.run(this.position, stream, revision, id, type, data, metadata);
    }
    this.remember(stream, revision);
    this.wrote = true;
    return { revision, position: positionOf(this.position) };
  }

  /** Commits, and says whether anything was written. */
  commit(): boolean {
    this.database.exec('COMMIT');
    return this.wrote;
  }

  rollBack(): void {
    this.version = undefined;
    // Some errors, a full disk for one, have rolled back already.
    if (this.database.isTransaction) this.database.exec('ROLLBACK');
  }

  /** The result of the same append of earlier: all its ids stand, in order, at the revisions it expects. */
  private writtenBefore(
    stream: string,
    before: number,
    head: number,
    events: SerialisedAppend['events'],
  ): AppendResult | undefined {
    const revision = before + events.length;
    if (revision > head) return undefined;
    const stored = this.idsBetween.all(stream, before + 1, revision);
    const same = stored.length === events.length && stored.every((row, index) => row['id'] === events[index]?.id);
    return same ? { revision, position: positionOf(Number(stored.at(-1)?.['position'])) } : undefined;
  }

  private head(stream: string): number {
    const known = this.heads.get(stream);
    if (known !== undefined) return known;
    const stored = this.lastRevision.get(stream)?.['revision'];
    const head = typeof stored === 'number' ? stored : NO_REVISION;
    this.remember(stream, head);
    return head;
  }

  private remember(stream: string, head: number): void {
    if (this.heads.size >= STREAM_HEADS_KEPT && !this.heads.has(stream)) {
      const oldest = this.heads.keys().next();
      if (oldest.done !== true) this.heads.delete(oldest.value);
    }
    this.heads.set(stream, head);
  }
}

function shown(head: number): ExpectedRevision {
  return head === NO_REVISION ? 'no-stream' : head;
}
