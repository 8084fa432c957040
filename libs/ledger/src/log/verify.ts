import { UnreadableEvent, type EventStore, type Json, type JsonObject, type RecordedEvent } from '@app/event-store';
import {
  canonicalJson,
  envelopeHash,
  InvalidJson,
  InvalidNote,
  isSalt,
  leafHashOfText,
  MerkleTree,
  parseNote,
  payloadCommitment,
  signersOf,
  verifierKey,
  type Checkpoint,
} from '@app/integrity';
import type { CheckpointSeen, Payload } from '../entry/entry';
import { eventTypeOf } from '../entry/event-type';
import { envelopeOf, payloadOf, relationshipOf, streamOf } from '../entry/read';
import { upcasters } from '../entry/upcasters';
import { authorProblem, learnKeys, noKeys, type PartyKeys } from '../keys/party-keys';
import { signedWordsFault } from '../keys/signed-words';
import { Problem } from '../problems';
import {
  commitmentOfStored,
  envelopeOfStored,
  hashingHere,
  makesLeaf,
  storedTexts,
  type Hashing,
  type StoredHashes,
} from './stored-hashes';
import { checkpointFiles, DamagedCheckpoint, type CheckpointFiles, type SignedCheckpoint } from './checkpoint-files';
import {
  beforeBreakText,
  breakAfter,
  declaredBreak,
  incarnationFault,
  isBreak,
  type DeclaredBreak,
} from '../verifier/declared-breaks';
import { leafFiles, type LeafFiles } from './leaf-files';
import { firstIncarnation, learnIncarnation, lostCheckpoint, type Incarnation } from './incarnation';
import { publicKeys } from './log-identity';
import { incarnationOf, isOriginOf } from './origin';

/** The first entry that is not what it should be, in the order of the log. */
export interface FirstBad {
  /** Null where it cannot be said. */
  readonly relationship: string | null;
  /** Null where it is no single entry. */
  readonly revision: number | null;
  /** Null, as the id, of an entry that is missing or cannot be read. */
  readonly position: string | null;
  readonly id: string | null;
  /** What is wrong with it, without a full stop. */
  readonly reason: string;
}

export interface Verification {
  readonly valid: boolean;
  /** Entries that were checked. */
  readonly entries: number;
  readonly firstBad: FirstBad | null;
  /** Relationships whose entries are those of their last signed checkpoint. */
  readonly signed: number;
  /** Where the record was declared broken: no fault, and to be known of whoever believes the rest. */
  readonly breaks: readonly DeclaredBreak[];
}

export interface VerifyOptions {
  /** Only this one; absent: all of the log. */
  readonly relationship?: string;
  /** Where the last signed checkpoints are kept; absent: what the log says of itself is all there is. */
  readonly dataDirectory?: string;
  /** Checkpoints that whoever verifies has kept: the log must go on from each. */
  readonly known?: readonly Checkpoint[];
  /** Who takes the hashes; absent: this thread. */
  readonly hashing?: Hashing;
  readonly onProgress?: (entries: number) => void;
}

/** Events that are checked at once. */
const BATCH_EVENTS = 500;
/** Batches whose hashes are asked for before they are needed. */
const BATCHES_AHEAD = 4;
/** How often `onProgress` is told, in entries. */
const PROGRESS_ENTRIES = 1_000;
/** What the types of events begin with that declare a break, in whatever version. */
const BREAK_TYPE = 'record.broken.';

/**
 * Checks a ledger: revisions without a gap, positions that grow, envelopes that stand where they say, each bound to the
 * one before it and to its payload; and that its entries are those that were signed, down to the last. It ends at the
 * first entry that fails.
 *
 * @throws Problem `relationship-not-found`, and the errors of the event store
 */
