import { UnreadableEvent, type EventStore, type RecordedEvent } from '@app/event-store';
import {
  canonicalJson,
  envelopeHash,
  HASH_BYTES,
  InvalidJson,
  InvalidNote,
  leafHash,
  MerkleTree,
  parseNote,
  payloadCommitment,
  signersOf,
  verifierKey,
  type Checkpoint,
} from '@app/integrity';
import type { CheckpointSeen } from '../entry/entry';
import { eventTypeOf } from '../entry/event-type';
import { envelopeOf, relationshipOf, streamOf } from '../entry/read';
import { upcasters } from '../entry/upcasters';
import { Problem } from '../problems';
import { checkpointFiles, type CheckpointFiles, type SignedCheckpoint } from './checkpoint-files';
import { leafFiles, type LeafFiles } from './leaf-files';
import { isOriginOf, publicKeys } from './log-identity';

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
}

export interface VerifyOptions {
  /** Only this one; absent: all of the log. */
  readonly relationship?: string;
  /** Where the last signed checkpoints are kept; absent: what the log says of itself is all there is. */
  readonly dataDirectory?: string;
  /** Checkpoints that whoever verifies has kept: the log must go on from each. */
  readonly known?: readonly Checkpoint[];
  readonly onProgress?: (entries: number) => void;
}

/** How often `onProgress` is told, in entries. */
const PROGRESS_ENTRIES = 1_000;

/**
 * Checks a ledger: revisions without a gap, positions that grow, envelopes that stand where they say, each bound to the
 * one before it and to its payload; and that its entries are those that were signed, down to the last. It ends at the
 * first entry that fails.
 *
 * @throws Problem `relationship-not-found`, and the errors of the event store
 */
