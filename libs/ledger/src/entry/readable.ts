import { UnreadableEvent, type Json, type JsonObject, type StreamEvent } from '@app/event-store';
import { parseInstant } from '../scoring/days';

type Test = (value: Json | undefined) => boolean;

const isText: Test = (value) => typeof value === 'string';
const isNumber: Test = (value) => typeof value === 'number';
const isFlag: Test = (value) => typeof value === 'boolean';
const isInstant: Test = (value) => typeof value === 'string' && parseInstant(value) !== null;
const isObject: Test = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const orNone =
  (test: Test): Test =>
  (value) =>
    value === null || value === undefined || test(value);

/** What is read of every entry, whatever its kind. */
const ENVELOPE: readonly (readonly [string, Test])[] = [
  ['id', isText],
  ['kind', isText],
  ['recorded', isInstant],
  ['claimedRecorded', orNone(isInstant)],
  ['effective', orNone(isText)],
  ['relationship', isText],
  ['party', isText],
  ['factor', orNone(isNumber)],
  ['sign', orNone(isText)],
  ['severity', orNone(isText)],
  ['level', orNone(isNumber)],
  ['evidenced', orNone(isFlag)],
  ['answers', orNone(isText)],
  ['imported', isFlag],
  ['correlation', orNone(isText)],
  ['causation', orNone(isText)],
  ['facts', isObject],
];
const PAYLOAD: readonly (readonly [string, Test])[] = [
  ['text', orNone(isText)],
  ['data', isObject],
  ['evidence', (value) => Array.isArray(value) && value.every(isObject)],
  ['member', orNone(isText)],
  ['tags', (value) => Array.isArray(value) && value.every(isText)],
  ['source', orNone(isText)],
];

/**
 * The event itself, where its envelope has the types that every entry is written with. Whoever has the disk can store any
 * other JSON in its place: whether it is what was written only verifying tells.
 *
 * @throws UnreadableEvent
 */
export function withEnvelope<Event extends Stored>(event: Event): Event {
  return orUnreadable(event, wrongIn(event.data, ENVELOPE));
}

/** The same, where its payload has them too, or is erased. @throws UnreadableEvent */
export function withWords<Event extends Stored>(event: Event): Event {
  const { payload } = withEnvelope(event).metadata;
  if (payload === undefined) return event;
  return orUnreadable(event, isObject(payload) ? wrongIn(payload as JsonObject, PAYLOAD) : 'payload');
}

/** One that was read has a position. */
type Stored = StreamEvent & { readonly position?: string };

function orUnreadable<Event extends Stored>(event: Event, wrong: string | null): Event {
  if (wrong === null) return event;
  const { stream, revision, position = '' } = event;
  throw new UnreadableEvent(
    stream,
    revision,
    position,
    new TypeError(`its ${wrong} is not of the type that is written`),
  );
}

function wrongIn(value: JsonObject, fields: readonly (readonly [string, Test])[]): string | null {
  return fields.find(([name, test]) => !test(value[name]))?.[0] ?? null;
}
