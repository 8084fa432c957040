import type { Schemas } from '../api/client';

type Entry = Schemas['EntryAnswer'];

/** An entry as it reads after its corrections; what nobody corrected as it was logged. */
export function asItReads<T extends Pick<Entry, 'now'>>(entry: T): T {
  return entry.now === null ? entry : { ...entry, ...entry.now };
}
