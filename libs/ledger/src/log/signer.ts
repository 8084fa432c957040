import { UnreadableEvent, type RecordedEvent } from '@app/event-store';
import {
  EMPTY_ROOT,
  formatCheckpoint,
  formatNote,
  Frontier,
  InvalidJson,
  leafHashOfText,
  MerkleTree,
  parseCheckpoint,
  parseNote,
  signText,
  type Checkpoint,
} from '@app/integrity';
import { relationshipOf } from '../entry/read';
import {
  CheckpointChanged,
  DamagedCheckpoint,
  orDamage,
  type CheckpointFiles,
  type Replacement,
  type SignedCheckpoint,
} from './checkpoint-files';
import type { Hold } from './hold';
import type { LeafFiles } from './leaf-files';
import { breakBehind, breakBeside, breakIn, differs, knownBeside, missing, otherThanSeen } from './break-in';
import { firstIncarnation, learnIncarnation, lostCheckpoint, type Incarnation } from './incarnation';
import type { LogIdentity } from './log-identity';
import { leafOf } from './log-trees';
import { LEAVES_HELD, SIGN_INTERVAL_MS } from './limits';
import { isSameLog, originOf } from './origin';
import { Problem } from '../problems';
import type { ReadOnlyMarks } from './read-only-marks';

/** A checkpoint that was signed just now. */
export interface NewCheckpoint extends SignedCheckpoint {
  readonly relationship: string;
}

export interface SigningOptions {
  readonly files: CheckpointFiles;
  readonly leaves: LeafFiles;
  readonly marks: ReadOnlyMarks;
  readonly identity: LogIdentity;
  /** What is held is signed later. */
  readonly hold: Hold;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly clock: () => number;
  /** The checkpoints of one round; they are on disk. */
  readonly onSigned: (checkpoints: readonly NewCheckpoint[]) => void;
  /** The ledger is read-only from now on; its mark is written after this, and again until it is on disk. */
  readonly onBroken: (relationship: string, reason: string) => void;
}

/** The growing tree of one relationship, as far as signing needs it. */
interface Growing {
  readonly frontier: Frontier;
  /** Leaves whose hashes are in their file. */
  kept: number;
  /** Hashes of those behind them. */
  added: Buffer[];
  /** Hashes that their file held behind what was signed. */
  behind: Buffer;
  /** Their file is not written before the log was compared: what it holds, or lacks, may be what shows what was signed. */
  keepsFile: boolean;
  /** What was seen of it is learned until its end was compared, and of no entry under its last checkpoint. */
  readonly incarnation: Incarnation;
  last: SignedCheckpoint | null;
  broken: boolean;
  /** Its files could not be read: it is not signed before it is held against them. */
  waits: boolean;
}

/** What signs: takes entries in the order of the log, each once. */
export class Signer {
  private readonly logs = new Map<string, Growing>();
  private readonly grown = new Set<string>();
  /** Why ledgers are read-only of which the mark is not on disk yet. */
  private readonly unmarked = new Map<string, string>();
  /** The first since it was told. */
  private failure: Error | null = null;
  private compared = false;
  private signedMs = -Infinity;

  constructor(private readonly options: SigningOptions) {}

  /** What cannot be read, or written, is told when it is signed. */
  take(event: RecordedEvent): void {
    const relationship = relationshipOf(event.stream);
    if (relationship === null) return;
    const log = this.log(relationship);
    const { size } = log.frontier;
    if (log.broken && event.revision !== size) return;
    if (event.revision !== size) {
      return this.breakOff(relationship, log, `goes on at revision ${event.revision} after ${size} entries`);
    }
    const isCompared = this.compared && !log.waits;
    const tells = event.type.startsWith('record.broken.') || (!isCompared && size >= (log.last?.checkpoint.size ?? 0));
    const leaf = leafIn(event, tells ? log.incarnation : null);
    if (leaf === null) return this.breakOff(relationship, log, `holds an entry that cannot be read: revision ${size}`);
    log.frontier.append(leaf);
    const mayKeep = !log.waits && !log.keepsFile && (log.last !== null || log.incarnation.seen === null);
    if (size >= log.kept && log.added.push(leaf) % LEAVES_HELD === 0 && mayKeep) {
      this.attempt(() => this.keepLeaves(relationship, log), relationship);
    }
    if (log.last?.checkpoint.size === log.frontier.size) this.compare(relationship, log, log.last);
    else this.grown.add(relationship);
  }

