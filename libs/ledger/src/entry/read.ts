import type { RecordedEvent } from '@app/event-store';
import type { StreamEvent } from '@app/event-store';
import type { Fact } from '../scoring/fact';
import type { Entry, Envelope, Payload } from './entry';

/** The envelope of a stored event. */
export function envelopeOf(event: Pick<StreamEvent, 'data'>): Envelope {
  return event.data as unknown as Envelope;
}

/** The payload of a stored event, or null where it was erased. */
export function payloadOf(event: Pick<StreamEvent, 'metadata'>): Payload | null {
  return (event.metadata['payload'] ?? null) as unknown as Payload | null;
}

/** What scoring reads of a stored event: its envelope alone. */
export function factOf(event: Pick<StreamEvent, 'data' | 'revision'>): Fact {
  const envelope = envelopeOf(event);
  const ledgerRecorded = Date.parse(envelope.recorded);
  return {
    revision: event.revision,
    id: envelope.id,
    kind: envelope.kind,
    party: envelope.party,
    recorded: envelope.claimedRecorded === null ? ledgerRecorded : Date.parse(envelope.claimedRecorded),
    ledgerRecorded,
    effective: envelope.effective,
    factor: envelope.factor,
    sign: envelope.sign,
    severity: envelope.severity,
    level: envelope.level,
    evidenced: envelope.evidenced,
    answers: envelope.answers,
    data: envelope.facts,
  };
}

/** An entry as it was recorded, envelope and payload together. */
export function entryOf(event: RecordedEvent): Entry {
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
    member: payload?.member ?? null,
    factor: envelope.factor,
    sign: envelope.sign,
    severity: envelope.severity,
    level: envelope.level,
    evidenced: envelope.evidenced,
    text: payload?.text ?? null,
    data: payload?.data ?? {},
    evidence: payload?.evidence ?? [],
    tags: payload?.tags ?? [],
    source: payload?.source ?? null,
    answers: envelope.answers,
  };
}

const STREAM_PREFIX = 'relationship-';

/** The stream that holds the ledger of a relationship. */
export function streamOf(relationship: string): string {
  return `${STREAM_PREFIX}${relationship}`;
}

/** The relationship whose ledger a stream holds, or null where it holds none. */
export function relationshipOf(stream: string): string | null {
  return stream.startsWith(STREAM_PREFIX) ? stream.slice(STREAM_PREFIX.length) : null;
}
