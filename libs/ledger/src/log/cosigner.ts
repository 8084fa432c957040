import { createHash } from 'node:crypto';
import type { EventStore } from '@app/event-store';
import {
  EMPTY_ROOT,
  formatNote,
  InvalidNote,
  judge,
  parseCheckpoint,
  parseNote,
  type Note,
  type NoteSignature,
  type Policy,
  type PolicyWitness,
  type VerifierKey,
} from '@app/integrity';
import { askWitnesses, boundedText, type WitnessOutcome } from './ask-witnesses';
import { shownBreak } from './break-in';
import type { CheckpointFiles, SignedCheckpoint } from './checkpoint-files';
import type { Hold } from './hold';
import { incarnationIn } from './incarnation';
import type { LogNews } from './ledger-log';
import { AWAITED_RETRY_MS, COSIGN_RETRY_MS, MAX_LATER_INCARNATIONS, WITNESS_TIMEOUT_MS } from './limits';
import { publicKeys } from './key-files';
import { namedLog } from './log-identity';
import type { LogTrees } from './log-trees';
import { incarnationOf, originOf } from './origin';
import { pause } from './pause';
import type { ReadOnlyMarks } from './read-only-marks';
import { hasWitnesses, parsedPolicyOf } from './witness-policy';
import { isSignedBy } from './signed-by';

export interface CosignerOptions {
  readonly store: EventStore;
  readonly dataDirectory: string;
  readonly files: CheckpointFiles;
  readonly trees: LogTrees;
  /** A log is marked of which a witness has a checkpoint, signed by it, that it does not go on from. */
  readonly marks: ReadOnlyMarks;
  /**
   * Releases each relationship whose witnesses were heard: every one that has an address, once since the start. One that
   * answers that it knows nothing of the log (404) was heard: it cosigned nothing that this log could contradict.
   */
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
  /** Those of which it was told that they say what they do not show. */
  readonly claiming: Set<string>;
}

/** What a witness shows of a log. */
interface Shown {
  /** What is wrong with the log that is here. */
  readonly contradiction: string | null;
  /** No key that is known here signed it. */
  readonly isForeign: boolean;
}

/** What is wrong with a log by the word of a witness. */
interface Said {
  readonly contradiction: string | null;
  /** It has said what it keeps, or that it keeps nothing: a failed request says neither. */
  readonly isSaid: boolean;
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

  /** It has no witnesses any more: nothing of those that it had is known. */
  forget(relationship: string): void {
    this.witnesses.delete(relationship);
    this.failures.delete(relationship);
    this.options.hold.release(relationship);
  }

