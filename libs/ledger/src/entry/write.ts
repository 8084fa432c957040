import { v5 as uuidv5 } from 'uuid';
import type { EventToAppend, JsonObject } from '@app/event-store';
import { commandCommitment, envelopeHash, payloadCommitment } from '@app/integrity';
import { formatInstant } from '../scoring/days';
import { correctedKind, type Content } from './content';
import type { Envelope, Payload } from './entry';
import { eventTypeOf } from './event-type';
import { factsOf } from './facts';
import { MAX_ENTRY_BYTES, MAX_ENVELOPE_BYTES } from './limits';
import { streamOf } from './read';
import { invalid } from './shape';
import type { LedgerState } from './state';

/** Namespace of every UUIDv5 that the ledger derives. */
const NAMESPACE = 'a1d3b6de-3a3c-5a0b-9d5e-0c7f2f3f6c11';

/** What makes a command unique in the whole ledger: (relationship, member, key), or (relationship, imported id). */
export function commandIdOf(...parts: readonly string[]): string {
  return uuidv5(JSON.stringify(parts), NAMESPACE);
}

export interface Writing {
  readonly commandId: string;
  /** SHA-256 (hex) of the canonical body of the command. */
  readonly commandHash: string;
  /** 32 random bytes, base64url. */
  readonly salt: string;
  /** Milliseconds, by the ledger's clock. */
  readonly recorded: number;
  /** Of an imported entry its own id and the recorded time that it claims, in milliseconds. */
  readonly importedAs: { readonly id: string; readonly recorded: number | null } | null;
}

/**
 * The event that records an entry next in the stream: the envelope as `data`, payload and salt as `metadata`.
 *
 * @throws Problem where it is larger than an entry may be
 */
export function writeEntry(state: LedgerState, content: Content, writing: Writing): EventToAppend {
  const { importedAs } = writing;
  const payload: Payload = {
    text: content.text,
    data: content.data,
    evidence: content.evidence,
    member: content.member,
    tags: content.tags,
    source: content.source,
  };
  const facts = factsOf(content.kind, content.data, correctedKind(state, content));
  const commandHash = commandCommitment(writing.commandHash, writing.salt);
  // The salt tells apart two decisions of one command in two processes, which differ in their recorded time: stores
  // compare ids alone and would take the second for the first. It also keeps erased content from being guessed.
  const eventId = uuidv5(`${writing.commandId}/0/${commandHash}`, NAMESPACE);
  const claimed = importedAs?.recorded ?? null;
  const envelope: Envelope = {
    id: importedAs?.id ?? eventId,
    stream: streamOf(state.relationship),
    revision: state.revision + 1,
    kind: content.kind,
    recorded: formatInstant(writing.recorded),
    effective: content.effective,
    relationship: state.relationship,
    party: content.party,
    factor: content.factor,
    sign: content.sign,
    severity: content.severity,
    level: content.level,
    evidenced: content.evidenced,
    answers: content.answers,
    imported: importedAs !== null,
    claimedRecorded: claimed === null ? null : formatInstant(claimed),
    commandId: writing.commandId,
    commandHash,
    correlation: content.correlation,
    causation: content.causation,
    facts: content.loggedBy === null ? facts : { ...facts, loggedBy: content.loggedBy },
    commitment: payloadCommitment(payload, writing.salt),
    previous: state.last === null ? null : envelopeHash(state.last),
  };
  const data = envelope as unknown as JsonObject;
  const metadata = { payload, salt: writing.salt } as unknown as JsonObject;
  const envelopeBytes = Buffer.byteLength(JSON.stringify(data));
  if (envelopeBytes > MAX_ENVELOPE_BYTES) {
    throw invalid('data', `at most ${MAX_ENVELOPE_BYTES} bytes of structured data, not ${envelopeBytes}`);
  }
  const bytes = envelopeBytes + Buffer.byteLength(JSON.stringify(metadata));
  if (bytes > MAX_ENTRY_BYTES) throw invalid('', `an entry of at most ${MAX_ENTRY_BYTES} bytes, not ${bytes}`);
  return { id: eventId, type: eventTypeOf(content.kind), data, metadata };
}
