import { UnreadableEvent, type EventStore, type RecordedEvent } from '@app/event-store';
import {
  formatCheckpoint,
  formatNote,
  Frontier,
  InvalidJson,
  leafHashOfText,
  MerkleTree,
  signText,
  type Checkpoint,
} from '@app/integrity';
import { relationshipOf } from '../entry/read';
import { DamagedCheckpoint, type CheckpointFiles, type Replacement, type SignedCheckpoint } from './checkpoint-files';
import type { Hold } from './hold';
import type { LeafFiles } from './leaf-files';
import { differs, missing, otherThanSeen, shownBreak } from './break-in';
import { firstIncarnation, learnIncarnation, lostCheckpoint, type Incarnation } from './incarnation';
import type { LogIdentity } from './log-identity';
import { leafOf } from './log-trees';
import { LEAVES_HELD, SIGN_BATCH_EVENTS, SIGN_INTERVAL_MS, SIGN_RETRY_MS } from './limits';
import { incarnationOf, originOf } from './origin';
import { pause } from './pause';
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
  /** What was signed before and is held is signed later. */
  readonly hold: Hold;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly clock: () => number;
  /** The checkpoints of one round; they are on disk. */
  readonly onSigned: (checkpoints: readonly NewCheckpoint[]) => void;
  /** The ledger is read-only from now on. */
  readonly onBroken: (relationship: string, reason: string) => void;
}

export interface SignerOptions extends SigningOptions {
  /** Gives what is on disk, and nothing else. */
  readonly store: EventStore;
  readonly signal: AbortSignal;
  /** The log cannot be followed, or a file cannot be written; it is tried again. */
  readonly onFailure: (error: unknown) => void;
}

/** The growing tree of one relationship, as far as signing needs it. */
interface Growing {
  readonly frontier: Frontier;
  /** Leaves whose hashes are in their file. */
  kept: number;
  /** Hashes of those behind them. */
  added: Buffer[];
  /** What was seen of it is learned until its end was compared, and of no entry under its last checkpoint. */
  readonly incarnation: Incarnation;
  last: SignedCheckpoint | null;
  broken: boolean;
}

/**
 * Signs the log until the signal: reads it from its beginning, holds it against the last checkpoint signed of each
 * relationship, and signs what has grown since, in rounds. A log that is shorter or another than the one that was signed
 * is never signed again, and its ledger becomes read-only. What is held is signed once it is not, whether or not an entry
 * comes.
 *
 * @remarks One process a data directory: whoever calls this holds its lock.
 */
export async function runSigner(options: SignerOptions): Promise<void> {
  const signer = new Signer(options);
  await Promise.all([signGrowing(signer, options), signHeld(signer, options)]);
}

async function signGrowing(signer: Signer, { store, signal, onFailure }: SignerOptions): Promise<void> {
  let after: string | undefined;
  while (!signal.aborted) {
    try {
      const batches = store.follow({ ...(after && { after }), signal, batchSize: SIGN_BATCH_EVENTS, lazy: true });
      for await (const { events, live } of batches) {
        for (const event of events) {
          signer.take(event);
          after = event.position;
        }
        if (live) {
          signer.compareEnds();
          // What comes meanwhile is signed with it.
          await pause(SIGN_INTERVAL_MS, signal);
        }
        if (live || signer.isDue()) signer.sign();
      }
    } catch (error) {
      onFailure(error);
      await pause(SIGN_RETRY_MS, signal);
    }
  }
}

async function signHeld(signer: Signer, { hold, signal, onFailure }: SignerOptions): Promise<void> {
  for (let isDone = hold.isOver(); !isDone && !signal.aborted;) {
    await pause(SIGN_INTERVAL_MS, signal);
    const isLast = hold.isOver();
    try {
      signer.sign();
      isDone = isLast;
    } catch (error) {
      onFailure(error);
    }
  }
}

/** What signs: takes entries in the order of the log, each once. */
export class Signer {
  private readonly logs = new Map<string, Growing>();
  private readonly grown = new Set<string>();
  private compared = false;
  private signedMs = -Infinity;

  constructor(private readonly options: SigningOptions) {}

