import { createHash } from 'node:crypto';
import {
  formatNote,
  InvalidNote,
  judge,
  parseCheckpoint,
  parseNote,
  signersOf,
  verifierKey,
  type Note,
  type NoteSignature,
  type Policy,
  type PolicyWitness,
  type VerifierKey,
} from '@app/integrity';
import { askWitnesses, boundedText, type WitnessOutcome } from './ask-witnesses';
import type { CheckpointFiles, SignedCheckpoint } from './checkpoint-files';
import type { Hold } from './hold';
import type { LogNews } from './ledger-log';
import { AWAITED_RETRY_MS, COSIGN_RETRY_MS, WITNESS_TIMEOUT_MS } from './limits';
import { publicKeys } from './log-identity';
import type { LogTrees } from './log-trees';
import { pause } from './pause';
import type { ReadOnlyMarks } from './read-only-marks';
import { hasWitnesses, parsedPolicyOf } from './witness-policy';

export interface CosignerOptions {
  readonly dataDirectory: string;
  readonly files: CheckpointFiles;
  readonly trees: LogTrees;
  /** A log is marked of which a witness has a checkpoint, signed by it, that it does not go on from. */
  readonly marks: ReadOnlyMarks;
  /** Releases each relationship whose witnesses were heard: every one that has an address, once since the start. */
  readonly hold: Hold;
  readonly signal: AbortSignal;
  readonly tell: (news: LogNews) => void;
}

/** What is known of the witnesses of a relationship since the start, by their names in its policy. */
interface Witnesses {
  /** Leaves of what each cosigned last. */
  readonly sizes: Map<string, number>;
  /** Those that have said what they cosigned last, and did not contradict. */
  readonly heard: Set<string>;
  /** Those of which it was told that they do not cosign. */
  readonly away: Set<string>;
}

/** Asks the witnesses of relationships to cosign their last checkpoints, one round a relationship at a time. */
export class Cosigner {
  private readonly running = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();
  private readonly witnesses = new Map<string, Witnesses>();
  /** Why the witnesses of relationships could not be asked last time. */
  private readonly failures = new Map<string, string>();

  constructor(private readonly options: CosignerOptions) {}

  /** Does nothing for a relationship without witnesses. Answers at once. */
  ask(relationship: string): void {
    const { dataDirectory, signal } = this.options;
    if (signal.aborted || !hasWitnesses(dataDirectory, relationship)) return;
    if (this.running.has(relationship)) {
      this.again.add(relationship);
      return;
    }
    this.running.set(relationship, this.rounds(relationship));
  }

  /** Asks as long as the relationship is held, until its witnesses were heard. @throws what keeps them from being asked */
  async hear(relationship: string): Promise<void> {
    const { hold, signal } = this.options;
    while (hold.holds(relationship)) {
      await this.round(relationship);
      if (hold.holds(relationship)) await pause(AWAITED_RETRY_MS, signal);
    }
  }

  /** One round, whatever comes of it; for whoever does not stay until the witnesses can be reached. */
  async askOnce(relationship: string): Promise<void> {
    await this.round(relationship);
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await Promise.all(this.running.values());
  }

  private async rounds(relationship: string): Promise<void> {
    const { hold, signal } = this.options;
    for (let isDone = false; !signal.aborted && !(isDone && !this.again.has(relationship));) {
      this.again.delete(relationship);
      isDone = await this.tried(relationship);
      if (!isDone) await pause(hold.holds(relationship) ? AWAITED_RETRY_MS : COSIGN_RETRY_MS, signal);
    }
    // In the same turn as the last look at who asked again: nobody is missed in between.
    this.running.delete(relationship);
  }

  /** A round; what keeps the witnesses from being asked, as a wrong policy, may be put right meanwhile. */
  private async tried(relationship: string): Promise<boolean> {
    try {
      const done = await this.round(relationship);
      this.failures.delete(relationship);
      return done;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const isTold = this.failures.get(relationship) === reason;
      if (!isTold) this.options.tell({ is: 'unwitnessed', relationship, reason });
      this.failures.set(relationship, reason);
      // A ledger that is not as it was signed stays so: nobody needs to cosign it.
      return this.options.marks.reason(relationship) !== null;
    }
  }

  /** False where it should be tried again. */
  private async round(relationship: string): Promise<boolean> {
    const { dataDirectory, files, trees, marks, hold, tell } = this.options;
    const policy = parsedPolicyOf(dataDirectory, relationship);
    const last = files.last(relationship);
    const tree = await trees.tree(relationship);
    // What is shorter than it was signed is told by whoever signs.
    if (last === null || policy.witnesses.length === 0 || tree.size < last.checkpoint.size) {
      hold.release(relationship);
      return true;
    }
    const known = this.knownOf(relationship);
    // One that has not answered since the start may have cosigned more than this log holds now: it is asked, whatever
    // cosignature of its own was kept.
    const unheard = policy.witnesses.filter(({ name, url }) => url !== null && !known.heard.has(name));
    const [asking, kept] = withoutCosignatures(parseNote(last.note), unheard);
    const { note: asked, outcomes } = await askWitnesses({
      note: formatNote(asking),
      tree,
      policy,
      oldSizes: known.sizes,
    });
    const note = withMissing(parseNote(asked), kept);
    for (const outcome of outcomes) {
      const shown = isAlarm(outcome) ? await this.shownBy(outcome.witness, relationship, policy, last) : null;
      if (shown?.contradiction) {
        tell({ is: 'broken', relationship, reason: shown.contradiction });
        marks.mark(relationship, shown.contradiction);
        hold.release(relationship);
        return true;
      }
      this.learn(relationship, outcome, shown !== null);
    }
    const { quorum } = judge(note, policy);
    files.keepCosigned(relationship, { ...last, note: formatNote(note) }, quorum);
    tell({ is: 'cosigned', relationship, size: last.checkpoint.size, quorum });
    const areHeard = unheard.every(({ name }) => known.heard.has(name));
    if (areHeard) hold.release(relationship);
    return quorum && areHeard;
  }

