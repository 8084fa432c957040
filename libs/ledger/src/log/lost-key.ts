import { UnreadableEvent, type EventStore } from '@app/event-store';
import { EMPTY_ROOT, InvalidPolicy, parsePolicy, type VerifierKey } from '@app/integrity';
import { Problem } from '../problems';
import { LOST_TEXT } from '../verifier/lost-keys';
import { checkpointFiles, unlessDamaged, type SignedCheckpoint } from './checkpoint-files';
import { keyElsewhere, keysNamed, nameNextKey, type NamedKey } from './claim-log';
import { hearWitnesses } from './cosign-now';
import { whenLate } from './hold';
import { incarnationIn } from './incarnation';
import { dropKey, nextKeys, publicKeys, replaceKeys, retireKey } from './key-files';
import { keepLogName, keptLogName, keyFault, nameFault, signedNames } from './log-identity';
import { originOf, parseOrigin } from './origin';
import { readOnlyMarks } from './read-only-marks';
import { isCheckpointOf, recordRotation } from './record-rotation';
import { readOnlyNow } from './rotate-key';
import { whileNobodySigns } from './sign-log';
import { signLocked } from './sign-now';
import { verifyLedger } from './verify';

/** What came of it that the log has a new key where the old one is lost. */
export interface ReplacedKey {
  /** The new one, 64 hex digits. */
  readonly publicKey: string;
  /** Ledgers that are read-only, and why: each says that the log has a new key once it is recovered. */
  readonly skipped: readonly { readonly relationship: string; readonly reason: string }[];
}

/**
 * Gives the log of a data directory a new key where the one that signed is lost. Each relationship records it in an entry;
 * nobody but the operator vouches for it, and every verdict says so. Ledgers that are not as they were
 * signed stay, or become, read-only and are left out: whatever recovers them signs them with the new key.
 *
 * @param relationships all of them
 * @param policy one that a party pinned of the log: it tells the public key of the one that is lost
 * @throws Problem `not-allowed-now` where the key is there, a server signs the directory, or nothing tells the name of the
 * log, `invalid-parameter` where the policy does not name the key that is lost
 */
export async function replaceLostKey(
  store: EventStore,
  dataDirectory: string,
  relationships: readonly string[],
  policy: string,
  clock: () => number,
): Promise<ReplacedKey> {
  return whileNobodySigns(dataDirectory, async () => {
    const isElsewhere = (await keyElsewhere(store, dataDirectory)) !== null;
    if (keyFault(dataDirectory) === null && publicKeys(dataDirectory).length > 0 && !isElsewhere) {
      throw new Problem('not-allowed-now', 'the key of this log is there; "ledger rotate-key" replaces it', 'lost');
    }
    const keysOfPolicy = logKeysIn(policy);
    const named = await keysNamed(store);
    const name = lostName(dataDirectory, named, keysOfPolicy);
    const known = named.map(({ publicKey }) => Buffer.from(publicKey, 'hex'));
    const lost = lostKeyIn(keysOfPolicy, dataDirectory, name, isElsewhere ? [] : publicKeys(dataDirectory), known);
    keepLogName(dataDirectory, name);
    await rememberAll(store, dataDirectory, name, relationships);
    if (isElsewhere) dropKey(dataDirectory);
    // Also what a witness shows is believed only by a key that is known.
    for (const key of [...known, lost]) retireKey(dataDirectory, key);
    const late = whenLate();
    const skipped = await notAsSigned(store, dataDirectory, relationships, late);
    const next = nextKeys(dataDirectory);
    const writable = relationships.filter((relationship) => !skipped.has(relationship));
    for (const relationship of writable) {
      const log = { dataDirectory, relationship, name };
      await recordRotation(store, log, [lost, next.publicKey], LOST_TEXT, clock());
    }
    replaceKeys(dataDirectory, lost, next);
    for (const relationship of writable) {
      try {
        await signLocked(store, dataDirectory, relationship, clock(), late);
      } catch (error) {
        if (!(error instanceof Problem && error.code === 'read-only')) throw error;
        skipped.set(relationship, readOnlyMarks(dataDirectory).reason(relationship) ?? error.message);
      }
    }
    await nameNextKey(store, { name, keys: next });
    return {
      publicKey: next.publicKey.toString('hex'),
      skipped: [...skipped].map(([relationship, reason]) => ({ relationship, reason })),
    };
  });
}

/** The keys of a log in a policy. @throws Problem `invalid-parameter` */
function logKeysIn(policy: string): readonly VerifierKey[] {
  try {
    return parsePolicy(policy).logs.map(({ key }) => key);
  } catch (error) {
    if (error instanceof InvalidPolicy) throw wrongPolicy(error.message);
    throw error;
  }
}

