/** The newest version of the stored shape of entries; a change of shape is a new version and an upcaster. */
const EVENT_VERSION = 'v1';

/** The type under which an entry of this kind is stored now. */
export function eventTypeOf(kind: string): string {
  return `${kind}.${EVENT_VERSION}`;
}
