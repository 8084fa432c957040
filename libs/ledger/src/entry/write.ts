import type { EventToAppend, JsonObject } from '@app/event-store';
import { canonicalJson, commandCommitment, envelopeHash, payloadCommitment } from '@app/integrity';
import { formatInstant } from '../scoring/days';
import { uuidOf } from './command-id';
import { factsOfContent, type Content } from './content';
import type { AuthorSignature, CheckpointSeen, Envelope, Payload } from './entry';
import { eventTypeOf } from './event-type';
import { MAX_ENTRY_BYTES, MAX_ENVELOPE_BYTES } from './limits';
import { streamOf } from './read';
import { invalid } from './shape';
import type { LedgerState } from './state';

/**
 * Id of the event that records an entry.
 *
 * @remarks The salt in the command's hash tells apart two decisions of one command in two processes, which differ in
 * their recorded time: stores compare ids alone and would take the second for the first. It also keeps erased content
 * from being guessed.
 */
export function eventIdOf({ commandId, commandHash }: Pick<Envelope, 'commandId' | 'commandHash'>): string {
  return uuidOf(`${commandId}/0/${commandHash}`);
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
  readonly checkpointSeen?: CheckpointSeen | null;
  readonly signed?: SignedBody | null;
}

/** What an author signed, and the signature. */
export interface SignedBody {
  readonly signature: AuthorSignature;
  /** The canonical body whose hash the signature names. */
  readonly body: string;
}

/**
 * The event that records an entry next in the stream: the envelope as `data`, in its canonical JSON, payload and salt as
 * `metadata`.
 *
 * @throws Problem where it is larger than an entry may be
 */
export function writeEntry(state: LedgerState, content: Content, writing: Writing): EventToAppend {
  const { importedAs, salt, checkpointSeen = null, signed = null } = writing;
  // The keys of both in the order of canonical JSON, so that they need not be brought into it.
  const payload: Payload = {
    data: content.data,
    evidence: content.evidence,
    member: content.member,
    source: content.source,
    tags: content.tags,
    text: content.text,
  };
  const commandHash = commandCommitment(writing.commandHash, salt);
  const eventId = eventIdOf({ commandId: writing.commandId, commandHash });
  const claimed = importedAs?.recorded ?? null;
  const envelope: Envelope = {
    answers: content.answers,
    causation: content.causation,
    ...(checkpointSeen !== null && { checkpointSeen: { root: checkpointSeen.root, size: checkpointSeen.size } }),
    claimedRecorded: claimed === null ? null : formatInstant(claimed),
    commandHash,
    commandId: writing.commandId,
    commitment: payloadCommitment(canonicalJson(payload), salt),
    correlation: content.correlation,
    effective: content.effective,
    evidenced: content.evidenced,
    factor: content.factor,
    facts: factsOfContent(state, content),
    id: importedAs?.id ?? eventId,
    imported: importedAs !== null,
    kind: content.kind,
    level: content.level,
    party: content.party,
    previous: state.last === null ? null : envelopeHash(canonicalLast(state.last)),
    recorded: formatInstant(writing.recorded),
    relationship: state.relationship,
    revision: state.revision + 1,
    severity: content.severity,
    sign: content.sign,
    ...(signed !== null && { signature: inOrder(signed.signature) }),
    stream: streamOf(state.relationship),
  };
  // The payload is stored with the fields of its data in the order in which they were given.
  const kept = { payload, salt, ...(signed !== null && { signedBody: signed.body }) };
  const json = { data: canonicalJson(envelope), metadata: JSON.stringify(kept) };
  const envelopeBytes = Buffer.byteLength(json.data);
  if (envelopeBytes > MAX_ENVELOPE_BYTES) {
    throw invalid('data', `at most ${MAX_ENVELOPE_BYTES} bytes of structured data, not ${envelopeBytes}`);
  }
  const bytes = envelopeBytes + Buffer.byteLength(json.metadata);
  if (bytes > MAX_ENTRY_BYTES) throw invalid('', `an entry of at most ${MAX_ENTRY_BYTES} bytes, not ${bytes}`);
  const [data, metadata] = [envelope, kept] as unknown as [JsonObject, JsonObject];
  return { id: eventId, type: eventTypeOf(content.kind), data, metadata, json };
}

function inOrder({ body, key, value }: AuthorSignature): AuthorSignature {
  return { body, key, value };
}

/** What was read from a store may have its keys in another order. */
function canonicalLast({ envelope, canonical }: NonNullable<LedgerState['last']>): string {
  return canonical ?? canonicalJson(envelope);
}
