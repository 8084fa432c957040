import { AppendTooLarge, InvalidAppend } from './errors';
import type { EventToAppend, ExpectedRevision } from './event-store';
import { MAX_APPEND_BYTES, MAX_APPEND_EVENTS, MAX_STREAM_NAME_LENGTH } from './limits';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An event ready to be stored: its id in lower case, its data and metadata as JSON text. */
export interface SerialisedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

export interface SerialisedAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly SerialisedEvent[];
  /** Data and metadata of all events. */
  readonly bytes: number;
}

/**
 * Checks an append and writes its JSON, before anything touches a store: so every adapter refuses the same calls in
 * the same words, and nothing half serialised is ever under way.
 *
 * @throws InvalidAppend, AppendTooLarge
 */
export function serialiseAppend(
  stream: string,
  expected: ExpectedRevision,
  events: readonly EventToAppend[],
): SerialisedAppend {
  checkStream(stream);
  if (expected !== 'no-stream' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw new InvalidAppend(`expected revision ${String(expected)} is neither no-stream nor a revision`);
  }
  if (events.length === 0) throw new InvalidAppend('an append needs at least one event');
  if (events.length > MAX_APPEND_EVENTS) {
    throw new InvalidAppend(`append of ${events.length} events, at most ${MAX_APPEND_EVENTS} are taken`);
  }
  let bytes = 0;
  const serialised = events.map((event): SerialisedEvent => {
    if (typeof event.id !== 'string' || !UUID.test(event.id)) {
      throw new InvalidAppend(`event id ${JSON.stringify(event.id)} is not a UUID`);
    }
    checkType(event.type);
    const data = event.json?.data ?? jsonObject(event.data, 'data');
    const metadata = event.json?.metadata ?? jsonObject(event.metadata, 'metadata');
    bytes += Buffer.byteLength(data) + Buffer.byteLength(metadata);
    return { id: event.id.toLowerCase(), type: event.type, data, metadata };
  });
  if (bytes > MAX_APPEND_BYTES) throw new AppendTooLarge(bytes, MAX_APPEND_BYTES);
  return { stream, expected, events: serialised, bytes };
}

// A leading $ marks EventStoreDB's own streams and types; one rule on every store lets a ledger move between them.
function checkStream(stream: string): void {
  if (stream === '' || stream.length > MAX_STREAM_NAME_LENGTH || stream.startsWith('$') || !stream.isWellFormed()) {
    throw new InvalidAppend(`${JSON.stringify(stream.slice(0, MAX_STREAM_NAME_LENGTH))} is not a stream name`);
  }
}

function checkType(type: string): void {
  if (typeof type !== 'string' || type === '' || type.startsWith('$') || !type.isWellFormed()) {
    throw new InvalidAppend(`${JSON.stringify(type)} is not an event type`);
  }
}

function jsonObject(value: unknown, what: string): string {
  let text: string | undefined;
  try {
    // Undefined for undefined and for functions, whatever the declared type says.
    text = JSON.stringify(value);
  } catch (cause) {
    throw new InvalidAppend(
      `the ${what} of an event is not JSON: ${cause instanceof Error ? cause.message : 'refused'}`,
    );
  }
  if (!text?.startsWith('{')) throw new InvalidAppend(`the ${what} of an event is not a JSON object`);
  return text;
}