export async function verifyLedger(store: EventStore, options: VerifyOptions = {}): Promise<Verification> {
  const { relationship, hashing = hashingHere, onProgress } = options;
  const verifier = new Verifier(options);
  let entries = 0;
  const bad = (firstBad: FirstBad): Verification => ({
    valid: false,
    entries,
    firstBad,
    signed: 0,
    breaks: verifier.breaks(),
  });
  try {
    const batches = relationship === undefined ? wholeLog(store) : oneLedger(store, relationship);
    for await (const { events, bytes } of hashed(batches, hashing)) {
      for (const [index, event] of events.entries()) {
        const belongsTo = relationshipOf(event.stream);
        if (belongsTo === null) continue;
        const firstBad = verifier.take(belongsTo, event, { bytes, index });
        if (firstBad !== null) return bad(firstBad);
        if (event.type.startsWith(BREAK_TYPE)) verifier.noteBreak(belongsTo, event);
        entries++;
        if (entries % PROGRESS_ENTRIES === 0) onProgress?.(entries);
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error;
    const { stream, revision, position } = error;
    return bad({ relationship: relationshipOf(stream), revision, position, id: null, reason: 'it cannot be read' });
  }
  const { firstBad, signed } = verifier.end();
  if (firstBad !== null) return bad(firstBad);
  if (relationship !== undefined && entries === 0) {
    throw new Problem('relationship-not-found', `there is no relationship ${relationship}`);
  }
  return { valid: true, entries, firstBad: null, signed, breaks: verifier.breaks() };
}

/** The ledger of one relationship as far as it is sound. */
interface Sound {
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
  readonly breaks: DeclaredBreak[];
  /** Changed in place. */
  readonly incarnation: Incarnation;
}

/** What was signed of a relationship. */
interface Signed {
  readonly checkpoint: Checkpoint;
  /** Of its leaves; null where they are not kept, or not those of the checkpoint. */
  readonly tree: MerkleTree | null;
  /** What is wrong with the checkpoint itself. */
  readonly wrong: string | null;
}

class Verifier {
  private readonly ledgers = new Map<string, Sound>();
  private readonly files: CheckpointFiles | null;
  private readonly leaves: LeafFiles | null;
  private readonly keys: readonly Buffer[];

  constructor(private readonly options: VerifyOptions) {
    const { dataDirectory } = options;
    this.files = dataDirectory === undefined ? null : checkpointFiles(dataDirectory);
    this.leaves = dataDirectory === undefined ? null : leafFiles(dataDirectory);
    this.keys = dataDirectory === undefined ? [] : publicKeys(dataDirectory);
    // Before the log is read: what is signed meanwhile may be of entries behind its end as it was read.
    for (const relationship of options.relationship === undefined
      ? new Set([...(this.files?.relationships() ?? []), ...(this.files?.signedOnce() ?? [])])
      : [options.relationship]) {
      this.ledgers.set(relationship, begun(this.signed(relationship)));
    }
  }

  /** What is wrong with the next entry; null where nothing is. */
  take(relationship: string, event: RecordedEvent, stored: StoredHashes): FirstBad | null {
    const ledger = this.ledger(relationship);
    const { revision, position } = event;
    const expected = ledger.size;
    if (revision !== expected) {
      return { relationship, revision: expected, position: null, id: null, reason: 'it is missing' };
    }
    const bad = (reason: string): FirstBad => {
      const id = event.data['id'];
      return { relationship, revision, position, id: typeof id === 'string' ? id : null, reason };
    };
    try {
      const signed = signedLeaf(ledger.signed, revision);
      const { leaf, envelope } = hashesOf(event, stored, signed);
      const reason =
        wrongEnvelope(ledger, relationship, event) ?? wrongPayload(event, stored) ?? wrongSignature(ledger, event);
      if (reason !== null) return bad(reason);
      if (signed !== null && Buffer.compare(leaf, signed) !== 0) return bad('it is not the entry that was signed');
      if (signed === null) ledger.tree.append(leaf);
      ledger.size += 1;
      ledger.position = position;
      learnKeys(ledger.keys, envelopeOf(event));
      learnIncarnation(ledger.incarnation, event);
      ledger.hash = envelope;
      return null;
    } catch (error) {
      if (error instanceof InvalidJson || error instanceof RangeError)
        return bad(`it cannot be read: ${error.message}`);
      throw error;
    }
  }

  /** Takes down that an entry, which was taken, declares the record broken. */
  noteBreak(relationship: string, event: RecordedEvent): void {
    const envelope = envelopeOf(event);
    if (!isBreak(envelope)) return;
    const { breaks, tree } = this.ledger(relationship);
    // Whoever has the key can sign what no ledger would write.
    const { data }: Partial<Payload> = payloadOf(event);
    breaks.push(declaredBreak(envelope, data?.['reason'], tree));
  }

  breaks(): readonly DeclaredBreak[] {
    return [...this.ledgers.values()].flatMap(({ breaks }) => breaks);
  }

  /** What only the end of the log shows. */
  end(): { readonly firstBad: FirstBad | null; readonly signed: number } {
    let signed = 0;
    for (const [relationship, ledger] of this.ledgers) {
      const reason = this.wrongAtEnd(relationship, ledger);
      if (reason !== null) {
        const { size } = ledger;
        const missing = ledger.signed !== null && ledger.signed.wrong === null && size < ledger.signed.checkpoint.size;
        return {
          firstBad: { relationship, revision: missing ? size : null, position: null, id: null, reason },
          signed: 0,
        };
      }
      if (ledger.signed !== null) signed += 1;
    }
    const stray = this.options.known?.find(({ origin }) =>
      [...this.ledgers.keys()].every((relationship) => !isOriginOf(relationship, origin)),
    );
    if (stray !== undefined) {
      const reason = `it holds no ledger of the known checkpoint, which is of ${stray.origin}`;
      return { firstBad: { relationship: null, revision: null, position: null, id: null, reason }, signed: 0 };
    }
    return { firstBad: null, signed };
  }

  private wrongAtEnd(relationship: string, { tree, size: taken, signed, breaks, incarnation }: Sound): string | null {
    // Another process signs where there is no key. What was signed meanwhile was kept before anybody could see it.
    if (signed === null && this.files !== null && this.keys.length > 0 && this.files.last(relationship) === null) {
      const lost = lostCheckpoint(this.files, relationship, incarnation);
      if (lost !== null) return `it ${lost}`;
    }
    if (signed !== null) {
      if (signed.wrong !== null) return signed.wrong;
      const { size, root, origin } = signed.checkpoint;
      if (taken < size) return `it is missing, with all behind it: a checkpoint of ${size} entries was signed`;
      if (!tree.root(size).equals(root)) return `its first ${size} entries are not those that were signed`;
      const declared = breaks.filter(({ revision }) => revision < size).length;
      if (incarnationOf(origin) !== declared + 1) return incarnationFault(origin, declared);
    }
    for (const known of this.options.known ?? []) {
      const { origin, size, root } = known;
      if (!isOriginOf(relationship, origin)) continue;
      const after = breakAfter(breaks, known);
      if (after !== undefined) {
        if (taken >= size && tree.root(size).equals(root)) continue;
        return `it is not the record of the known checkpoint of ${origin}: ${beforeBreakText(known, after, false)}`;
      }
      if (taken < size) return `it has ${taken} entries, and the known checkpoint ${size}`;
      if (!tree.root(size).equals(root)) return `its first ${size} entries are not those of the known checkpoint`;
    }
    return null;
  }

  private ledger(relationship: string): Sound {
    let ledger = this.ledgers.get(relationship);
    if (ledger === undefined) {
      ledger = begun(null);
      this.ledgers.set(relationship, ledger);
    }
    return ledger;
  }

  private signed(relationship: string): Signed | null {
    let last: SignedCheckpoint | null | undefined;
    try {
      last = this.files?.last(relationship);
    } catch (error) {
      if (!(error instanceof DamagedCheckpoint)) throw error;
      const nothing = { origin: '', size: 0, root: Buffer.alloc(0), extensions: [] };
      return { checkpoint: nothing, tree: null, wrong: `it ${error.reason}` };
    }
    if (!last) return null;
    const { checkpoint, note } = last;
    const tree = MerkleTree.of(this.leaves?.read(relationship, checkpoint.size) ?? Buffer.alloc(0));
    return {
      checkpoint,
      tree: tree.size === checkpoint.size && tree.root().equals(checkpoint.root) ? tree : null,
      wrong: this.isSigned(checkpoint.origin, note) ? null : 'its last checkpoint is not signed by the key of this log',
    };
  }

  private isSigned(origin: string, note: string): boolean {
    try {
      const keys = this.keys.map((key) => verifierKey(origin, 'ed25519', key));
      return signersOf(parseNote(note), keys).length > 0;
    } catch (error) {
      if (error instanceof InvalidNote) return false;
      throw error;
    }
  }
}

function begun(signed: Signed | null): Sound {
  return {
    tree: signed?.tree ?? new MerkleTree(),
    size: 0,
    position: '',
    hash: null,
    signed,
    seen: null,
    keys: noKeys(),
    breaks: [],
    incarnation: firstIncarnation(),
  };
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
function wrongSignature({ keys }: Sound, event: RecordedEvent): string | null {
  if (!isSignable(event.data)) return 'its envelope cannot be read';
  const envelope = envelopeOf(event);
  const problem = authorProblem(keys, envelope);
  if (problem !== null) return problem.detail;
  // The words of the others need not even be parsed.
  return envelope.signature === undefined ? null : (signedWordsFault(envelope, event.metadata)?.reason ?? null);
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
  if (typeof size !== 'number' || typeof root !== 'string') return 'its envelope cannot be read';
  if (ledger.seen?.size === size && ledger.seen.root === root) return null;
  const inLog = Number.isSafeInteger(size) && size >= 1 && size <= ledger.size;
  if (!inLog || ledger.tree.root(size).toString('base64') !== root) {
    return 'its author had seen a checkpoint that is none of this log';
  }
  ledger.seen = { size, root };
  return null;
}

async function* wholeLog(store: EventStore): AsyncGenerator<readonly RecordedEvent[]> {
  for await (const { events, live } of store.follow({ lazy: true, batchSize: BATCH_EVENTS })) {
    yield events;
    if (live) return;
  }
}

async function* oneLedger(store: EventStore, relationship: string): AsyncGenerator<readonly RecordedEvent[]> {
  let events: RecordedEvent[] = [];
  try {
    for await (const event of store.read(streamOf(relationship), 0, { lazy: true })) {
      if (events.push(event) < BATCH_EVENTS) continue;
      yield events;
      events = [];
    }
  } catch (error) {
    // Those before the one that cannot be read come first.
    yield events;
    throw error;
  }
  yield events;
}

interface HashedEvents {
  readonly events: readonly RecordedEvent[];
  /** As `hashStored` gives them. */
  readonly bytes: Buffer;
}

/** While some events are checked the hashes of the next ones are taken. */
async function* hashed(
  batches: AsyncIterable<readonly RecordedEvent[]>,
  hashing: Hashing,
): AsyncGenerator<HashedEvents> {
  const ahead: (() => Promise<HashedEvents>)[] = [];
  const rest = async function* (): AsyncGenerator<HashedEvents> {
    for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) yield await next();
  };
  try {
    for await (const events of batches) {
      const hashes = hashing.hash(storedTexts(events));
      // A failure is thrown when it is their turn; until then nobody waits for them.
      void Promise.allSettled([hashes]);
      ahead.push(async () => ({ events, bytes: await hashes }));
      if (ahead.length > BATCHES_AHEAD) yield await (ahead.shift() as () => Promise<HashedEvents>)();
    }
  } catch (error) {
    // Those before the one that cannot be read come first.
    yield* rest();
    throw error;
  }
  yield* rest();
}