  private knownOf(relationship: string): Witnesses {
    const known = this.witnesses.get(relationship) ?? { sizes: new Map(), heard: new Set(), away: new Set() };
    this.witnesses.set(relationship, known);
    return known;
  }

  /** @param agrees it has seen more than was signed here, and shows that this log goes on from there */
  private learn(relationship: string, outcome: WitnessOutcome, agrees: boolean): void {
    const { tell } = this.options;
    const { sizes, heard, away } = this.knownOf(relationship);
    const { witness, cosigned, theirSize } = outcome;
    if (theirSize !== undefined) sizes.set(witness, theirSize);
    // An alarm that it does not prove is not believed, and not passed over either.
    if (agrees || (theirSize !== undefined && !isAlarm(outcome))) heard.add(witness);
    if (cosigned && away.delete(witness)) tell({ is: 'witness-back', relationship, witness });
    if (cosigned || agrees || away.has(witness)) return;
    away.add(witness);
    const reason = isAlarm(outcome) ? `${outcome.reason}, and does not show it` : outcome.reason;
    tell({ is: 'witness-away', relationship, witness, reason });
  }

  /**
   * An alarm is believed only with a checkpoint that this log itself once signed: the one that the witness keeps.
   *
   * @returns null where it shows none; else what is wrong with this log, null where it goes on from there
   */
  private async shownBy(
    witness: string,
    relationship: string,
    { witnesses }: Policy,
    { checkpoint: { origin } }: SignedCheckpoint,
  ): Promise<{ readonly contradiction: string | null } | null> {
    const url = witnesses.find(({ name }) => name === witness)?.url ?? '';
    const kept = await this.keptBy(url, origin);
    const keys = publicKeys(this.options.dataDirectory).map((key) => verifierKey(origin, 'ed25519', key));
    try {
      const note = parseNote(kept);
      const theirs = parseCheckpoint(note.text);
      if (theirs.origin !== origin || signersOf(note, keys).length === 0) return null;
      const tree = await this.options.trees.tree(relationship);
      if (theirs.size > tree.size) {
        const more = `the witness ${witness} has a checkpoint of ${theirs.size}: entries are missing`;
        return { contradiction: `has ${tree.size} entries, and ${more}` };
      }
      if (tree.root(theirs.size).equals(theirs.root)) return { contradiction: null };
      const other = `the one of which the witness ${witness} has a checkpoint of ${theirs.size} entries`;
      return { contradiction: `is not ${other}` };
    } catch (error) {
      if (error instanceof InvalidNote) return null;
      throw error;
    }
  }

  /** The checkpoint that a witness keeps of a log (C2SP tlog-witness, "monitoring"); empty where it gives none. */
  private async keptBy(url: string, origin: string): Promise<string> {
    const address = `${url.replace(/\/$/, '')}/${createHash('sha256').update(origin).digest('hex')}/checkpoint`;
    try {
      const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(WITNESS_TIMEOUT_MS) });
      return answer.ok ? ((await boundedText(answer)) ?? '') : '';
    } catch {
      // Whatever keeps a witness from showing it, nothing is shown: that is told of it.
      return '';
    }
  }
}

function isBy({ name, id }: NoteSignature, key: VerifierKey | NoteSignature): boolean {
  return name === key.name && id === key.id;
}

/** The note without the cosignatures of some witnesses, and these. */
function withoutCosignatures(
  note: Note,
  witnesses: readonly PolicyWitness[],
): readonly [Note, readonly NoteSignature[]] {
  const isTheirs = (signature: NoteSignature): boolean => witnesses.some(({ key }) => isBy(signature, key));
  const signatures = note.signatures.filter((signature) => !isTheirs(signature));
  return [{ ...note, signatures }, note.signatures.filter(isTheirs)];
}

/** The note with the cosignatures of those who gave no new one. */
function withMissing(note: Note, kept: readonly NoteSignature[]): Note {
  const missing = kept.filter((signature) => !note.signatures.some((each) => isBy(each, signature)));
  return { ...note, signatures: [...note.signatures, ...missing] };
}

function isAlarm(outcome: WitnessOutcome): boolean {
  return !outcome.cosigned && (outcome.ahead !== undefined || outcome.inconsistent === true);
}
