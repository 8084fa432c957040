import type { Json, JsonObject, RecordedEvent } from '@app/event-store';
import {
  canonicalJson,
  envelopeHash,
  InvalidJson,
  isSalt,
  leafHashOfText,
  MerkleTree,
  payloadCommitment,
  type Checkpoint,
} from '@app/integrity';
import type { CheckpointSeen } from '../entry/entry';
import { eventTypeOf } from '../entry/event-type';
import { envelopeOf } from '../entry/read';
import { learnEnvelope, type LedgerState } from '../entry/state';
import { upcasters } from '../entry/upcasters';
import { isOwnCorrection, ownCorrectionFault } from '../issues/reopened';
import { authorProblem, learnKeys, noKeys, unsignedCaveat, type PartyKeys } from '../keys/party-keys';
import { signedScoreFault } from '../keys/signed-score';
import { signedWordsFault } from '../keys/signed-words';
import {
  learnCommitments,
  noCommitments,
  revealProblem,
  reveals,
  type CommittedRatings,
} from '../rounds/committed-ratings';
import type { DeclaredBreak } from '../verifier/declared-breaks';
import { fieldOf } from '../verifier/manifest';
import { isErasure, type ErasedPayload } from '../verifier/payloads';
import { firstIncarnation, learnIncarnation, type Incarnation } from './incarnation';
import { commitmentOfStored, envelopeOfStored, makesLeaf, type StoredHashes } from './stored-hashes';

/** The ledger of one relationship as far as it is sound. */
export interface Sound {
  /** Of what was signed, where its leaves are kept: then of more entries than were taken. */
  readonly tree: MerkleTree;
  /** Entries that were taken. */
  size: number;
  position: string;
  hash: string | null;
  readonly signed: Signed | null;
  /** Checkpoints that entries say their authors had seen, the last one checked. */
  seen: CheckpointSeen | null;
  /** Of the parties, changed in place. */
  readonly keys: PartyKeys;
  /** Changed in place. */
  readonly commitments: CommittedRatings;
  readonly breaks: DeclaredBreak[];
  /** Payloads that were erased, as far as entries were taken. */
  readonly erased: ErasedPayload[];
  /** What its entries say, for what only those before it tell of an entry (`needsTold`); null until one needs it. */
  told: LedgerState | null;
  /** Revisions of signed entries whose words are not there. */
  readonly wordless: number[];
  /** What to know of its entries besides, a sentence each without a full stop. */
  readonly caveats: string[];
  /** Changed in place. */
  readonly incarnation: Incarnation;
}

export const UNREADABLE = 'its envelope cannot be read';

/** What was signed of a relationship. */
export interface Signed {
  readonly checkpoint: Checkpoint;
  /** Of its leaves; null where they are not kept, or not those of the checkpoint. */
  readonly tree: MerkleTree | null;
  /** What is wrong with the checkpoint itself. */
  readonly wrong: string | null;
}

export function begun(signed: Signed | null): Sound {
  return {
    tree: signed?.tree ?? new MerkleTree(),
    size: 0,
    position: '',
    hash: null,
    signed,
    seen: null,
    keys: noKeys(),
    commitments: noCommitments(),
    breaks: [],
    erased: [],
    told: null,
    wordless: [],
    caveats: [],
    incarnation: firstIncarnation(),
  };
}

/** Takes the next entry in, where it is sound; else says what is wrong with it. */
export function takeEntry(
  ledger: Sound,
  relationship: string,
  event: RecordedEvent,
  stored: StoredHashes,
): string | null {
  try {
    const signed = signedLeaf(ledger.signed, event.revision);
    const { leaf, envelope } = hashesOf(event, stored, signed);
    const erased = erasureOf(event, stored);
    const reason =
      wrongEnvelope(ledger, relationship, event) ??
      (erased === null ? wrongPayload(event, stored) : null) ??
      wrongSignature(ledger, event) ??
      wrongReveal(ledger, event);
    if (reason !== null) return reason;
    if (signed !== null && Buffer.compare(leaf, signed) !== 0) return 'it is not the entry that was signed';
    if (signed === null) ledger.tree.append(leaf);
    if (erased !== null) ledger.erased.push({ revision: event.revision, id: envelopeOf(event).id, on: erased });
    ledger.size += 1;
    ledger.position = event.position;
    const caveat = unsignedCaveat(ledger.keys, envelopeOf(event));
    if (caveat !== null) ledger.caveats.push(`entry ${event.revision} of ${relationship}: ${caveat}`);
    learnKeys(ledger.keys, envelopeOf(event));
    learnCommitments(ledger.commitments, envelopeOf(event));
    if (ledger.told !== null && !learnEnvelope(ledger.told, envelopeOf(event))) return UNREADABLE;
    learnIncarnation(ledger.incarnation, event);
    ledger.hash = envelope;
    return null;
  } catch (error) {
    if (error instanceof InvalidJson || error instanceof RangeError) return `it cannot be read: ${error.message}`;
    throw error;
  }
}

/** The hash of the leaf that was signed at a revision; null where none is known. */
function signedLeaf(signed: Signed | null, revision: number): Uint8Array | null {
  return signed?.tree && revision < signed.checkpoint.size ? signed.tree.subtree(0, revision) : null;
}