  /** Everything that there is has been taken: what was signed must be in it. */
  compareEnds(relationships?: readonly string[]): void {
    if (this.compared) return;
    const { files } = this.options;
    const all = [...files.relationships(), ...files.signedOnce(), ...this.logs.keys()];
    for (const relationship of relationships ?? new Set(all)) {
      const log = this.log(relationship);
      if (log.waits) continue;
      this.unlessUnread(relationship, log, () => {
        const reason = this.wrongAtEnd(relationship, log);
        if (reason !== null) this.breakOff(relationship, log, reason);
      });
    }
    this.compared = true;
  }

  /** The log is another than what was taken: all of it is taken once more, and compared, before anything is signed. */
  startAnew(): void {
    this.logs.clear();
    this.grown.clear();
    this.compared = false;
  }

  isDue(): boolean {
    const sinceMs = this.options.clock() - this.signedMs;
    return sinceMs < 0 || sinceMs >= SIGN_INTERVAL_MS;
  }

  /**
   * Before the ends were compared nothing is signed: what shows that a log is not the one of before may stand at its end.
   *
   * @returns false where something is held that is to be signed later
   * @throws the first failure, when everything else was tried; it is tried again at the next round
   */
  sign(): boolean {
    this.mark();
    if (this.compared) this.signGrown();
    const { failure } = this;
    this.failure = null;
    if (failure !== null) throw failure;
    return !this.compared || this.grown.size === 0;
  }

  private signGrown(): void {
    const { files, clock, onSigned } = this.options;
    this.signedMs = clock();
    const due: Replacement[] = [];
    const grown = [...this.grown];
    this.grown.clear();
    for (const relationship of grown) {
      this.attempt(() => {
        const next = this.due(relationship, this.log(relationship));
        if (next !== null) due.push(next);
      }, relationship);
    }
    const signed = this.written(due);
    if (signed.length > 0) onSigned(signed);
    // Where this is cut off, or fails, the checkpoints are there, and it is made up for when the logs have grown again.
    this.attempt(() => files.remember(signed));
  }

  /** What fails does not keep anything else from being done. @param relationship which is tried again at the next round */
  private attempt(act: () => void, relationship?: string): void {
    try {
      act();
    } catch (error) {
      this.failed(error);
      if (relationship !== undefined) this.grown.add(relationship);
    }
  }

  /** One ledger whose files cannot be read waits, and keeps no other from being signed. */
  private unlessUnread(relationship: string, log: Growing, act: () => void): void {
    this.attempt(() => {
      log.waits = true;
      try {
        act();
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const detail = `${relationship} waits to be signed, as a file of it cannot be read or written: ${why}`;
        throw new Error(detail, { cause: error });
      }
      log.waits = false;
    }, relationship);
  }

  /** Holds a log that waited against all that its files hold. */
  private compareLate(relationship: string, log: Growing): void {
    this.open(relationship, log);
    const { last, frontier } = log;
    const tree = this.tree(relationship, log);
    const isTaken = tree.root().equals(frontier.root());
    const reason =
      (last !== null && !isTaken ? differs(last.checkpoint.size) : null) ??
      (last && breakIn(tree, last)) ??
      this.wrongAtEnd(relationship, log);
    if (reason !== null) this.breakOff(relationship, log, reason);
  }

  private failed(error: unknown): void {
    this.failure ??= error instanceof Error ? error : new Error(String(error));
  }

  /** Null where nothing is to be signed now. */
  private due(relationship: string, log: Growing): Replacement | null {
    const { marks, hold } = this.options;
    if (log.waits) this.unlessUnread(relationship, log, () => this.compareLate(relationship, log));
    if (log.waits) return null;
    // Not yet where it was signed last: the log is still being read.
    if (log.broken || log.frontier.size <= (log.last?.checkpoint.size ?? 0)) return null;
    if (marks.reason(relationship) !== null) return null;
    if (hold.holds(relationship)) {
      this.grown.add(relationship);
      return null;
    }
    const next = this.next(relationship, log, this.signedMs);
    if (next === null) return null;
    this.keepLeaves(relationship, log);
    return { relationship, before: log.last, next };
  }

