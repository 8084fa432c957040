import type { EventStore } from '@app/event-store';
import {
  formatVerifierKey,
  InvalidNote,
  InvalidPolicy,
  parseNote,
  parsePolicy,
  signersOf,
  verifierKey,
} from '@app/integrity';
import { recordByLedger } from '../entry/log-entry';
import { Problem } from '../problems';
import { checkpointFiles, type SignedCheckpoint } from './checkpoint-files';
import { nameNextKey } from './claim-log';
import { hearWitnesses } from './cosign-now';
import { whenLate } from './hold';
import { LedgerLog } from './ledger-log';
import {
  keptLogName,
  keyFault,
  logIdentity,
  nameFault,
  nextKeys,
  publicKeys,
  replaceKeys,
  retireKey,
} from './log-identity';
import { originOf } from './origin';
import { readOnlyProblem } from './read-only-marks';
import { whileNobodySigns } from './sign-log';
import { signLocked } from './sign-now';
import { verifyLedger } from './verify';

/**
 * Gives the log of a data directory a new key. Each relationship records it in an entry, and the old key signs that
 * entry: so whoever trusted the old one sees the new one named by it.
 *
 * @param relationships all of them
 * @returns the new public key, 64 hex digits
 * @throws Problem `not-allowed-now` where a server signs the directory, `read-only`
 */
export async function rotateKey(
  store: EventStore,
  dataDirectory: string,
  relationships: readonly string[],
  clock: () => number,
): Promise<string> {
  return whileNobodySigns(dataDirectory, async () => {
    const late = whenLate();
    for (const relationship of relationships) await hearWitnesses(store, dataDirectory, relationship, late);
    await assertWritable(store, dataDirectory, relationships);
    const identity = logIdentity(dataDirectory);
    const { name } = identity;
    const next = nextKeys(dataDirectory);
    for (const relationship of relationships) {
      const keys = [identity.keys.publicKey, next.publicKey] as const;
      await recordRotation(store, { dataDirectory, relationship, name }, keys, 'The log has a new key.', clock());
      await signLocked(store, dataDirectory, relationship, clock(), late);
    }
    replaceKeys(dataDirectory, identity.keys.publicKey, next);
    await nameNextKey(store, { name, keys: next });
    return next.publicKey.toString('hex');
  });
}

/**
 * Gives the log of a data directory a new key where the one that signed is lost. Each relationship records it in an entry;
 * nobody but the operator vouches for it, and every verdict by an old policy says so.
 *
 * @param relationships all of them
 * @param policy one that a party pinned of the log: it tells the public key of the one that is lost
 * @returns the new public key, 64 hex digits
 * @throws Problem `not-allowed-now` where the key is there or a server signs the directory, `invalid-parameter` where no
 * key of the policy signed the last checkpoints, `read-only` where a ledger is not as it was signed
 */
export async function replaceLostKey(
  store: EventStore,
  dataDirectory: string,
  relationships: readonly string[],
  policy: string,
  clock: () => number,
): Promise<string> {
  return whileNobodySigns(dataDirectory, async () => {
    if (keyFault(dataDirectory) === null) {
      throw new Problem('not-allowed-now', 'the key of this log is there; "ledger rotate-key" replaces it', 'lost');
    }
    const fault = nameFault(dataDirectory);
    const name = keptLogName(dataDirectory);
    if (fault !== null || name === null) throw new Problem('not-allowed-now', fault ?? '', 'log-name');
    const lost = lostKeyIn(policy, dataDirectory, relationships);
    const late = whenLate();
    for (const relationship of relationships) await hearWitnesses(store, dataDirectory, relationship, late);
    await assertWritable(store, dataDirectory, relationships);
    retireKey(dataDirectory, lost);
    const { firstBad } = await verifyLedger(store, { dataDirectory });
    if (firstBad !== null)
      throw readOnlyProblem(firstBad.relationship ?? 'this log', `is not as signed: ${firstBad.reason}`);
    const next = nextKeys(dataDirectory);
    const text = 'The key of the log is lost: only its operator vouches for the new one.';
    for (const relationship of relationships) {
      await recordRotation(store, { dataDirectory, relationship, name }, [lost, next.publicKey], text, clock());
    }
    replaceKeys(dataDirectory, lost, next);
    for (const relationship of relationships) await signLocked(store, dataDirectory, relationship, clock(), late);
    await nameNextKey(store, { name, keys: next });
    return next.publicKey.toString('hex');
  });
}

/** The key of a policy that signed, with those that are known here, every last checkpoint. */
function lostKeyIn(text: string, dataDirectory: string, relationships: readonly string[]): Buffer {
  const refuse = (why: string): Problem => new Problem('invalid-parameter', `lost: ${why}`, 'lost');
  try {
    const known = publicKeys(dataDirectory);
    const files = checkpointFiles(dataDirectory);
    const last = relationships.flatMap((relationship) => files.last(relationship) ?? []);
    const isSignedBy = ({ checkpoint: { origin }, note }: SignedCheckpoint, keys: readonly Buffer[]): boolean =>
      signersOf(
        parseNote(note),
        keys.map((key) => verifierKey(origin, 'ed25519', key)),
      ).length > 0;
    const lost = parsePolicy(text)
      .logs.map(({ key }) => key.publicKey)
      .find(
        (key) =>
          last.some((each) => isSignedBy(each, [key])) && last.every((each) => isSignedBy(each, [key, ...known])),
      );
    if (lost !== undefined) return lost;
  } catch (error) {
    if (!(error instanceof InvalidPolicy || error instanceof InvalidNote)) throw error;
    throw refuse(error.message);
  }
  throw refuse('no key of this policy signed the last checkpoints of this log');
}

/** Says in the ledger of a relationship that its log has a new key. @param keys the old one and the new one, public */
async function recordRotation(
  store: EventStore,
  log: { readonly dataDirectory: string; readonly relationship: string; readonly name: string },
  keys: readonly [old: Buffer, next: Buffer],
  text: string,
  nowMs: number,
): Promise<void> {
  const { relationship } = log;
  const origin =
    checkpointFiles(log.dataDirectory).last(relationship)?.checkpoint.origin ?? originOf(log, relationship);
  const [old, fresh] = keys.map((key) => formatVerifierKey(verifierKey(origin, 'ed25519', key))) as [string, string];
  const record = { kind: 'logkey.rotated', text, data: { old, new: fresh } } as const;
  await recordOnce(store, relationship, `logkey.rotated ${keys[1].toString('hex')}`, record, nowMs);
}

/** An earlier rotation may have recorded it, on another day, before it was interrupted. */
async function recordOnce(...recording: Parameters<typeof recordByLedger>): Promise<void> {
  try {
    await recordByLedger(...recording);
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'idempotency-key-reused')) throw error;
  }
}

/** Before anything is recorded anywhere. @throws Problem `read-only` */
async function assertWritable(
  store: EventStore,
  dataDirectory: string,
  relationships: readonly string[],
): Promise<void> {
  const log = new LedgerLog(store, dataDirectory, null);
  try {
    await log.start();
    for (const relationship of relationships) log.assertWritable(relationship);
  } finally {
    log.close();
  }
}
