import type { RecordedEvent } from '@app/event-store';
import type { Projection, ProjectionDatabase } from '@app/projections';
import { catalogue } from '../catalogue/catalogue';
import { eventTypeOf } from './event-type';
import { relationshipOf } from './read';

/** What a projection declares that takes the entries of every relationship, whatever their kind. */
export function onEveryEntry(
  handle: (db: ProjectionDatabase, event: RecordedEvent, relationship: string) => void,
): Pick<Projection, 'on' | 'passOver'> {
  const handler = (db: ProjectionDatabase, event: RecordedEvent): void => {
    const relationship = relationshipOf(event.stream);
    if (relationship !== null) handle(db, event, relationship);
  };
  return { on: Object.fromEntries(catalogue.kinds.map(({ kind }) => [eventTypeOf(kind), handler])), passOver };
}

/** A newer program wrote such an entry: without it scores would be wrong in silence. */
function passOver({ stream, type }: RecordedEvent): void {
  if (relationshipOf(stream) !== null) throw new Error(`this program does not know ${type}; a newer one wrote it`);
}
