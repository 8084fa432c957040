import type { EventStore } from '@app/event-store';
import { formatCheckpoint, HASH_BYTES, InvalidNote, parseCheckpoint, parseNote } from '@app/integrity';
import { hasEntries } from '../entry/has-entries';
import { recordByLedger, type OwnRecord } from '../entry/log-entry';
import { Problem } from '../problems';
import { UNREADABLE_CHECKPOINT } from '../verifier/declared-breaks';
import { breakBehind, breakBeside, breakIn, knownBeside, type KnownBeside } from './break-in';
import {
  checkpointFiles,
  DamagedCheckpoint,
  orDamage,
  unlessDamaged,
  type CheckpointFiles,
  type SignedCheckpoint,
} from './checkpoint-files';
import { claimText } from './claimed';
import { hearWitnesses } from './cosign-now';
import { whenLate } from './hold';
import { incarnationIn, type Incarnation } from './incarnation';
import { leafFiles } from './leaf-files';
import { publicKeys } from './key-files';
import { logIdentity } from './log-identity';
import { LogTrees } from './log-trees';
import { incarnationOf, originOf } from './origin';
import { marksAnew, readOnlyMarks, readOnlyProblem, type ReadOnlyMarks } from './read-only-marks';
import { recordMissedRotation } from './record-rotation';
import { whileNobodySigns } from './sign-log';
import { signLocked } from './sign-now';
import { verifyLedger } from './verify';
import { isSignedBy } from './signed-by';

/**
 * Opens a new incarnation of a record that is not the one that was signed: an entry records the break, with the largest
 * checkpoint that is known from before it, and checkpoints have another origin from then on, so that none of them
 * contradicts an earlier one in silence.
 *
 * @param reason why what is missing cannot be brought back, for the parties to read: nothing can be, from then on
 * @param late when witnesses that are silent are not waited for any more
 * @returns the origin of its checkpoints from now on
 * @throws Problem `not-allowed-now` where the ledger is not read-only, or a server signs it, or an entry is not as it was
 * written: then no incarnation of it could ever be verified
 */
export async function declareBreak(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  reason: string,
  nowMs: number,
  late = whenLate(),
): Promise<string> {
  return withBroken(store, dataDirectory, relationship, nowMs, async () => {
    const size = await soundSize(store, dataDirectory, relationship);
    // What they show now is to be named by the break, and no incarnation that they know is to be signed once more.
    await hearWitnesses(store, dataDirectory, relationship, late, undefined, () =>
      isClaimed(dataDirectory, relationship),
    );
    const files = checkpointFiles(dataDirectory);
    const known = knownOf(files, relationship);
    let incarnation = await incarnationIn(store, relationship);
    const signed = Math.max(files.signedIncarnation(relationship), signedLast(known, incarnation, size));
    // More than one where what was lost held breaks itself: the number of each was signed, and is taken. None where this
    // was interrupted after the break had been recorded.
    while (incarnation.number <= signed) {
      const record = breakOf(reason, known, incarnation);
      const key = `record.broken ${incarnation.number}`;
      await recordByLedger(store, relationship, key, record, nowMs);
      incarnation = await incarnationIn(store, relationship);
    }
    await recordMissedRotation(store, dataDirectory, relationship, nowMs, true);
    files.retire(relationship, incarnation.begun - 1);
    leafFiles(dataDirectory).forget(relationship);
    readOnlyMarks(dataDirectory).clear(relationship);
    await signLocked(store, dataDirectory, relationship, nowMs, late);
    const next = files.last(relationship);
    if (next === null) throw new Error(`${relationship} was not signed after its break`);
    return next.checkpoint.origin;
  });
}

/** Entries that a new incarnation would begin with: each must be what was written. @throws Problem `not-allowed-now` */
async function soundSize(store: EventStore, dataDirectory: string, relationship: string): Promise<number> {
  const { entries, fault } = await soundness(store, dataDirectory, relationship);
  if (entries === 0 && fault === null) {
    const detail = `nothing is left of ${relationship}: only a bundle or a later backup brings it back`;
    throw new Problem('not-allowed-now', detail);
  }
  if (fault === null) return entries;
  throw new Problem('not-allowed-now', `${relationship} ${fault}; no declared break would make it so`);
}

