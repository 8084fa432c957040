import type { ResolvedEvent } from '@eventstore/db-client';
import { IncompatibleStore } from '../errors';
import type { JsonObject, RecordedEvent } from '../event-store';
import { formatPosition } from './positions';

/** The event as the port gives it, or undefined for what the server itself wrote, such as the mark of a tombstone. */
export function recordedEvent({ event }: ResolvedEvent): RecordedEvent | undefined {
  if (event === undefined || event.type.startsWith('$')) return undefined;
  const { id, type, streamId: stream, data, metadata = {}, position } = event;
  if (position === undefined)
    throw new IncompatibleStore('the server gives events no position: 22.6 or later is needed');
  if (!isObject(data) || !isObject(metadata)) {
    throw new IncompatibleStore(`event ${event.revision} of stream ${stream} is not JSON, so it was written by others`);
  }
  return { id, type, stream, data, metadata, revision: Number(event.revision), position: formatPosition(position) };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
}
