import type { Position as ClientPosition } from '@eventstore/db-client';
import { IncompatibleStore } from '../errors';
import type { Position } from '../event-store';

/** Digits of an unsigned 64-bit number. */
const DIGITS = 20;
const POSITION = /^(\d{20})\/(\d{20})$/;

/** Commit and prepare position, each padded to one width, so that positions sort as strings. */
export function formatPosition({ commit, prepare }: ClientPosition): Position {
  return `${String(commit).padStart(DIGITS, '0')}/${String(prepare).padStart(DIGITS, '0')}`;
}

/** @throws IncompatibleStore for what this store never gave out, such as a position of another store. */
export function parsePosition(position: Position): ClientPosition {
  const [, commit, prepare] = POSITION.exec(position) ?? [];
  if (commit === undefined || prepare === undefined) {
    throw new IncompatibleStore(`${JSON.stringify(position)} is not a position of EventStoreDB`);
  }
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}