/** How many entries hold in themselves, and together; and what is wrong with the next one. */
async function soundness(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
): Promise<{ readonly entries: number; readonly fault: string | null }> {
  if (!(await hasEntries(store, relationship))) return { entries: 0, fault: null };
  const { firstBad, entries } = await verifyLedger(store, { relationship });
  if (firstBad === null) return { entries, fault: null };
  // The leaves that were signed may tell that already the one before is another.
  const signed = (await verifyLedger(store, { relationship, dataDirectory })).firstBad;
  const { revision, reason } = signed?.revision === null || signed === null ? firstBad : signed;
  const backup = 'restore a backup, and bring back what came after it from the bundle of a party';
  return { entries, fault: `holds an entry ${revision} that is not as it was written (${reason}): ${backup}` };
}

/** What is known of the last checkpoints of a log; damaged where that cannot be read which was the last. */
interface Known extends KnownBeside {
  readonly last: SignedCheckpoint | DamagedCheckpoint | null;
}

/** @throws DamagedCheckpoint of what was shown */
function knownOf(files: CheckpointFiles, relationship: string): Known {
  return { last: orDamage(() => files.last(relationship)), ...knownBeside(files, relationship) };
}

/** The last incarnation that what is known is of; 0 where nothing shows that there was one. @param size entries now */
function signedLast({ last, shown }: Known, { number, begun, seen }: Incarnation, size: number): number {
  const numbers = [last, ...shown].map((each) => {
    if (each === null) return 0;
    // It was there before the break where nothing came after that.
    if (each instanceof DamagedCheckpoint) return begun === size ? number - 1 : number;
    return incarnationOf(each.checkpoint.origin);
  });
  return Math.max(seen === null ? 0 : number, ...numbers);
}

/** What is recorded of the end of an incarnation, with the largest checkpoint that is known of it. */
function breakOf(reason: string, { last, cosigned, shown }: Known, { number, seen }: Incarnation): OwnRecord {
  const readable = [last instanceof DamagedCheckpoint ? null : last, cosigned, ...shown];
  const known = [
    ...readable.flatMap((each) =>
      each !== null && incarnationOf(each.checkpoint.origin) >= number
        ? [{ size: each.checkpoint.size, root: each.checkpoint.root.toString('base64') }]
        : [],
    ),
    ...(seen === null ? [] : [seen]),
  ];
  const largest = known.toSorted((a, b) => b.size - a.size)[0];
  const lastCheckpoint = largest === undefined ? UNREADABLE_CHECKPOINT : `${largest.size} ${largest.root}`;
  return { kind: 'record.broken', text: reason, data: { lastCheckpoint, reason } };
}

/**
 * Compares a read-only ledger once more, as after the clock was put right: where it is what was signed, and what its
 * witnesses have shown, it takes entries again.
 *
 * @throws Problem `relationship-not-found`, `not-allowed-now` where a server signs it or a witness shows what no key here
 * has signed, `read-only` where it still is not
 */
export async function compareAgain(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  nowMs: number,
): Promise<void> {
  await whileNobodySigns(dataDirectory, async () => {
    await assertThere(store, dataDirectory, relationship);
    await assertSound(store, dataDirectory, relationship);
    try {
      await goOnWhereSound(store, dataDirectory, relationship, nowMs);
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'read-only')) throw error;
      const bundle = `"ledger recover ${relationship} --bundle FILE" brings back a lost end that a party holds`;
      const declare = '"--declare REASON" records that nothing can';
      throw new Problem('read-only', `${error.detail}; ${bundle}, ${declare}`);
    }
  });
}

/**
 * Signs on and lets the ledger take entries, where it is what was signed and what witnesses have shown; else it stays
 * marked.
 *
 * @throws Problem `read-only`
 */
export async function goOn(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  nowMs: number,
): Promise<void> {
  await assertSound(store, dataDirectory, relationship);
  await goOnWhereSound(store, dataDirectory, relationship, nowMs);
}

/** What is signed on must be what was written. @throws Problem `read-only` */
async function assertSound(store: EventStore, dataDirectory: string, relationship: string): Promise<void> {
  const { fault } = await soundness(store, dataDirectory, relationship);
  if (fault === null) return;
  readOnlyMarks(dataDirectory).replace(relationship, fault);
  throw readOnlyProblem(relationship, fault);
}

async function goOnWhereSound(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  nowMs: number,
): Promise<void> {
  const marks = readOnlyMarks(dataDirectory);
  await recordMissedRotation(store, dataDirectory, relationship, nowMs);
  await assertAsSigned(store, dataDirectory, relationship, nowMs, marksAnew(marks));
  checkpointFiles(dataDirectory).forgetShown(relationship);
  // Last: whatever ends this before leaves the ledger as it was found.
  marks.clear(relationship);
}

