import { join } from 'node:path';
import type { Place } from './place';

/** Where the read models of a data directory live. */
export function readModelFolder(place: Place): string {
  return join(place.directory, 'projections');
}