export async function verifyLedger(store: EventStore, options: VerifyOptions = {}): Promise<Verification> {
  const { relationship, onProgress } = options;
  const verifier = new Verifier(options);
  let entries = 0;
  const bad = (firstBad: FirstBad): Verification => ({ valid: false, entries, firstBad, signed: 0 });
  try {
    for await (const event of relationship === undefined ? wholeLog(store) : store.read(streamOf(relationship))) {
      const belongsTo = relationshipOf(event.stream);
      if (belongsTo === null) continue;
      const firstBad = verifier.take(belongsTo, event);
      if (firstBad !== null) return bad(firstBad);
      entries++;
      if (entries % PROGRESS_ENTRIES === 0) onProgress?.(entries);
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
  return { valid: true, entries, firstBad: null, signed };
}

/** The ledger of one relationship as far as it is sound. */
interface Sound {
  readonly tree: MerkleTree;
  position: string;
  hash: string | null;
  readonly signed: Signed | null;
  /** Checkpoints that entries say their authors had seen, the last one checked. */
  seen: CheckpointSeen | null;
}

/** What was signed of a relationship. */
interface Signed {
  readonly checkpoint: Checkpoint;
  /** Hashes of its leaves; null where they are not kept, or not those of the checkpoint. */
  readonly leaves: Buffer | null;
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
      ? (this.files?.relationships() ?? [])
      : [options.relationship]) {
      this.ledgers.set(relationship, begun(this.signed(relationship)));
    }
  }

  /** What is wrong with the next entry; null where nothing is. */
  take(relationship: string, event: RecordedEvent): FirstBad | null {
    const ledger = this.ledger(relationship);
    const { revision, position, data } = event;
    const expected = ledger.tree.size;
    const id = typeof data['id'] === 'string' ? data['id'] : null;
    if (revision !== expected) {
      return { relationship, revision: expected, position: null, id: null, reason: 'it is missing' };
    }
    const bad = (reason: string): FirstBad => ({ relationship, revision, position, id, reason });
    let canonical: string;
    try {
      canonical = canonicalJson(data);
    } catch (error) {
      if (error instanceof InvalidJson) return bad(`it cannot be read: ${error.message}`);
      throw error;
    }
    const leaf = leafHash(Buffer.from(canonical));
    const reason = wrongWith(ledger, relationship, event);
    if (reason !== null) return bad(reason);
    if (ledger.signed?.leaves && isOther(ledger.signed.leaves, revision, leaf)) {
      return bad('it is not the entry that was signed');
    }
    ledger.tree.append(leaf);
    ledger.position = position;
    ledger.hash = envelopeHash(canonical);
    return null;
  }

  /** What only the end of the log shows. */
  end(): { readonly firstBad: FirstBad | null; readonly signed: number } {
    let signed = 0;
    for (const [relationship, ledger] of this.ledgers) {
      const reason = this.wrongAtEnd(relationship, ledger);
      if (reason !== null) {
        const { size } = ledger.tree;
        const missing = ledger.signed !== null && ledger.signed.wrong === null && size < ledger.signed.checkpoint.size;
        return {
          firstBad: { relationship, revision: missing ? size : null, position: null, id: null, reason },
          signed: 0,
        };
      }
      if (ledger.signed !== null) signed += 1;
    }
    return { firstBad: null, signed };
  }

  private wrongAtEnd(relationship: string, { tree, signed }: Sound): string | null {
    if (signed !== null) {
      if (signed.wrong !== null) return signed.wrong;
      const { size, root } = signed.checkpoint;
      if (tree.size < size) return `it is missing, with all behind it: a checkpoint of ${size} entries was signed`;
      if (!tree.root(size).equals(root)) return `its first ${size} entries are not those that were signed`;
    }
    for (const { origin, size, root } of this.options.known ?? []) {
      if (!isOriginOf(relationship, origin)) continue;
      if (tree.size < size) return `it has ${tree.size} entries, and the known checkpoint ${size}`;
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
      if (!(error instanceof Error && error.cause instanceof InvalidNote)) throw error;
      const nothing = { origin: '', size: 0, root: Buffer.alloc(0), extensions: [] };
      return { checkpoint: nothing, leaves: null, wrong: `its last checkpoint cannot be read: ${error.cause.message}` };
    }
    if (!last) return null;
    const { checkpoint, note } = last;
    const leaves = this.leaves?.read(relationship, checkpoint.size) ?? Buffer.alloc(0);
    return {
      checkpoint,
      leaves: rootOfLeaves(leaves).equals(checkpoint.root) ? leaves : null,
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
  return { tree: new MerkleTree(), position: '', hash: null, signed, seen: null };
}

/** What the entry itself shows to be wrong with it. */
function wrongWith(ledger: Sound, relationship: string, event: RecordedEvent): string | null {
  const { stream, revision, position, type, data, metadata } = event;
  if (position <= ledger.position) return 'it stands before an earlier entry in the log';
  if (data['stream'] !== stream) return 'its envelope belongs to another stream';
  if (data['revision'] !== revision) return 'its envelope belongs to another revision';
  if (relationship !== data['relationship']) return 'its envelope belongs to another relationship';
  if (type.replace(/\.v\d+$/, '') !== data['kind']) return 'its envelope is of another kind';
  if (type !== eventTypeOf(String(data['kind'])) && !Object.hasOwn(upcasters, type)) {
    return 'it is of a version that this program does not know';
  }
  const { id, imported } = envelopeOf(event);
  if (!imported && event.id !== id) return 'its event has the id of another';
  if (data['previous'] !== ledger.hash) return 'its envelope does not name the entry before it';
  const { payload, salt } = metadata;
  try {
    if (typeof salt !== 'string' || payload === undefined) return 'its payload is missing';
    // More than one text is read as the same bytes.
    if (Buffer.from(salt, 'base64url').toString('base64url') !== salt) return 'its salt is not as it was written';
    if (payloadCommitment(canonicalJson(payload), salt) !== data['commitment']) {
      return 'its payload is not the one that was recorded';
    }
  } catch (error) {
    if (error instanceof InvalidJson || error instanceof RangeError) return `it cannot be read: ${error.message}`;
    throw error;
  }
  return wrongSeen(ledger, data['checkpointSeen']);
}

/** Neighbours mostly name the same checkpoint. */
function wrongSeen(ledger: Sound, seen: unknown): string | null {
  if (seen === undefined) return null;
  const { size, root } = seen as CheckpointSeen;
  if (ledger.seen?.size === size && ledger.seen.root === root) return null;
  const inLog = Number.isSafeInteger(size) && size >= 1 && size <= ledger.tree.size;
  if (!inLog || ledger.tree.root(size).toString('base64') !== root) {
    return 'its author had seen a checkpoint that is none of this log';
  }
  ledger.seen = { size, root };
  return null;
}

function isOther(leaves: Buffer, revision: number, leaf: Buffer): boolean {
  const start = revision * HASH_BYTES;
  return start < leaves.length && !leaves.subarray(start, start + HASH_BYTES).equals(leaf);
}

function rootOfLeaves(leaves: Buffer): Buffer {
  const tree = new MerkleTree();
  for (let at = 0; at < leaves.length; at += HASH_BYTES) tree.append(leaves.subarray(at, at + HASH_BYTES));
  return tree.root();
}

async function* wholeLog(store: EventStore): AsyncGenerator<RecordedEvent> {
  for await (const { events, live } of store.follow()) {
    yield* events;
    if (live) return;
  }
}
