import { upcast, type RecordedEvent, type Shaped, type StreamEvent } from '@app/event-store';
import { commandCommitment } from '@app/integrity';
import type { Fact } from '../scoring/fact';
import type { Entry, Envelope, Payload } from './entry';
import { envelopeFact } from './envelope-fact';
import { eventTypeOf } from './event-type';
import { withWords } from './readable';
import { upcasters } from './upcasters';

/** Streams of relationships, one each; other streams (`access`) hold no entries. */
const STREAM_PREFIX = 'relationship-';

/** The stream that holds the ledger of a relationship. */
export function streamOf(relationship: string): string {
  return `${STREAM_PREFIX}${relationship}`;
}

/** The relationship whose ledger a stream holds, or null where it holds none. */
export function relationshipOf(stream: string): string | null {
  return stream.startsWith(STREAM_PREFIX) ? stream.slice(STREAM_PREFIX.length) : null;
}

/** The event's envelope as it is stored: what must never go. */
export function envelopeOf(event: Pick<StreamEvent, 'data'>): Envelope {
  return event.data as unknown as Envelope;
}

const ERASED: Payload = { text: null, data: {}, evidence: [], member: null, tags: [], source: null };

/** The event's payload; of one that was erased only what the envelope knows as well. */
export function payloadOf(event: Pick<StreamEvent, 'data' | 'metadata'>): Payload {
  const payload = event.metadata['payload'];
  if (typeof payload === 'object' && payload !== null) return payload as unknown as Payload;
  return { ...ERASED, data: envelopeOf(event).facts };
}

/** Whether nothing is left of its payload. */
export function isErased({ metadata }: Pick<StreamEvent, 'metadata'>): boolean {
  const payload = metadata['payload'];
  return typeof payload !== 'object' || payload === null;
}

/** Whether a command whose canonical body has this hash (SHA-256, hex) wrote the event. */
export function isWrittenBy(commandHash: string, event: Pick<StreamEvent, 'data' | 'metadata'>): boolean {
  const { salt } = event.metadata;
  // Once erased it can be compared with nothing: the id of the command alone decides.
  return typeof salt !== 'string' || commandCommitment(commandHash, salt) === envelopeOf(event).commandHash;
}

/**
 * The event in the newest shape of its type.
 *
 * @throws Error where only a newer program knows its type: read as if it were known, it would change scores in silence
 */
function newest<Event extends Shaped>(stored: Event): Event {
  const event = upcast(stored, upcasters);
  if (event.type !== eventTypeOf(envelopeOf(event).kind)) {
    throw new Error(`the log holds ${event.type}, which this program does not know; it needs a newer one`);
  }
  return event;
}

/** What the score reads of an entry. */
export function factOf(stored: Pick<StreamEvent, 'type' | 'data' | 'metadata' | 'revision'>): Fact {
  const event = newest(stored);
  return envelopeFact(envelopeOf(event), event.revision);
}

/** The entry as `trail` and `export` show it. @throws UnreadableEvent */
export function entryOf(stored: RecordedEvent): Entry {
  const event = newest(withWords(stored));
  const envelope = envelopeOf(event);
  const payload = payloadOf(event);
  return {
    position: event.position,
    revision: event.revision,
    id: envelope.id,
    relationship: envelope.relationship,
    kind: envelope.kind,
    effective: envelope.effective,
    recorded: envelope.claimedRecorded ?? envelope.recorded,
    ledgerRecorded: envelope.recorded,
    imported: envelope.imported,
    party: envelope.party,
    member: payload.member,
    loggedBy: typeof envelope.facts['loggedBy'] === 'string' ? envelope.facts['loggedBy'] : null,
    factor: envelope.factor,
    sign: envelope.sign,
    severity: envelope.severity,
    level: envelope.level,
    evidenced: envelope.evidenced,
    text: payload.text,
    data: payload.data,
    evidence: payload.evidence,
    tags: payload.tags,
    source: payload.source,
    answers: envelope.answers,
    correlation: envelope.correlation,
    causation: envelope.causation,
  };
}