  /**
   * Asks as long as the relationship is held, until its witnesses were heard.
   *
   * @param isEnough looked at after each round: whether nobody waits for what those say that were not heard
   * @throws what keeps them from being asked
   */
  async hear(relationship: string, isEnough: () => boolean = () => false): Promise<void> {
    const { hold, signal } = this.options;
    while (hold.holds(relationship)) {
      await this.round(relationship);
      if (isEnough()) return;
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
    const { dataDirectory, files, trees, hold, tell } = this.options;
    const policy = parsedPolicyOf(dataDirectory, relationship);
    const last = files.last(relationship);
    const tree = await trees.tree(relationship);
    for (const { witness } of files.claimed(relationship)) {
      if (!policy.witnesses.some(({ name }) => name === witness)) files.forgetClaimed(relationship, witness);
    }
    // What is shorter than it was signed is told by whoever signs.
    if (policy.witnesses.length === 0 || tree.size < (last?.checkpoint.size ?? 0)) {
      hold.release(relationship);
      return true;
    }
    const known = this.knownOf(relationship);
    // One that has not answered since the start may have cosigned more than this log holds now: it is asked, whatever
    // cosignature of its own was kept.
    const unheard = policy.witnesses.filter(({ name, url }) => url !== null && !known.heard.has(name));
    if (last === null) return this.unsigned(relationship, policy, unheard);
    const [asking, kept] = withoutCosignatures(parseNote(last.note), unheard);
    const { note: asked, outcomes } = await askWitnesses({
      note: formatNote(asking),
      tree,
      policy,
      oldSizes: known.sizes,
    });
    const note = withMissing(parseNote(asked), kept);
    if (await this.contradicted(relationship, policy, last, outcomes)) return true;
    const { quorum } = judge(note, policy);
    files.keepCosigned(relationship, { ...last, note: formatNote(note) }, quorum);
    tell({ is: 'cosigned', relationship, size: last.checkpoint.size, quorum });
    const areHeard = unheard.every(({ name }) => known.heard.has(name));
    if (areHeard) hold.release(relationship);
    return quorum && areHeard;
  }

  /** Nothing of it is signed here, and so nothing can be cosigned: before it is, each witness says what it keeps of it. */
  private async unsigned(relationship: string, policy: Policy, unheard: readonly PolicyWitness[]): Promise<boolean> {
    const { store, dataDirectory, files, hold } = this.options;
    if (!hold.holds(relationship)) return true;
    const { number } = await incarnationIn(store, relationship);
    const incarnation = Math.max(number, files.signedIncarnation(relationship));
    const origin = originOf(namedLog(dataDirectory), relationship, incarnation);
    const nothing = { checkpoint: { origin, size: 0, root: EMPTY_ROOT, extensions: [] }, note: '', signedMs: 0 };
    const asked = unheard.map(({ name }): WitnessOutcome => ({ ...UNASKED, witness: name }));
    if (await this.contradicted(relationship, policy, nothing, asked)) return true;
    const { heard } = this.knownOf(relationship);
    const areHeard = unheard.every(({ name }) => heard.has(name));
    if (areHeard) hold.release(relationship);
    return areHeard;
  }

  /**
   * Learns from outcomes. True where a witness shows what the log does not go on from: then its ledger is read-only. All
   * of them are looked at before: what any of them shows is kept.
   */
  private async contradicted(
    relationship: string,
    policy: Policy,
    last: SignedCheckpoint,
    outcomes: readonly WitnessOutcome[],
  ): Promise<boolean> {
    let broken: string | null = null;
    let isAllSaid = true;
    for (const outcome of outcomes) {
      const { contradiction, isSaid } = await this.heardOf(relationship, policy, last, outcome);
      broken ??= contradiction;
      isAllSaid &&= isSaid;
    }
    return broken === null ? false : this.isBroken(relationship, broken, isAllSaid);
  }

  /** What is wrong with the log by the word of one witness, from which is learned; and whether it has said all it keeps. */
  private async heardOf(
    relationship: string,
    policy: Policy,
    { checkpoint: { origin, size } }: SignedCheckpoint,
    outcome: WitnessOutcome,
  ): Promise<Said> {
    const { witness, theirSize } = outcome;
    const { heard } = this.knownOf(relationship);
    const isStranger = !outcome.cosigned && outcome.stranger === true;
    const isAsked = isAlarm(outcome) || isStranger;
    const answer = isAsked ? await this.shownBy(witness, relationship, policy, origin) : 'unsaid';
    const shown = typeof answer === 'string' ? null : answer;
    const isUnknown = isStranger && answer === 'nothing';
    const contradiction = shown?.contradiction ?? null;
    const isOurs = shown !== null && !shown.isForeign;
    const isKnown = isUnknown || isOurs || (theirSize !== undefined && !isAlarm(outcome));
    const isNews = isKnown && !heard.has(witness);
    const later = isNews ? await this.laterShown(relationship, policy, witness, origin) : NOTHING_LATER;
    if ((outcome.cosigned || isOurs) && later.isSaid) this.options.files.forgetClaimed(relationship, witness);
    if (contradiction === null) {
      const isSilent = isKnown && !later.isSaid;
      if (isKnown && !isSilent) heard.add(witness);
      if (isSilent) this.learn(relationship, { witness, cosigned: false, reason: UNSAID }, false);
      else if (!isUnknown || size > 0) {
        const isForeign = shown?.isForeign === true && !outcome.cosigned;
        this.learn(relationship, isForeign ? { ...outcome, reason: FOREIGN, foreign: true } : outcome, isOurs);
      }
    }
    return { contradiction: later.contradiction ?? contradiction, isSaid: isKnown && later.isSaid };
  }

  /**
   * What is wrong where a witness keeps checkpoints of incarnations after this one: the breaks that began them are lost
   * here. Null where it keeps none, which counts only where it says so. Each is kept here: their numbers are taken.
   */
  private async laterShown(relationship: string, policy: Policy, witness: string, origin: string): Promise<Said> {
    const identity = namedLog(this.options.dataDirectory);
    const number = incarnationOf(origin);
    let contradiction: string | null = null;
    for (let next = number + 1; next <= number + MAX_LATER_INCARNATIONS; next += 1) {
      const shown = await this.shownBy(witness, relationship, policy, originOf(identity, relationship, next));
      if (shown === 'nothing') break;
      if (shown === 'unsaid' || shown.isForeign) return { contradiction, isSaid: false };
      contradiction = shown.contradiction ?? contradiction;
    }
    return { contradiction, isSaid: true };
  }

  /** @param isAllSaid by every witness: a break that is declared over it must know of all that they keep */
  private isBroken(relationship: string, reason: string, isAllSaid: boolean): true {
    const { marks, hold, tell } = this.options;
    tell({ is: 'broken', relationship, reason });
    marks.mark(relationship, reason);
    if (isAllSaid) hold.release(relationship);
    return true;
  }

  private knownOf(relationship: string): Witnesses {
    const known = this.witnesses.get(relationship) ?? {
      sizes: new Map(),
      heard: new Set(),
      away: new Set(),
      claiming: new Set(),
    };
    this.witnesses.set(relationship, known);
    return known;
  }

  /** @param agrees it has seen more than was signed here, and shows that this log goes on from there */
  private learn(relationship: string, outcome: WitnessOutcome & { foreign?: true }, agrees: boolean): void {
    const { tell } = this.options;
    const { sizes, away, claiming } = this.knownOf(relationship);
    const { witness, cosigned, theirSize, foreign } = outcome;
    if (theirSize !== undefined) sizes.set(witness, theirSize);
    const isClaim = isAlarm(outcome) && !agrees;
    if (cosigned && away.delete(witness)) tell({ is: 'witness-back', relationship, witness });
    if (!isClaim) claiming.delete(witness);
    if (cosigned || agrees) return;
    const { reason } = outcome;
    if (isClaim && !claiming.has(witness)) {
      tell({ is: 'witness-claims', relationship, witness, reason, ...(foreign && { shown: true }) });
    }
    if (!isClaim && !away.has(witness)) tell({ is: 'witness-away', relationship, witness, reason });
    if (isClaim) claiming.add(witness);
    away.add(witness);
  }

  /**
   * An alarm is believed only with a checkpoint that this log itself once signed: the one that the witness keeps.
   *
   * @returns else what is wrong with this log, null where it goes on from there, or where no key that is known here signed
   * what it shows
   */
  private async shownBy(
    witness: string,
    relationship: string,
    policy: Policy,
    origin: string,
  ): Promise<Shown | 'nothing' | 'unsaid'> {
    const kept = await this.keptBy(urlOf(policy, witness), origin);
    if (kept === null) return 'nothing';
    try {
      const note = parseNote(kept);
      const theirs = parseCheckpoint(note.text);
      if (theirs.origin !== origin) return 'unsaid';
      // Anybody could have made it, the log itself too, with a key that came after those that are here.
      if (!isSignedBy(note, origin, publicKeys(this.options.dataDirectory))) {
        this.options.files.keepClaimed(relationship, witness, kept);
        return { contradiction: null, isForeign: true };
      }
      const tree = await this.options.trees.tree(relationship);
      // When it was signed it does not say.
      const shown: SignedCheckpoint = { checkpoint: theirs, note: kept, signedMs: 0 };
      const who = `the witness ${witness} has`;
      const broken = shownBreak(tree.size, (size) => tree.root(size).toString('base64'), shown, who);
      // On disk before its mark: whoever compares again must not depend on the witness being there.
      if (broken !== null) this.options.files.keepShown(relationship, shown);
      return { contradiction: broken, isForeign: false };
    } catch (error) {
      if (error instanceof InvalidNote) return 'unsaid';
      throw error;
    }
  }

  /**
   * The checkpoint that a witness keeps of a log (C2SP tlog-witness, "monitoring"): null where it says that it keeps none
   * (404), empty where it does not say.
   */
  private async keptBy(url: string, origin: string): Promise<string | null> {
    const address = `${url.replace(/\/$/, '')}/${createHash('sha256').update(origin).digest('hex')}/checkpoint`;
    try {
      const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(WITNESS_TIMEOUT_MS) });
      if (answer.status === 404) return null;
      return (answer.ok ? await boundedText(answer) : null) ?? '';
    } catch {
      // Whatever keeps a witness from showing it, it has not said that it keeps none: that is told of it.
      return '';
    }
  }
}

const FOREIGN =
  'it shows a checkpoint that no key in private has signed; if the log was given a new key since a backup that was ' +
  'brought back here, stop and bring back private of after that';

const UNSAID = 'it does not say whether it keeps what was signed after a declared break';

const NOTHING_LATER: Said = { contradiction: null, isSaid: true };

/** Of a witness that was not asked to cosign: what it keeps is to be asked for. */
const UNASKED = { cosigned: false, reason: 'it does not say what it keeps of the log', stranger: true } as const;

function urlOf({ witnesses }: Policy, witness: string): string {
  return witnesses.find(({ name }) => name === witness)?.url ?? '';
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
