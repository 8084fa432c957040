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
  type PolicyWitness,
  type VerifierKey,
} from '@app/integrity';
import { askWitnesses, boundedText, type WitnessOutcome } from './ask-witnesses';
import type { CheckpointFiles, SignedCheckpoint } from './checkpoint-files';
import { COSIGN_RETRY_MS, WITNESS_TIMEOUT_MS } from './limits';
import { publicKeys } from './log-identity';
import type { LogTrees } from './log-trees';
import { pause } from './pause';
import { hasWitnesses, parsedPolicyOf } from './witness-policy';

export interface CosignerOptions {
  readonly dataDirectory: string;
  readonly files: CheckpointFiles;
  readonly trees: LogTrees;
  readonly signal: AbortSignal;
  /** Whether enough witnesses have cosigned the checkpoint of that size. */
  readonly onCosigned: (relationship: string, size: number, quorum: boolean) => void;
  /** A witness has seen a checkpoint of this log, signed by it, that the log does not hold. */
  readonly onContradicted: (relationship: string, reason: string) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Asks the witnesses of relationships to cosign their last checkpoints, one round a relationship at a time. */
export class Cosigner {
  private readonly running = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();
  /** By relationship and witness. */
  private readonly sizes = new Map<string, Map<string, number>>();

  constructor(private readonly options: CosignerOptions) {}

  /** Does nothing for a relationship without witnesses. Answers at once. */
  ask(relationship: string): void {
    if (!hasWitnesses(this.options.dataDirectory, relationship)) return;
    if (this.running.has(relationship)) {
      this.again.add(relationship);
      return;
    }
    const round = this.rounds(relationship)
      .catch(this.options.onFailure)
      .finally(() => this.running.delete(relationship));
    this.running.set(relationship, round);
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
    const { signal } = this.options;
    for (;;) {
      this.again.delete(relationship);
      const done = await this.round(relationship);
      if (signal.aborted || (done && !this.again.has(relationship))) return;
      if (!done) await pause(COSIGN_RETRY_MS, signal);
      if (signal.aborted) return;
    }
  }

  /** False where it should be tried again. */
  private async round(relationship: string): Promise<boolean> {
    const { dataDirectory, files, trees, onCosigned, onContradicted } = this.options;
    const policy = parsedPolicyOf(dataDirectory, relationship);
    const last = files.last(relationship);
    if (last === null || policy.witnesses.length === 0) return true;
    const tree = await trees.tree(relationship);
    // What is shorter than it was signed is told by whoever signs.
    if (tree.size < last.checkpoint.size) return true;
    const oldSizes = this.sizes.get(relationship) ?? new Map<string, number>();
    // One that has not answered since the start may have cosigned more than this log holds now: it is asked, whatever
    // cosignature of its own was kept.
    const unheard = policy.witnesses.filter(({ name, url }) => url !== null && !oldSizes.has(name));
    const [asking, kept] = withoutCosignatures(parseNote(last.note), unheard);
    const { note: asked, outcomes } = await askWitnesses({ note: formatNote(asking), tree, policy, oldSizes });
    const note = withMissing(parseNote(asked), kept);
    for (const { witness, theirSize } of outcomes) if (theirSize !== undefined) oldSizes.set(witness, theirSize);
    this.sizes.set(relationship, oldSizes);
    for (const outcome of outcomes) {
      const url = policy.witnesses.find(({ name }) => name === outcome.witness)?.url;
      const reason =
        url && isAlarm(outcome) ? await this.contradiction(relationship, last, outcome.witness, url) : null;
      if (reason !== null) {
        onContradicted(relationship, reason);
        return true;
      }
    }
    const { quorum } = judge(note, policy);
    files.keepCosigned(relationship, { ...last, note: formatNote(note) }, quorum);
    onCosigned(relationship, last.checkpoint.size, quorum);
    return quorum && unheard.every(({ name }) => oldSizes.has(name));
  }

  /**
   * An alarm is believed only with a checkpoint that this log itself once signed: the one that the witness keeps.
   *
   * @returns what is wrong with this log; null where nothing is shown to be
   */
  private async contradiction(
    relationship: string,
    last: SignedCheckpoint,
    witness: string,
    url: string,
  ): Promise<string | null> {
    const { origin, size } = last.checkpoint;
    const kept = await this.keptBy(url, origin);
    const keys = publicKeys(this.options.dataDirectory).map((key) => verifierKey(origin, 'ed25519', key));
    try {
      const note = parseNote(kept);
      const theirs = parseCheckpoint(note.text);
      if (theirs.origin !== origin || signersOf(note, keys).length === 0) return null;
      if (theirs.size > size) {
        return `has ${size} entries, and the witness ${witness} has a checkpoint of ${theirs.size}: entries are missing`;
      }
      const tree = await this.options.trees.tree(relationship);
      if (tree.root(theirs.size).equals(theirs.root)) return null;
      return `is not the one of which the witness ${witness} has a checkpoint of ${theirs.size} entries`;
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
    } catch (error) {
      this.options.onFailure(error);
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
