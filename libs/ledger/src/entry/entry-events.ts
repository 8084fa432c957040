import type { RecordedEvent } from '@app/event-store';
import type { Projection, ProjectionDatabase } from '@app/projections';
import { catalogue } from '../catalogue/catalogue';
import { relationshipOf } from './read';

/** The handlers of a projection that takes the entries of every relationship, whatever their kind. */
export function onEveryEntry(
  handle: (db: ProjectionDatabase, event: RecordedEvent, relationship: string) => void,
): Projection['on'] {
  const handler = (db: ProjectionDatabase, event: RecordedEvent): void => {
    const relationship = relationshipOf(event.stream);
    if (relationship !== null) handle(db, event, relationship);
  };
  return Object.fromEntries(catalogue.kinds.map(({ kind }) => [`${kind}.v1`, handler]));
}
