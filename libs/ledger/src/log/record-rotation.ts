import type { EventStore } from '@app/event-store';
import { formatVerifierKey, parseNote, verifierKey } from '@app/integrity';
import { recordByLedger } from '../entry/log-entry';
import { streamOf } from '../entry/read';
import { Problem } from '../problems';
import { LOST_TEXT } from '../verifier/lost-keys';
import { breakBeside, breakIn, knownBeside } from './break-in';
import { checkpointFiles, unlessDamaged, type SignedCheckpoint } from './checkpoint-files';
import { hearWitnesses } from './cosign-now';
import { whenLate } from './hold';
import { rotatedIn } from './known-checkpoint';
import { isKeyReplaced, publicKeys } from './key-files';
import { keptLogName } from './log-identity';
import { LogTrees } from './log-trees';
import { incarnationOf, originOf } from './origin';
import { isSignedBy } from './signed-by';
import { verifyLedger } from './verify';

/**
 * Says in a ledger that was read-only when the log was given a new key that it has one, before anything is signed with
 * it. Does nothing where the ledger says so, or where it does not go on from what is known to be signed of it.
 *
 * @param isDeclared its break is, so that it need not go on from anything
 */
export async function recordMissedRotation(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  nowMs: number,
  isDeclared = false,
): Promise<void> {
  // It is told of by whoever signs; a key that was replaced takes no place.
  if (isKeyReplaced(dataDirectory)) return;
  const [current] = publicKeys(dataDirectory);
  const last = unlessDamaged(() => checkpointFiles(dataDirectory).last(relationship));
  const old = await replacedKey(store, dataDirectory, relationship, last);
  const name = keptLogName(dataDirectory);
  if (current === undefined || old === null || name === null) return;
  if (!isDeclared) {
    // What they show is looked at first: behind an entry that is recorded here nothing is brought back.
    await hearWitnesses(store, dataDirectory, relationship, whenLate());
    if (last === null || !(await goesOn(store, dataDirectory, relationship, last))) return;
  }
  await recordRotation(store, { dataDirectory, relationship, name }, [old, current], LOST_TEXT, nowMs);
}

/** The key in whose place the current one came, without the ledger saying so; null where it says it, or need not. */
async function replacedKey(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  last: SignedCheckpoint | null,
): Promise<Buffer | null> {
  const [current, ...retired] = publicKeys(dataDirectory);
  if (current === undefined || retired.length === 0) return null;
  let named: Buffer | undefined;
  for await (const event of store.read(streamOf(relationship), 0, { lazy: true })) named = rotatedIn(event)[1] ?? named;
  if (named !== undefined) return named.equals(current) ? null : named;
  if (last === null) return retired[0] ?? null;
  if (isCheckpointOf(last, [current])) return null;
  return retired.find((key) => isCheckpointOf(last, [key])) ?? null;
}

/** Whether every entry is as it was written, and a ledger goes on from all that is known to be signed of it. */
async function goesOn(
  store: EventStore,
  dataDirectory: string,
  relationship: string,
  last: SignedCheckpoint,
): Promise<boolean> {
  const { firstBad } = await verifyLedger(store, { relationship });
  if (firstBad !== null) return false;
  const tree = await new LogTrees(store).tree(relationship);
  const beside = knownBeside(checkpointFiles(dataDirectory), relationship);
  const now = { size: tree.size, incarnation: incarnationOf(last.checkpoint.origin) };
  const rootAt = (size: number): string => tree.root(size).toString('base64');
  return breakIn(tree, last) === null && breakBeside(beside, now, rootAt) === null;
}

/** Says in the ledger of a relationship that its log has a new key. @param keys the old one and the new one, public */
export async function recordRotation(
  store: EventStore,
  log: { readonly dataDirectory: string; readonly relationship: string; readonly name: string },
  keys: readonly [old: Buffer, next: Buffer],
  text: string,
  nowMs: number,
): Promise<void> {
  const { relationship } = log;
  const last = unlessDamaged(() => checkpointFiles(log.dataDirectory).last(relationship));
  const origin = last?.checkpoint.origin ?? originOf(log, relationship);
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

/** By one of these keys. */
export function isCheckpointOf({ checkpoint: { origin }, note }: SignedCheckpoint, keys: readonly Buffer[]): boolean {
  return isSignedBy(parseNote(note), origin, keys);
}
