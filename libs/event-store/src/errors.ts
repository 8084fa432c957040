import type { ExpectedRevision } from './event-store';

/** The stream is not where the append expected it; nothing was written. */
export class WrongExpectedRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`stream ${stream} is at ${actual}, expected ${expected}`);
    this.name = 'WrongExpectedRevision';
  }
}

/** The append is larger than `limits.ts` allows; nothing was written. */
export class AppendTooLarge extends Error {
  constructor(
    readonly bytes: number,
    readonly maxBytes: number,
  ) {
    super(`append of ${bytes} bytes, at most ${maxBytes} are taken`);
    this.name = 'AppendTooLarge';
  }
}

/** The call itself is wrong (no events, an id that is no UUID, data that is not JSON); nothing was written. */
export class InvalidAppend extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidAppend';
  }
}

/** No room on the disk; nothing was written, and the same append succeeds when there is room. */
export class StoreFull extends Error {
  constructor(cause: unknown) {
    super('no room on the disk of the event store', { cause });
    this.name = 'StoreFull';
  }
}

/** The store cannot be reached or did not answer in time. An append is in doubt: retry it with the same ids. */
export class StoreUnavailable extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreUnavailable';
  }
}

/** The store is closed. */
export class StoreClosed extends Error {
  constructor() {
    super('the event store is closed');
    this.name = 'StoreClosed';
  }
}

/** What is stored of an event is no JSON any more: somebody, or a disk, changed it. Those before it can be read. */
export class UnreadableEvent extends Error {
  constructor(
    readonly stream: string,
    readonly revision: number,
    readonly position: string,
    cause: unknown,
  ) {
    super(`the event at revision ${revision} of ${stream} (position ${position}) cannot be read`, { cause });
    this.name = 'UnreadableEvent';
  }
}

/** The file was written by a newer version of the program, or is not a ledger. */
export class IncompatibleStore extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'IncompatibleStore';
  }
}

/** A position lies beyond the end of the log: the reader is ahead of it, as after a restore from an older backup. */
export class PositionBeyondLog extends Error {
  constructor(
    readonly after: string,
    readonly head: string | null,
  ) {
    super(`position ${after} lies beyond the end of the log (${head ?? 'empty'})`);
    this.name = 'PositionBeyondLog';
  }
}

/** Others appended first, again and again; nothing was written. The same command may be sent again. */
export class StreamChanged extends Error {
  constructor(stream: string, attempts: number) {
    super(`stream ${stream} changed under each of ${attempts} attempts`);
    this.name = 'StreamChanged';
  }
}
