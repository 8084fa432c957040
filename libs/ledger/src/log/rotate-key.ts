import type { EventStore } from '@app/event-store';
import { assertOwnLog, nameNextKey } from './claim-log';
import { hearWitnesses } from './cosign-now';
import { whenLate } from './hold';
import { LedgerLog } from './ledger-log';
import { nextKeys, replaceKeys } from './key-files';
import { logIdentity } from './log-identity';
import { readOnlyProblem } from './read-only-marks';
import { recordRotation } from './record-rotation';
import { whileNobodySigns } from './sign-log';
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
  return whileNobodySigns(dataDirectory, async () => {
    const late = whenLate();
    await assertOwnLog(store, dataDirectory);
    for (const relationship of relationships) await hearWitnesses(store, dataDirectory, relationship, late);
    await assertWritable(store, dataDirectory, relationships);
    // One that is not as it was signed is told of before the key is named anywhere.
    for (const relationship of relationships) await signLocked(store, dataDirectory, relationship, clock(), late);
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

/** Before anything is recorded anywhere. @throws Problem `read-only` */
async function assertWritable(
  store: EventStore,
  dataDirectory: string,
  relationships: readonly string[],
): Promise<void> {
  const readOnly = await readOnlyNow(store, dataDirectory);
  for (const relationship of relationships) {
    const reason = readOnly.get(relationship);
    if (reason !== undefined) throw readOnlyProblem(relationship, reason);
  }
}

/** Ledgers that take no entry, and why, as a server finds them at its start. */
export async function readOnlyNow(store: EventStore, dataDirectory: string): Promise<ReadonlyMap<string, string>> {
  const log = new LedgerLog(store, dataDirectory, null);
  try {
    await log.start();
    return log.readOnly();
  } finally {
    log.close();
  }
}