  /** Those that are on disk: one that cannot be written, or has another file, does not keep the others from it. */
  private written(due: readonly Replacement[]): NewCheckpoint[] {
    const [only, another] = due;
    if (only === undefined) return [];
    try {
      this.options.files.replace(due);
    } catch (error) {
      const middle = due.length >> 1;
      if (another !== undefined) return [...this.written(due.slice(0, middle)), ...this.written(due.slice(middle))];
      return this.notWritten(only, error);
    }
    return due.map(({ relationship, next }) => {
      this.log(relationship).last = next;
      return { relationship, ...next };
    });
  }

  private notWritten({ relationship }: Replacement, error: unknown): NewCheckpoint[] {
    const found: NewCheckpoint[] = [];
    this.attempt(() => {
      const log = this.log(relationship);
      if (error instanceof DamagedCheckpoint) return this.breakOff(relationship, log, error.reason);
      if (!(error instanceof CheckpointChanged)) throw error;
      const last = this.changed(relationship, log);
      if (last !== null) found.push({ relationship, ...last });
    }, relationship);
    return found;
  }

  /**
   * What its file holds, where it is not what this process knows: what was cut off half way may have been written still. It
   * is held against the log as at a start, and so is that there is none.
   *
   * @returns null where it holds none, or one that the log does not go on from
   */
  private changed(relationship: string, log: Growing): SignedCheckpoint | null {
    const { files } = this.options;
    const found = files.last(relationship);
    if (found === null) {
      // That it was signed may not be remembered yet.
      if (log.last !== null) files.remember([{ relationship, ...log.last }]);
      const reason = lostCheckpoint(files, relationship, log.incarnation);
      if (reason !== null) this.breakOff(relationship, log, reason);
      return null;
    }
    const tree = this.tree(relationship, log);
    // Leaves that were replaced with it show nothing.
    const broken = tree.root().equals(log.frontier.root()) ? breakIn(tree, found) : differs(found.checkpoint.size);
    if (broken !== null) {
      this.breakOff(relationship, log, broken);
      return null;
    }
    log.last = found;
    this.grown.add(relationship);
    return found;
  }

  /** In their file, where those that were not signed in the end do no harm: no more are read than a checkpoint has. */
  private keepLeaves(relationship: string, log: Growing): void {
    this.options.leaves.write(relationship, log.kept, Buffer.concat(log.added));
    log.kept += log.added.length;
    log.added = [];
    log.behind = NONE;
    log.keepsFile = false;
  }

  /** What is to be signed; null where the ledger is broken. */
  private next(relationship: string, log: Growing, nowMs: number): SignedCheckpoint | null {
    const { last, frontier, incarnation } = log;
    if (last !== null && nowMs <= last.signedMs) {
      const times = [last.signedMs, nowMs].map((each) => new Date(each).toISOString()).join(', and the clock says ');
      this.breakOff(relationship, log, `was signed at ${times}: it does not advance`);
      return null;
    }
    const origin = originOf(this.options.identity, relationship, incarnation.number);
    // The directory names another log now: that is wrong for every ledger of it, and no fault of this one.
    if (last !== null && !isSameLog(last.checkpoint.origin, origin)) {
      const detail = `the log of ${relationship} was signed as ${last.checkpoint.origin}, and goes on as that, not as ${origin}`;
      throw new Problem('not-allowed-now', detail, 'log-name');
    }
    return signed({ origin, size: frontier.size, root: frontier.root(), extensions: [] }, this.options.identity, nowMs);
  }

  private wrongAtEnd(relationship: string, log: Growing): string | null {
    const { last, frontier, incarnation } = log;
    const beside = this.besideWrong(relationship, log);
    if (beside !== null) return beside;
    // One that is damaged has been told of.
    if (last === null) return log.broken ? null : lostCheckpoint(this.options.files, relationship, incarnation);
    const { size } = last.checkpoint;
    if (frontier.size < size) return missing(frontier.size, size);
    const behind = log.behind.length === 0 ? null : breakBehind(this.tree(relationship, log), size, log.behind);
    if (behind !== null) return behind;
    const { seen } = incarnation;
    // A backup of a running ledger may hold entries of which its checkpoints know nothing yet.
    if (seen === null || seen.size < size || seen.root === this.rootAt(relationship, log, seen.size)) return null;
    return otherThanSeen(seen.size);
  }