/** Leaf and hash of an envelope in canonical JSON. A stored text that makes the leaf that was signed is canonical. */
function hashesOf(
  { data }: RecordedEvent,
  stored: StoredHashes,
  signed: Uint8Array | null,
): { readonly leaf: Uint8Array; readonly envelope: string } {
  if (signed !== null && makesLeaf(stored, signed)) return { leaf: signed, envelope: envelopeOfStored(stored) };
  const canonical = canonicalJson(data);
  return { leaf: leafHashOfText(canonical), envelope: envelopeHash(canonical) };
}

/** What the envelope shows to be wrong with an entry. */
function wrongEnvelope(ledger: Sound, relationship: string, event: RecordedEvent): string | null {
  const { stream, revision, position, type } = event;
  const envelope = envelopeOf(event);
  if (position <= ledger.position) return 'it stands before an earlier entry in the log';
  if (envelope.stream !== stream) return 'its envelope belongs to another stream';
  if (envelope.revision !== revision) return 'its envelope belongs to another revision';
  if (envelope.relationship !== relationship) return 'its envelope belongs to another relationship';
  if (type !== eventTypeOf(envelope.kind) && !Object.hasOwn(upcasters, type)) {
    return type.startsWith(`${envelope.kind}.`)
      ? 'it is of a version that this program does not know'
      : 'its envelope is of another kind';
  }
  if (!envelope.imported && event.id !== envelope.id) return 'its event has the id of another';
  if (envelope.previous !== ledger.hash) return 'its envelope does not name the entry before it';
  return wrongSeen(ledger, event.data['checkpointSeen']);
}

/** The day on which the payload of an entry was erased; null where it was not. */
function erasureOf(event: RecordedEvent, stored: StoredHashes): string | null {
  if (commitmentOfStored(stored) === envelopeOf(event).commitment) return null;
  const { payload, erased } = event.metadata;
  return payload === undefined && isErasure(erased) ? erased : null;
}

/** What is wrong with the payload of an entry, held against the commitment to it. */
function wrongPayload(event: RecordedEvent, stored: StoredHashes): string | null {
  const { commitment } = envelopeOf(event);
  // A payload that is stored in canonical JSON need not be parsed: its text is what the commitment is to.
  if (commitmentOfStored(stored) === commitment) return null;
  const { payload, salt } = event.metadata;
  if (typeof salt !== 'string' || payload === undefined) return 'its payload is missing';
  if (!isSalt(salt)) return 'its salt is not as it was written';
  if (payloadCommitment(canonicalJson(payload), salt) === commitment) return null;
  return 'its payload is not the one that was recorded';
}

/** What is wrong with the signature of an entry, or with what was signed; also where one is missing. */
function wrongSignature({ keys, told, wordless }: Sound, event: RecordedEvent): string | null {
  if (!isSignable(event.data)) return UNREADABLE;
  const envelope = envelopeOf(event);
  const problem = authorProblem(keys, envelope);
  if (problem !== null) return problem.detail;
  if (isOwnCorrection(envelope)) return wrongCorrection(told, event);
  // The words of the others need not even be parsed.
  if (envelope.signature === undefined) return null;
  const fault = signedWordsFault(envelope, event.metadata);
  if (fault !== null) return fault.reason;
  const { signedBody } = event.metadata;
  if (typeof signedBody === 'string') return told && signedScoreFault(told, envelope, signedBody);
  wordless.push(event.revision);
  return null;
}

/** Whether an entry is one that only those before it can bear out: it is signed, or a correction of the ledger's own. */
export function needsTold({ data }: RecordedEvent): boolean {
  return data['signature'] !== undefined || isOwnCorrection(data);
}

/** What is wrong with a correction by the ledger. */
function wrongCorrection(told: LedgerState | null, event: RecordedEvent): string | null {
  const envelope = envelopeOf(event);
  const { payload } = event.metadata;
  const words = payload === undefined ? [] : [fieldOf(payload, 'data')];
  return told && ownCorrectionFault(told.reading, envelope, envelope.facts, ...words);
}

/** What is wrong with the ratings that an entry reveals. */
function wrongReveal({ commitments }: Sound, event: RecordedEvent): string | null {
  const envelope = envelopeOf(event);
  if (!reveals(envelope)) return null;
  const { payload } = event.metadata;
  return revealProblem(commitments, envelope, payload === undefined ? null : (fieldOf(payload, 'data') ?? {}));
}

/** Whether what was read has the shape of what is signed, whatever it says. */
function isSignable({ facts, signature }: JsonObject): boolean {
  const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null;
  if (!isObject(facts)) return false;
  if (signature === undefined) return true;
  return isObject(signature) && ['key', 'body', 'value'].every((name) => typeof signature[name] === 'string');
}

/** Neighbours mostly name the same checkpoint. */
function wrongSeen(ledger: Sound, seen: Json | undefined): string | null {
  if (seen === undefined) return null;
  const { size, root } = (seen ?? {}) as JsonObject;
  if (typeof size !== 'number' || typeof root !== 'string') return UNREADABLE;
  if (ledger.seen?.size === size && ledger.seen.root === root) return null;
  const inLog = Number.isSafeInteger(size) && size >= 1 && size <= ledger.size;
  if (!inLog || ledger.tree.root(size).toString('base64') !== root) {
    return 'its author had seen a checkpoint that is none of this log';
  }
  ledger.seen = { size, root };
  return null;
}
