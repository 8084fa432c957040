import { AccessBook } from '@app/access';
import type { EventStore } from '@app/event-store';
import { warn } from './output';
import { describe, type Place } from './place';

/** Who writes of a real contract into a demo has most often forgotten to name another directory. */
export async function warnOfDemo(store: EventStore, place: Place): Promise<void> {
  const book = new AccessBook(store);
  await book.refresh();
  if (!book.demo) return;
  warn(
    `${describe(place)} is a demo for ever, open to everyone on this machine; give a real ledger its own --data DIR.`,
  );
}