/**
 * Takes over a checkpoint that a party holds, where the last one that was signed is missing: what is in the ledger must
 * go on from it.
 *
 * @param note the signed note, as the ledger served it once
 * @throws Problem `not-allowed-now` where none is missing or a server signs it, `invalid-parameter` where this log has
 * not signed it, `read-only` where the ledger does not go on from it
 */
export async function takeKnownCheckpoint(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  note: string,
  nowMs: number,
): Promise<void> {
  await withBroken(store, dataDirectory, relationship, nowMs, async () => {
    const files = checkpointFiles(dataDirectory);
    const last = orDamage(() => files.last(relationship));
    const origin = await currentOrigin(store, dataDirectory, relationship);
    const next = ownCheckpoint(note, origin, dataDirectory, nowMs);
    if (last !== null && !(last instanceof DamagedCheckpoint)) {
      // This was interrupted after it had been taken over.
      if (isSame(last, next)) return goOn(store, dataDirectory, relationship, nowMs);
      const detail =
        `the last checkpoint of ${relationship} is there, and no other can take its place: ` +
        `"ledger recover ${relationship}" compares with it`;
      throw new Problem('not-allowed-now', detail);
    }
    const broken = breakIn(await new LogTrees(store).tree(relationship), next);
    if (broken !== null) throw readOnlyProblem(relationship, broken);
    await assertVouched(store, dataDirectory, relationship, next);
    takeOver(files, relationship, next);
    await goOn(store, dataDirectory, relationship, nowMs);
  });
}

/**
 * Makes sure that a ledger whose last checkpoint is missing may go on from an older one: what came behind that must be what
 * was signed, as far as the hashes that are kept of it reach; and where these are lost, nothing may have come that no other
 * checkpoint shows. Else another history than the signed one would be signed.
 *
 * @param taken which the ledger goes on from
 * @throws Problem `read-only`
 */
export async function assertVouched(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  taken: SignedCheckpoint,
): Promise<void> {
  const tree = await new LogTrees(store).tree(relationship);
  const { size } = taken.checkpoint;
  // What is missing a bundle brings back.
  if (tree.size < size) return;
  const { number, seen } = await incarnationIn(store, relationship);
  const beside = knownBeside(checkpointFiles(dataDirectory), relationship);
  const rootAt = (at: number): string => tree.root(at).toString('base64');
  const behind = leafFiles(dataDirectory).behind(relationship, taken.checkpoint);
  const broken =
    breakBeside(beside, { size: tree.size, incarnation: number }, rootAt) ??
    (behind && breakBehind(tree, size, behind));
  if (broken !== null) {
    readOnlyMarks(dataDirectory).replace(relationship, broken);
    throw readOnlyProblem(relationship, broken);
  }
  // They are written before what they are of is signed: what they do not reach was not, unless they were cut off.
  if (behind !== null && size + behind.length / HASH_BYTES >= (seen?.size ?? 0)) return;
  const vouched = [beside.cosigned, ...beside.shown].flatMap((each) =>
    each !== null && incarnationOf(each.checkpoint.origin) >= number ? [each.checkpoint.size] : [],
  );
  const reach = Math.max(size, ...vouched);
  if (tree.size > reach) throw readOnlyProblem(relationship, unvouched(relationship, tree.size - reach, reach));
}

function unvouched(relationship: string, count: number, from: number): string {
  return (
    `cannot go on from it: nothing shows that its ${count} entries from ${from} on are those that were signed, as ` +
    'private/leaves does not hold their hashes; bring that back from a backup, or give the newest checkpoint or bundle ' +
    'that there is (a witness keeps its last one, a receipt ends with one), or record with ' +
    `"ledger recover ${relationship} --declare REASON" that nothing shows it`
  );
}

function isSame({ checkpoint: a }: SignedCheckpoint, { checkpoint: b }: SignedCheckpoint): boolean {
  return formatCheckpoint(a) === formatCheckpoint(b);
}

/** In the place of a last checkpoint that is missing, or damaged: that file is put aside as it is. */
export function takeOver(files: CheckpointFiles, relationship: string, next: SignedCheckpoint): void {
  files.retireDamaged(relationship, next.checkpoint.size);
  files.replace([{ relationship, before: null, next }]);
}

