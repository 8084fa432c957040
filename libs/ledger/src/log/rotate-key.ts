import type { EventStore } from '@app/event-store';
import { formatVerifierKey, verifierKey } from '@app/integrity';
import { recordByLedger } from '../entry/log-entry';
import { Problem } from '../problems';
import { checkpointFiles } from './checkpoint-files';
import { nameNextKey } from './claim-log';
import { hearWitnesses } from './cosign-now';
import { whenLate } from './hold';
import { LedgerLog } from './ledger-log';
import { logIdentity, nextKeys, replaceKeys } from './log-identity';
import { originOf } from './origin';
import { lockSigner } from './sign-log';
import { signLocked } from './sign-now';

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
  const release = lockSigner(dataDirectory);
  if (release === null)
    throw new Problem('not-allowed-now', `a server signs the log of ${dataDirectory}; stop it first`);
  try {
    const late = whenLate();
    for (const relationship of relationships) await hearWitnesses(store, dataDirectory, relationship, late);
    await assertWritable(store, dataDirectory, relationships);
    const identity = logIdentity(dataDirectory);
    const files = checkpointFiles(dataDirectory);
    const next = nextKeys(dataDirectory);
    for (const relationship of relationships) {
      const origin = files.last(relationship)?.checkpoint.origin ?? originOf(identity, relationship);
      const [old, fresh] = [identity.keys, next].map(({ publicKey }) =>
        formatVerifierKey(verifierKey(origin, 'ed25519', publicKey)),
      ) as [string, string];
      const record = { kind: 'logkey.rotated', text: 'The log has a new key.', data: { old, new: fresh } } as const;
      await recordOnce(store, relationship, `logkey.rotated ${next.publicKey.toString('hex')}`, record, clock());
      await signLocked(store, dataDirectory, relationship, clock(), late);
    }
    replaceKeys(dataDirectory, identity, next);
    await nameNextKey(store, { name: identity.name, keys: next });
    return next.publicKey.toString('hex');
  } finally {
    release();
  }
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
