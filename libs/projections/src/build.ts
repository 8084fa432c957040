import type { EventStore, FollowedBatch, Position, RecordedEvent } from '@app/event-store';
import { BUILD_TRANSACTION_EVENTS, FAILURE_MESSAGE_LENGTH } from './limits';
import type { Projection } from './projection';
import type { LastTaken, ProjectionFile } from './projection-file';
import type { ProjectionFailure } from './projection-state';

/** One file of a projection on its way along the log: being built, or in service. */
export class Build {
  /** Rows and checkpoint are committed up to here. */
  position: Position | null;
  events: number;
  failing: ProjectionFailure | undefined;
  /** It stands beyond the end of the log, as after a restore from an older backup. */
  aheadOfLog = false;
  /** Events are applied up to here; those after `position` are still in the open transaction. */
  private seen: Position | null;
  private pending = 0;
  /** The event at `seen`. */
  private last: LastTaken | null;

  constructor(
    readonly projection: Projection,
    readonly build: number,
    readonly file: ProjectionFile,
    /** It has its indexes and a write-ahead log: fit to be served. */
    public finished: boolean,
    private readonly upcast?: (event: RecordedEvent) => RecordedEvent,
  ) {
    const { position, events, last } = file.checkpoint();
    this.last = last;
    this.position = position;
    this.seen = position;
    this.events = events;
  }

  /** Where its follower goes on: everything up to here is applied, if not yet committed. */
  get after(): Position | null {
    return this.seen;
  }

  /**
   * Whether the log still holds the event that was taken last, where it stood: one that lost its end and grew again holds
   * another.
   */
  async standsInLog(store: Pick<EventStore, 'read'>): Promise<boolean> {
    if (this.last === null) return true;
    const { stream, revision, id } = this.last;
    for await (const event of store.read(stream, revision, { lazy: true })) {
      return event.revision === revision && event.id === id && event.position === this.seen;
    }
    return false;
  }

  /**
   * Applies a batch, passing over what it has already, and commits: at once when fit to be served or nothing more is waiting,
   * else when the transaction is large enough. Answers false when an event fails, or the commit itself, which is no
   * event's fault: then nothing since the last commit is in the file, and `failing` says why.
   */
  take({ events, live }: FollowedBatch): boolean {
    let current: RecordedEvent | undefined;
    try {
      for (const event of events) {
        if (this.seen !== null && event.position <= this.seen) continue;
        // What failed before is tried in a transaction of its own, so that its next failure takes nothing with it.
        if (event.position === this.failing?.position) this.commit();
        current = event;
        this.apply(event);
        current = undefined;
      }
      if (live || this.finished || this.pending >= BUILD_TRANSACTION_EVENTS) this.commit();
      return true;
    } catch (cause) {
      this.fail(cause, current);
      return false;
    }
  }

  /** Makes the indexes of a file that has caught up, one statement at a time, so that others get their turn between. */
  async finish(pause: () => Promise<void>): Promise<void> {
    for (const statement of this.projection.finish ?? []) {
      this.file.run(statement);
      await pause();
    }
    this.file.serve();
    this.finished = true;
    this.failing = undefined;
  }

  /** Something other than an event went wrong: a full disk while the indexes were made. */
  stumble(cause: unknown): void {
    this.fail(cause, undefined);
  }

  /** It has a position that the log has not: only a rebuild mends that. */
  beyondLog(message: string): void {
    this.aheadOfLog = true;
    this.failing = { position: this.position, eventId: null, message, attempts: 1 };
  }

  private apply(event: RecordedEvent): void {
    const current = this.upcast === undefined ? event : this.upcast(event);
    const handle = this.projection.on[current.type];
    if (handle === undefined) {
      this.projection.passOver?.(current);
    } else {
      this.file.begin();
      handle(this.file, current);
    }
    this.seen = event.position;
    this.last = { stream: event.stream, revision: event.revision, id: event.id };
    this.pending += 1;
  }

  private commit(): void {
    if (this.seen === null || this.seen === this.position || this.last === null) return;
    this.file.commit(this.seen, this.pending, this.last);
    this.position = this.seen;
    this.events += this.pending;
    this.pending = 0;
    if (this.failing !== undefined && this.seen >= (this.failing.position ?? '')) this.failing = undefined;
  }

  private fail(cause: unknown, event: RecordedEvent | undefined): void {
    this.file.rollback();
    this.seen = this.position;
    this.last = this.file.checkpoint().last;
    this.pending = 0;
    const position = event?.position ?? this.position;
    const again = this.failing?.position === position ? this.failing.attempts : 0;
    const message = (cause instanceof Error ? cause.message : String(cause)).slice(0, FAILURE_MESSAGE_LENGTH);
    this.failing = { position, eventId: event?.id ?? null, message, attempts: again + 1 };
  }
}
