import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { IncompatibleStore, StoreFull, StoreUnavailable } from '../errors';
import { DISK_FULL_BELOW_BYTES, LOCK_FIRST_PAUSE_MS, LOCK_LONGEST_PAUSE_MS, LOCK_WAIT_MS } from './limits';

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html).
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

/** The primary result code of an error of `node:sqlite`, or undefined for any other error. */
function resultCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

/** Another connection holds the lock just now; trying again later helps. */
export function isLocked(error: unknown): boolean {
  const code = resultCode(error);
  return code === BUSY || code === LOCKED;
}

/** The error of `errors.ts` for what SQLite reports; errors of ours pass unchanged. */
export function translated(error: unknown, file: string): unknown {
  const code = resultCode(error);
  switch (code) {
    case undefined:
      return error;
    case BUSY:
    case LOCKED:
      return lockHeld(file, error);
    case FULL:
      return new StoreFull(error);
    case IOERR:
      return diskIsFull(file) ? new StoreFull(error) : new StoreUnavailable(`disk error in ${file}`, error);
    case NOTADB:
      return new IncompatibleStore(`${file} is not a ledger`);
    case CORRUPT:
      return new IncompatibleStore(`${file} is damaged; restore it from a backup`);
    case CANTOPEN:
      return new StoreUnavailable(`${file} cannot be opened`, error);
    case READONLY:
      return new StoreUnavailable(`${file} may not be written`, error);
    default:
      return new StoreUnavailable(`${file}: ${error instanceof Error ? error.message : `SQLite error ${code}`}`, error);
  }
}

export function lockHeld(file: string, cause?: unknown): StoreUnavailable {
  return new StoreUnavailable(`another process holds the write lock of ${file}`, cause);
}

/** The pause after this one: twice as long, up to a limit. */
export function longerPause(pauseMs: number): number {
  return Math.min(pauseMs * 2, LOCK_LONGEST_PAUSE_MS);
}

/**
 * Runs something on a connection and tries again, without blocking, while another process holds the lock.
 *
 * @throws StoreUnavailable when the lock is not free in time, and whatever `translated` makes of other errors
 */
export async function whenFree<Result>(file: string, use: () => Result): Promise<Result> {
  const deadline = performance.now() + LOCK_WAIT_MS;
  for (let pauseMs = LOCK_FIRST_PAUSE_MS; ; pauseMs = longerPause(pauseMs)) {
    try {
      return use();
    } catch (error) {
      if (!isLocked(error) || performance.now() >= deadline) throw translated(error, file);
    }
    await pause(pauseMs);
  }
}

function diskIsFull(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize < DISK_FULL_BELOW_BYTES;
  } catch {
    // The directory itself is gone: a disk error, and not for want of room.
    return false;
  }
}
