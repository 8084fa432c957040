import type { EventStore } from '@app/event-store';
import { streamOf } from './read';

/** Whether there is such a relationship. */
export async function hasEntries(store: EventStore, relationship: string): Promise<boolean> {
  for await (const _entry of store.read(streamOf(relationship), 0, { lazy: true })) return true;
  return false;
}
