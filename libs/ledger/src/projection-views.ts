import { openReadModel, type ReadModel } from '@app/projections';
import { findRelationship, listRelationships, relationshipsProjection } from './relationship/relationships.projection';
import { factsReader } from './score/facts-reader';
import { factsProjection } from './score/facts.projection';
import { trailProjection } from './trail/trail.projection';
import { storedEntries } from './trail/trail.queries';
import type { Views } from './views';

/** Views that hold files open. */
export interface ClosableViews extends Views {
  close(): void;
}

/**
 * Reads the read models of a server.
 *
 * @param directory of the projections
 */
export function projectionViews(directory: string): ClosableViews {
  const models: ReadModel[] = [];
  const open = (projection: Parameters<typeof openReadModel>[1]): ReadModel => {
    const model = openReadModel(directory, projection);
    models.push(model);
    return model;
  };
  const relationships = open(relationshipsProjection);
  const trail = open(trailProjection);
  const facts = factsReader(open(factsProjection));
  // The queries are asynchronous for views that read a log far away; the read models answer at once.
  const answer = <Answer>(read: () => Answer): Promise<Answer> => new Promise((resolve) => resolve(read()));
  return {
    relationships: () => answer(() => listRelationships(relationships)),
    relationship: (id) => answer(() => findRelationship(relationships, id)),
    facts: (relationship) => answer(() => facts.facts(relationship)),
    entries: (relationship, selection) => answer(() => storedEntries(trail, relationship, selection)),
    close: () => models.forEach((model) => model.close()),
  };
}
