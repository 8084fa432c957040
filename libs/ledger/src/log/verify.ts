import { UnreadableEvent, type EventStore, type RecordedEvent } from '@app/event-store';
import { InvalidNote, MerkleTree, parseNote, type Checkpoint } from '@app/integrity';
import type { Payload } from '../entry/entry';
import { envelopeOf, payloadOf, relationshipOf, streamOf } from '../entry/read';
import { beginning, learnEnvelope } from '../entry/state';
import { wordlessCaveat } from '../keys/signed-score';
import { Problem } from '../problems';
import {
  beforeBreakText,
  breakAfter,
  declaredBreak,
  incarnationFault,
  isBreak,
  type DeclaredBreak,
} from '../verifier/declared-breaks';
import { lostKeyText } from '../verifier/lost-keys';
import { fieldOf } from '../verifier/manifest';
import type { ErasedPayload } from '../verifier/payloads';
import { breakBeside, knownBeside, type KnownBeside } from './break-in';
import { checkpointFiles, DamagedCheckpoint, orDamage, type CheckpointFiles } from './checkpoint-files';
import { lostCheckpoint } from './incarnation';
import { leafFiles, type LeafFiles } from './leaf-files';
import { publicKeys } from './key-files';
import { keyFault } from './log-identity';
import { incarnationOf, isOriginOf } from './origin';
import { readOnlyMarks, type ReadOnlyMarks } from './read-only-marks';
import { begun, needsTold, takeEntry, UNREADABLE, type Signed, type Sound } from './sound-ledger';
import { hashed, oneLedger, wholeLog } from './stored-batches';
import { hashingHere, type Hashing, type StoredHashes } from './stored-hashes';
import { isSignedBy } from './signed-by';

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
  /** Where the log was given another key with nothing but its operator's word for it; no fault, and to be known too. */
  readonly lostKeys: readonly LostKey[];
  /** Entries whose words were erased: no fault either, and all that proves them is that they were recorded. */
  readonly erased: readonly ErasedEntry[];
  /** What to know besides of a record in which nothing is wrong, a sentence each without a full stop. */
  readonly caveats: readonly string[];
}

/** An entry with which the log has a key for which no old one vouches. */
export interface LostKey {
  readonly relationship: string;
  readonly revision: number;
  /** What to know of it, without a full stop. */
  readonly text: string;
}

/** An entry whose payload was erased. */
export interface ErasedEntry extends ErasedPayload {
  readonly relationship: string;
}

export interface VerifyOptions {
  /** Only this one; absent: all of the log. */
  readonly relationship?: string;
  /** Where the last signed checkpoints are kept; absent: what the log says of itself is all there is. */
  readonly dataDirectory?: string;
  /** No other process signs this store, as where it is embedded: then a directory without a key has lost it. */
  readonly alone?: boolean;
  /** Checkpoints that whoever verifies has kept: the log must go on from each. */
  readonly known?: readonly Checkpoint[];
  /** Who takes the hashes; absent: this thread. */
  readonly hashing?: Hashing;
  readonly onProgress?: (entries: number) => void;
}