  take(event: RecordedEvent): void {
    const relationship = relationshipOf(event.stream);
    if (relationship === null) return;
    const log = this.log(relationship);
    const { size } = log.frontier;
    if (log.broken && event.revision !== size) return;
    if (event.revision !== size) {
      return this.breakOff(relationship, log, `goes on at revision ${event.revision} after ${size} entries`);
    }
    const tells =
      event.type.startsWith('record.broken.') || (!this.compared && size >= (log.last?.checkpoint.size ?? 0));
    const leaf = leafIn(event, tells ? log.incarnation : null);
    if (leaf === null) return this.breakOff(relationship, log, `holds an entry that cannot be read: revision ${size}`);
    log.frontier.append(leaf);
    if (size >= log.kept) log.added.push(leaf);
    if (log.added.length >= LEAVES_HELD) this.keepLeaves(relationship, log);
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
      const reason = this.wrongAtEnd(relationship, log);
      if (reason !== null) this.breakOff(relationship, log, reason);
    }
    this.compared = true;
  }

  isDue(): boolean {
    const sinceMs = this.options.clock() - this.signedMs;
    return sinceMs < 0 || sinceMs >= SIGN_INTERVAL_MS;
  }

  /**
   * Before the ends were compared nothing is signed: what shows that a log is not the one of before may stand at its end.
   *
   * @returns false where something is held that is to be signed later
   */
  sign(): boolean {
    if (!this.compared) return true;
    const { files, marks, hold, clock, onSigned } = this.options;
    this.signedMs = clock();
    const signed: (NewCheckpoint & Replacement)[] = [];
    const held: string[] = [];
    for (const relationship of this.grown) {
      const log = this.log(relationship);
      // Not yet where it was signed last: the log is still being read.
      if (log.broken || marks.reason(relationship) !== null || log.frontier.size <= (log.last?.checkpoint.size ?? 0))
        continue;
      if (log.last !== null && hold.holds(relationship)) {
        held.push(relationship);
        continue;
      }
      const next = this.next(relationship, log, this.signedMs);
      if (next === null) continue;
      this.keepLeaves(relationship, log);
      signed.push({ relationship, before: log.last, next, ...next });
    }
    const replaced = this.replaced(signed);
    for (const { relationship, next } of replaced) this.log(relationship).last = next;
    this.grown.clear();
    for (const relationship of held) this.grown.add(relationship);
    if (replaced.length > 0) onSigned(replaced);
    // Where this is cut off, or fails, the checkpoints are there, and it is made up for when the logs have grown again.
    files.remember(replaced);
    return held.length === 0;
  }

  /** Those that are on disk: a file that was damaged meanwhile does not keep the others from it. */
  private replaced<Each extends Replacement>(signed: readonly Each[]): readonly Each[] {
    if (signed.length === 0) return signed;
    try {
      this.options.files.replace(signed);
      return signed;
    } catch (error) {
      if (!(error instanceof DamagedCheckpoint)) throw error;
      const { relationship, reason } = error;
      this.breakOff(relationship, this.log(relationship), reason);
      return this.replaced(signed.filter((each) => each.relationship !== relationship));
    }
  }

  /** In their file, where those that were not signed in the end do no harm: no more are read than a checkpoint has. */
  private keepLeaves(relationship: string, log: Growing): void {
    this.options.leaves.write(relationship, log.kept, Buffer.concat(log.added));
    log.kept += log.added.length;
    log.added = [];
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
    return signed({ origin, size: frontier.size, root: frontier.root(), extensions: [] }, this.options.identity, nowMs);
  }

  private wrongAtEnd(relationship: string, log: Growing): string | null {
    const { last, frontier, incarnation } = log;
    const shown = this.shownWrong(relationship, log);
    if (shown !== null) return shown;
    // One that is damaged has been told of.
    if (last === null) return log.broken ? null : lostCheckpoint(this.options.files, relationship, incarnation);
    const { size } = last.checkpoint;
    if (frontier.size < size) return missing(frontier.size, size);
    const { seen } = incarnation;
    // A backup of a running ledger may hold entries of which its checkpoints know nothing yet.
    if (seen === null || seen.size < size || seen.root === this.rootAt(relationship, log, seen.size)) return null;
    return otherThanSeen(seen.size);
  }

  /** Held against what somebody outside has shown of this incarnation; null where nothing is wrong. */
  private shownWrong(relationship: string, log: Growing): string | null {
    try {
      const shown = this.options.files.shown(relationship);
      if (shown === null || incarnationOf(shown.checkpoint.origin) < log.incarnation.number) return null;
      return shownBreak(log.frontier.size, (size) => this.rootAt(relationship, log, size), shown);
    } catch (error) {
      if (!(error instanceof DamagedCheckpoint)) throw error;
      return error.reason;
    }
  }

  /** In base64; of no more entries than there are. */
  private rootAt(relationship: string, { kept, added, frontier }: Growing, size: number): string | null {
    if (size > frontier.size) return null;
    const tree = MerkleTree.of(Buffer.concat([this.options.leaves.read(relationship, kept), ...added]));
    return tree.root(size).toString('base64');
  }

  private compare(relationship: string, log: Growing, { checkpoint }: SignedCheckpoint): void {
    if (!checkpoint.root.equals(log.frontier.root())) this.breakOff(relationship, log, differs(checkpoint.size));
  }

  private breakOff(relationship: string, log: Growing, reason: string): void {
    log.broken = true;
    this.options.marks.mark(relationship, reason);
    this.options.onBroken(relationship, reason);
  }

  private log(relationship: string): Growing {
    let log = this.logs.get(relationship);
    if (log === undefined) {
      const { files, leaves, marks } = this.options;
      const broken = marks.reason(relationship) !== null;
      const [last, damage] = lastOf(files, relationship);
      const kept = isKept(leaves, relationship, last) ? (last?.checkpoint.size ?? 0) : 0;
      log = { frontier: new Frontier(), kept, added: [], incarnation: firstIncarnation(), last, broken };
      this.logs.set(relationship, log);
      if (damage !== null) this.breakOff(relationship, log, damage);
    }
    return log;
  }
}

/** Whether the file of leaves holds what was signed: it may be damaged, or behind. */
function isKept(leaves: LeafFiles, relationship: string, last: SignedCheckpoint | null): boolean {
  if (last === null) return false;
  const tree = MerkleTree.of(leaves.read(relationship, last.checkpoint.size));
  return tree.size === last.checkpoint.size && tree.root().equals(last.checkpoint.root);
}

/** The last checkpoint, or what keeps it from being read. */
function lastOf(files: CheckpointFiles, relationship: string): readonly [SignedCheckpoint | null, string | null] {
  try {
    return [files.last(relationship), null];
  } catch (error) {
    if (!(error instanceof DamagedCheckpoint)) throw error;
    return [null, error.reason];
  }
}

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

function signed(checkpoint: Checkpoint, { keys }: LogIdentity, signedMs: number): SignedCheckpoint {
  const text = formatCheckpoint(checkpoint);
  const note = formatNote({ text, signatures: [signText(text, checkpoint.origin, keys)] });
  return { checkpoint, note, signedMs };
}