/** The origin of checkpoints as they were signed last, as far as this directory and the log know of it. */
export async function currentOrigin(store: EventStore, dataDirectory: string, relationship: string): Promise<string> {
  const files = checkpointFiles(dataDirectory);
  const last = unlessDamaged(() => files.last(relationship));
  if (last !== null) return last.checkpoint.origin;
  const { number } = await incarnationIn(store, relationship);
  return originOf(logIdentity(dataDirectory), relationship, Math.max(number, files.signedIncarnation(relationship)));
}

/**
 * A checkpoint that somebody brings, as this directory would keep it.
 *
 * @throws Problem `invalid-parameter` where no key of this directory signed the note as one of that origin
 */
export function ownCheckpoint(
  text: string,
  origin: string,
  dataDirectory: string,
  nowMs: number,
  keys: readonly Buffer[] = publicKeys(dataDirectory),
): SignedCheckpoint {
  try {
    const note = parseNote(text);
    const checkpoint = parseCheckpoint(note.text);
    if (checkpoint.origin !== origin || !isSignedBy(note, origin, keys)) {
      throw new InvalidNote(`it is not signed as one of ${origin} by a key of this log`);
    }
    // It does not say when it was signed: before now.
    return { checkpoint, note: text, signedMs: nowMs - 1 };
  } catch (error) {
    if (!(error instanceof InvalidNote)) throw error;
    throw new Problem('invalid-parameter', `known: ${error.message}`, 'known');
  }
}

/** Runs while nobody else signs, on a ledger that is not as it was signed. */
export async function withBroken<Result>(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  nowMs: number,
  recover: () => Promise<Result>,
): Promise<Result> {
  return whileNobodySigns(dataDirectory, async () => {
    await assertThere(store, dataDirectory, relationship);
    if (await isAsSigned(store, dataDirectory, relationship, nowMs)) {
      throw new Problem(
        'not-allowed-now',
        `the ledger of ${relationship} is as it was signed: there is nothing to recover`,
      );
    }
    return recover();
  });
}

/** Of what was lost to the last entry its checkpoint is there. @throws Problem `relationship-not-found` */
async function assertThere(store: EventStore, dataDirectory: string, relationship: string): Promise<void> {
  if (checkpointFiles(dataDirectory).relationships().includes(relationship)) return;
  if (await hasEntries(store, relationship)) return;
  throw new Problem('relationship-not-found', `there is no relationship "${relationship}"`);
}

/** Nor do its witnesses know, now or from before, of anything else. @throws Problem `read-only` */
async function assertAsSigned(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  nowMs: number,
  marks: ReadOnlyMarks,
): Promise<void> {
  const late = whenLate();
  await signLocked(store, dataDirectory, relationship, nowMs, late, marks, hearUnclaimed);
  await hearUnclaimed(store, dataDirectory, relationship, late, marks);
  const reason = marks.reason(relationship);
  if (reason !== null) throw readOnlyProblem(relationship, reason);
}

/** Whether it is what was signed cannot be said here: nothing is signed, and nothing held against it. */
class Undecided extends Problem {
  constructor(relationship: string, claim: string) {
    super('not-allowed-now', `whether the ledger of ${relationship} is what was signed cannot be said here: ${claim}`);
    this.name = 'Undecided';
  }
}

/** As `hearWitnesses`, and waits no longer where one of them shows what no key here has signed. @throws Undecided */
const hearUnclaimed: typeof hearWitnesses = async (
  store,
  dataDirectory,
  relationship,
  late,
  marks = readOnlyMarks(dataDirectory),
) => {
  const isEnough = (): boolean => isClaimed(dataDirectory, relationship);
  await hearWitnesses(store, dataDirectory, relationship, late, marks, isEnough);
  const claim = claimText(dataDirectory, relationship);
  // What contradicts it and was signed by a key that is here decides.
  if (claim !== null && marks.reason(relationship) === null) throw new Undecided(relationship, claim);
};

function isClaimed(dataDirectory: string, relationship: string): boolean {
  return claimText(dataDirectory, relationship) !== null;
}

async function isAsSigned(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  nowMs: number,
): Promise<boolean> {
  try {
    await assertAsSigned(store, dataDirectory, relationship, nowMs, readOnlyMarks(dataDirectory));
    return true;
  } catch (error) {
    if (error instanceof Undecided || (error instanceof Problem && error.code === 'read-only')) return false;
    throw error;
  }
}