function wrongPolicy(why: string): Problem {
  return new Problem('invalid-parameter', `lost: ${why}`, 'lost');
}

/** The name of the log: of the directory, else of the store, else of the policy. @throws Problem `not-allowed-now` */
function lostName(dataDirectory: string, named: readonly NamedKey[], keys: readonly VerifierKey[]): string {
  const refuse = (why: string): Problem => new Problem('not-allowed-now', why, 'log-name');
  const [kept, fault] = [keptLogName(dataDirectory), nameFault(dataDirectory)];
  const stored = named.at(-1)?.name;
  if (kept !== null && stored === undefined && fault !== null) throw refuse(fault);
  const signed = new Set(signedNames(dataDirectory));
  const mayBe = (name: string): boolean => signed.size === 0 || signed.has(name);
  const name = stored ?? kept ?? keys.map((key) => parseOrigin(key.name)?.name).find((each) => each && mayBe(each));
  if (name === undefined) {
    const nobody = 'private/log-name is missing, and neither the store nor this policy says how the log is named';
    throw refuse(fault ?? nobody);
  }
  if (mayBe(name)) return name;
  throw refuse(`the store names the log ${name}, and ${dataDirectory} is that of ${[...signed].join(', ')}`);
}

/**
 * The key of a policy that signed, with those that are known here, every last checkpoint; where none can be read, the one
 * that the store names, or the first one of this log.
 *
 * @throws Problem `invalid-parameter`
 */
function lostKeyIn(
  keys: readonly VerifierKey[],
  dataDirectory: string,
  name: string,
  here: readonly Buffer[],
  named: readonly Buffer[],
): Buffer {
  const files = checkpointFiles(dataDirectory);
  const marks = readOnlyMarks(dataDirectory);
  const last = new Map(
    files.relationships().flatMap((relationship): [string, SignedCheckpoint][] => {
      const found = unlessDamaged(() => files.last(relationship));
      return found === null ? [] : [[relationship, found]];
    }),
  );
  // What is wrong with a ledger that is read-only keeps no other from being signed.
  const sound = [...last].flatMap(([relationship, each]) => (marks.reason(relationship) === null ? [each] : []));
  const current = named.at(-1);
  const lost = keys.find(({ name: origin, publicKey }) => {
    if (last.size === 0) return current?.equals(publicKey) ?? parseOrigin(origin)?.name === name;
    return (
      [...last.values()].some((each) => isCheckpointOf(each, [publicKey])) &&
      sound.every((each) => isCheckpointOf(each, [publicKey, ...here, ...named]))
    );
  });
  if (lost !== undefined) return lost.publicKey;
  throw wrongPolicy(
    last.size > 0
      ? 'no key of this policy signed the last checkpoints of this log'
      : `no key of this policy is that of the log ${name}`,
  );
}

/** Where nothing is left that remembers what was signed: all of it may have been, and none of it is signed afresh. */
async function rememberAll(
  store: EventStore,
  dataDirectory: string,
  name: string,
  relationships: readonly string[],
): Promise<void> {
  const files = checkpointFiles(dataDirectory);
  if (files.relationships().length > 0 || files.signedOnce().length > 0) return;
  const signed = [];
  for (const relationship of relationships) {
    const number = await incarnationNumber(store, relationship);
    const checkpoint = { origin: originOf({ name }, relationship, number), size: 0, root: EMPTY_ROOT, extensions: [] };
    signed.push({ relationship, checkpoint, note: '', signedMs: 0 });
  }
  files.remember(signed);
}

async function incarnationNumber(store: EventStore, relationship: string): Promise<number> {
  try {
    return (await incarnationIn(store, relationship)).number;
  } catch (error) {
    // It cannot be signed before it is restored: the first one is enough to remember that it was.
    if (error instanceof UnreadableEvent) return 1;
    throw error;
  }
}

/** Ledgers that are not as they were signed, marked, and what is said of each. */
async function notAsSigned(
  store: EventStore,
  dataDirectory: string,
  relationships: readonly string[],
  late: AbortSignal,
): Promise<Map<string, string>> {
  const marks = readOnlyMarks(dataDirectory);
  const found = new Map(await readOnlyNow(store, dataDirectory));
  for (const relationship of relationships) {
    if (found.has(relationship)) continue;
    await hearWitnesses(store, dataDirectory, relationship, late);
    if (marks.reason(relationship) === null) {
      const { firstBad } = await verifyLedger(store, { dataDirectory, relationship });
      if (firstBad !== null) marks.mark(relationship, `is not as signed: ${firstBad.reason}`);
    }
    const reason = marks.reason(relationship);
    if (reason !== null) found.set(relationship, reason);
  }
  return found;
}