/** How often `onProgress` is told, in entries. */
const PROGRESS_ENTRIES = 1_000;
/** What the types of events begin with that declare a break, in whatever version. */
const BREAK_TYPE = 'record.broken.';
/** And of those that rotate the key of the log. */
const ROTATION_TYPE = 'logkey.rotated.';

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
    lostKeys: verifier.lostKeys,
    erased: verifier.erased(),
    caveats: verifier.caveats(),
  });
  try {
    const batches = relationship === undefined ? wholeLog(store) : oneLedger(store, relationship);
    for await (const { events, bytes } of hashed(batches, hashing)) {
      for (const [index, event] of events.entries()) {
        const belongsTo = relationshipOf(event.stream);
        if (belongsTo === null) continue;
        const unread = needsTold(event) ? await verifier.readBefore(store, belongsTo, event.revision) : null;
        const firstBad = unread ?? verifier.take(belongsTo, event, { bytes, index });
        if (firstBad !== null) return bad(firstBad);
        if (event.type.startsWith(BREAK_TYPE)) verifier.noteBreak(belongsTo, event);
        if (event.type.startsWith(ROTATION_TYPE)) verifier.noteRotation(belongsTo, event);
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
  const { lostKeys } = verifier;
  return {
    valid: true,
    entries,
    firstBad: null,
    signed,
    breaks: verifier.breaks(),
    lostKeys,
    erased: verifier.erased(),
    caveats: verifier.caveats(),
  };
}

class Verifier {
  readonly lostKeys: LostKey[] = [];
  private readonly ledgers = new Map<string, Sound>();
  private readonly files: CheckpointFiles | null;
  private readonly leaves: LeafFiles | null;
  private readonly marks: ReadOnlyMarks | null;
  private readonly keys: readonly Buffer[];
  private readonly beside = new Map<string, KnownBeside | DamagedCheckpoint | null>();

  constructor(private readonly options: VerifyOptions) {
    const { dataDirectory } = options;
    this.files = dataDirectory === undefined ? null : checkpointFiles(dataDirectory);
    this.leaves = dataDirectory === undefined ? null : leafFiles(dataDirectory);
    this.marks = dataDirectory === undefined ? null : readOnlyMarks(dataDirectory);
    this.keys = dataDirectory === undefined ? [] : publicKeys(dataDirectory);
    // Before the log is read: what is signed meanwhile may be of entries behind its end as it was read.
    for (const relationship of options.relationship === undefined
      ? new Set([...(this.files?.relationships() ?? []), ...(this.files?.signedOnce() ?? [])])
      : [options.relationship]) {
      this.ledgers.set(relationship, begun(this.signed(relationship)));
      this.beside.set(relationship, this.knownBeside(relationship));
    }
  }

  /**
   * Reads once more, as few need it, what stands before the first entry of a relationship that needs it; null where all of
   * it can be read.
   */
  async readBefore(store: EventStore, relationship: string, revision: number): Promise<FirstBad | null> {
    const ledger = this.ledger(relationship);
    if (ledger.told !== null) return null;
    const told = beginning(relationship);
    for await (const event of store.read(streamOf(relationship), 0, { lazy: true })) {
      if (event.revision >= revision) break;
      if (learnEnvelope(told, envelopeOf(event))) continue;
      return { relationship, revision: event.revision, position: event.position, id: null, reason: UNREADABLE };
    }
    ledger.told = told;
    return null;
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
    const reason = takeEntry(ledger, relationship, event, stored);
    return reason === null ? null : bad(reason);
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

  /** Takes down that an entry, which was taken, gives the log a key for which no old one vouches. */
  noteRotation(relationship: string, event: RecordedEvent): void {
    const { payload } = event.metadata;
    const text = lostKeyText(envelopeOf(event), payload === undefined ? undefined : fieldOf(payload, 'text'));
    if (text !== null) this.lostKeys.push({ relationship, revision: event.revision, text });
  }

  breaks(): readonly DeclaredBreak[] {
    return [...this.ledgers.values()].flatMap(({ breaks }) => breaks);
  }

  erased(): readonly ErasedEntry[] {
    return [...this.ledgers].flatMap(([relationship, { erased }]) => erased.map((each) => ({ relationship, ...each })));
  }

  caveats(): readonly string[] {
    return [...this.ledgers].flatMap(([relationship, { caveats, wordless }]) => {
      const unchecked = wordlessCaveat(wordless);
      return unchecked === null ? caveats : [...caveats, `${relationship}: ${unchecked}`];
    });
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
    const bad = (relationship: string | null, reason: string) => ({
      firstBad: { relationship, revision: null, position: null, id: null, reason },
      signed: 0,
    });
    if (stray !== undefined) {
      return bad(null, `it holds no ledger of the known checkpoint, which is of ${stray.origin}`);
    }
    // Whoever marked it may know of what is not here any more, as a witness does.
    for (const relationship of this.ledgers.keys()) {
      const reason = this.marks?.reason(relationship) ?? null;
      if (reason !== null) return bad(relationship, readOnlyText(relationship, reason));
    }
    return { firstBad: null, signed };
  }

  private wrongAtEnd(relationship: string, { tree, size: taken, signed, breaks, incarnation }: Sound): string | null {
    // Another process signs where there is no key. What was signed meanwhile was kept before anybody could see it.
    const isSignedHere = this.keys.length > 0 || this.options.alone === true;
    if (signed === null && this.files !== null && isSignedHere && this.files.last(relationship) === null) {
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
    const beside = this.beside.get(relationship) ?? null;
    if (beside instanceof DamagedCheckpoint) return `it ${beside.reason}`;
    const now = { size: taken, incarnation: breaks.length + 1 };
    const broken = beside && breakBeside(beside, now, (size) => tree.root(size).toString('base64'));
    if (broken !== null) return `it ${broken}`;
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

  /** What is known beside its last checkpoint, or what keeps it from being read. */
  private knownBeside(relationship: string): KnownBeside | DamagedCheckpoint | null {
    const { files } = this;
    return files === null ? null : orDamage(() => knownBeside(files, relationship));
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
    const last = orDamage(() => this.files?.last(relationship));
    if (last instanceof DamagedCheckpoint) {
      const nothing = { origin: '', size: 0, root: Buffer.alloc(0), extensions: [] };
      return { checkpoint: nothing, tree: null, wrong: `it ${last.reason}` };
    }
    if (!last) return null;
    const { checkpoint, note } = last;
    const tree = MerkleTree.of(this.leaves?.read(relationship, checkpoint.size) ?? Buffer.alloc(0));
    return {
      checkpoint,
      tree: tree.size === checkpoint.size && tree.root().equals(checkpoint.root) ? tree : null,
      wrong: this.isSigned(checkpoint.origin, note) ? null : this.unsigned(),
    };
  }

  private unsigned(): string {
    const { dataDirectory } = this.options;
    const fault = dataDirectory === undefined ? null : keyFault(dataDirectory);
    if (fault !== null) return `it cannot be held against its last checkpoint: ${fault}`;
    return 'its last checkpoint is not signed by the key of this log';
  }

  private isSigned(origin: string, note: string): boolean {
    try {
      return isSignedBy(parseNote(note), origin, this.keys);
    } catch (error) {
      if (error instanceof InvalidNote) return false;
      throw error;
    }
  }
}

function readOnlyText(relationship: string, reason: string): string {
  return `its entries are in order, and it takes no more: it is marked read-only, since it ${reason} ("ledger recover ${relationship}" compares once more)`;
}