  /** Held against what is known beside the last checkpoint; null where nothing is wrong. */
  private besideWrong(relationship: string, log: Growing): string | null {
    const { last, frontier, incarnation } = log;
    const now = { size: frontier.size, incarnation: incarnation.number };
    const beside = orDamage(() => knownBeside(this.options.files, relationship));
    if (beside instanceof DamagedCheckpoint) return beside.reason;
    return breakBeside(beside, now, (size) =>
      // Compared already.
      size === last?.checkpoint.size ? last.checkpoint.root.toString('base64') : this.rootAt(relationship, log, size),
    );
  }

  /** In base64; of no more entries than there are. */
  private rootAt(relationship: string, log: Growing, size: number): string | null {
    return size > log.frontier.size ? null : this.tree(relationship, log).root(size).toString('base64');
  }

  private tree(relationship: string, { kept, added }: Growing): MerkleTree {
    return MerkleTree.of(Buffer.concat([this.options.leaves.read(relationship, kept), ...added]));
  }

  private compare(relationship: string, log: Growing, { checkpoint }: SignedCheckpoint): void {
    if (!checkpoint.root.equals(log.frontier.root())) this.breakOff(relationship, log, differs(checkpoint.size));
  }

  private breakOff(relationship: string, log: Growing, reason: string): void {
    log.broken = true;
    if (!this.unmarked.has(relationship)) this.unmarked.set(relationship, reason);
    // First: who takes entries must know, whether or not a disk takes the mark.
    this.options.onBroken(relationship, reason);
    this.mark();
  }

  /** Writes the marks that are not on disk yet. */
  private mark(): void {
    for (const [relationship, reason] of this.unmarked) {
      this.attempt(() => {
        this.options.marks.mark(relationship, reason);
        this.unmarked.delete(relationship);
      });
    }
  }

  private log(relationship: string): Growing {
    let log = this.logs.get(relationship);
    if (log === undefined) {
      const broken = this.unmarked.has(relationship);
      const incarnation = firstIncarnation();
      const nothing = { frontier: new Frontier(), kept: 0, added: [], behind: NONE, keepsFile: false };
      log = { ...nothing, incarnation, last: null, broken, waits: false };
      this.logs.set(relationship, log);
      const opened = log;
      this.unlessUnread(relationship, log, () => this.open(relationship, opened));
    }
    return log;
  }

  /** Reads what was signed of it. */
  private open(relationship: string, log: Growing): void {
    const { files, leaves, marks } = this.options;
    if (marks.reason(relationship) !== null) log.broken = true;
    const found = orDamage(() => files.last(relationship));
    const last = found instanceof DamagedCheckpoint ? null : found;
    log.last = last;
    const behind = leaves.behind(relationship, last?.checkpoint ?? NOTHING_SIGNED);
    if (log.frontier.size === 0 && behind !== null) log.kept = last?.checkpoint.size ?? 0;
    log.behind = behind ?? NONE;
    log.keepsFile = log.behind.length > 0 || (last === null && files.signedIncarnation(relationship) > 0);
    if (found instanceof DamagedCheckpoint) this.breakOff(relationship, log, found.reason);
  }
}

const NONE = Buffer.alloc(0);
const NOTHING_SIGNED: Checkpoint = { origin: '', size: 0, root: EMPTY_ROOT, extensions: [] };

/** Null where there is no leaf in it. What it says of its log's incarnation is learned where that is given. */
function leafIn(event: RecordedEvent, incarnation: Incarnation | null): Buffer | null {
  try {
    if (incarnation !== null) learnIncarnation(incarnation, event);
    return leafHashOfText(leafOf(event));
  } catch (error) {
    if (error instanceof UnreadableEvent || error instanceof InvalidJson) return null;
    throw error;
  }
}

/** @throws InvalidNote where nobody could read it */
function signed(checkpoint: Checkpoint, { keys }: LogIdentity, signedMs: number): SignedCheckpoint {
  const text = formatCheckpoint(checkpoint);
  const note = formatNote({ text, signatures: [signText(text, checkpoint.origin, keys)] });
  // It takes the place of one that can be read.
  parseCheckpoint(parseNote(note).text);
  return { checkpoint, note, signedMs };
}
