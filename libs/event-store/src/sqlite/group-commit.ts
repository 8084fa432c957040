import type { DatabaseSync } from 'node:sqlite';
import type { AppendResult } from '../event-store';
import type { SerialisedAppend } from '../serialised-append';
import { EventWriter } from './event-writer';
import { isLocked, lockHeld, longerPause, translated } from './failure';
import { GROUP_APPENDS, GROUP_BYTES, GROUP_WORK_MS, LOCK_FIRST_PAUSE_MS, LOCK_WAIT_MS } from './limits';

interface WaitingAppend {
  readonly append: SerialisedAppend;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

/** Where the appends of one turn of the event loop wait for the transaction that they share. */
export class GroupCommit {
  private readonly writer: EventWriter;
  private waiting: WaitingAppend[] = [];
  private scheduled = false;
  private readonly whenIdle: (() => void)[] = [];
  /** Since when the lock is waited for, and how long the next pause is. */
  private lock: { readonly deadline: number; pauseMs: number } | undefined;

  /** @param onCommit told after each transaction that wrote events, when its appends are acknowledged */
  constructor(
    private readonly database: DatabaseSync,
    private readonly file: string,
    private readonly onCommit: () => void,
    private readonly lockWaitMs = LOCK_WAIT_MS,
  ) {
    this.writer = new EventWriter(database);
  }

  append(append: SerialisedAppend): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ append, resolve, reject });
      this.schedule();
    });
  }

  /** Resolves when nothing waits and nothing is under way. */
  async idle(): Promise<void> {
    if (this.scheduled) await new Promise<void>((resolve) => this.whenIdle.push(resolve));
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    // After the input of this turn: everything that arrived in it joins one transaction.
    setImmediate(() => this.commit());
  }

  private commit(): void {
    if (!this.takeLock()) return;
    const group: WaitingAppend[] = [];
    const outcomes: (AppendResult | Error)[] = [];
    let wrote: boolean;
    try {
      wrote = this.write(group, outcomes);
    } catch (error) {
      this.writer.rollBack();
      this.refuseAll(translated(error, this.file));
      return;
    }
    this.waiting = this.waiting.slice(group.length);
    for (const [index, { resolve, reject }] of group.entries()) {
      const outcome = outcomes[index];
      if (outcome instanceof Error) reject(outcome);
      else if (outcome !== undefined) resolve(outcome);
    }
    if (wrote) this.onCommit();
    this.next();
  }

  /** Takes appends of the queue into the group until the transaction is large enough, writes and commits them. */
  private write(group: WaitingAppend[], outcomes: (AppendResult | Error)[]): boolean {
    const end = performance.now() + GROUP_WORK_MS;
    let bytes = 0;
    const queue = this.waiting;
    this.writer.begun();
    while (group.length < queue.length && group.length < GROUP_APPENDS && bytes < GROUP_BYTES) {
      const next = queue[group.length];
      if (next === undefined) break;
      group.push(next);
      outcomes.push(this.writer.write(next.append));
      bytes += next.append.bytes;
      if (performance.now() >= end) break;
    }
    return this.writer.commit();
  }

  /** Begins the transaction, or comes back later: the lock is waited for outside SQLite, which would block. */
  private takeLock(): boolean {
    try {
      this.database.exec('BEGIN IMMEDIATE');
      this.lock = undefined;
      return true;
    } catch (error) {
      const now = performance.now();
      this.lock ??= { deadline: now + this.lockWaitMs, pauseMs: LOCK_FIRST_PAUSE_MS };
      if (isLocked(error) && now < this.lock.deadline) {
        setTimeout(() => this.commit(), this.lock.pauseMs);
        this.lock.pauseMs = longerPause(this.lock.pauseMs);
        return false;
      }
      this.lock = undefined;
      this.refuseAll(isLocked(error) ? lockHeld(this.file, error) : translated(error, this.file));
      return false;
    }
  }

  /** What struck this transaction would strike the next one too: nothing is left waiting behind it. */
  private refuseAll(failure: unknown): void {
    for (const { reject } of this.waiting.splice(0)) reject(failure);
    this.next();
  }

  private next(): void {
    this.scheduled = false;
    if (this.waiting.length > 0) this.schedule();
    else for (const resolve of this.whenIdle.splice(0)) resolve();
  }
}
