import { v5 } from 'uuid';
import { WrongExpectedRevision, type EventStore } from '@app/event-store';
import { Problem } from '../problems';
import { publicKeys } from './key-files';
import { keptLogName, logIdentity, type LogIdentity } from './log-identity';
import { PRIVATE_DIRECTORY } from './private-files';

/** The keys that sign the logs of a store, the last one now: a stream of its own, outside every ledger. */
const LOG_STREAM = 'log';
const KEY_NAMED = 'log.key-named.v1';
/** Of event ids: the same key named twice at the same place is the same event. */
const NAMESPACE = '3d1c4a53-5be6-5a0f-8f0e-6f1e3a1a7d52';

const LOST = 'where that key is lost, "ledger rotate-key --lost POLICY" gives the log a new one';

/** A key of the log as the store names it. */
export interface NamedKey {
  readonly revision: number;
  /** Of the log. */
  readonly name: string;
  /** 64 hex digits. */
  readonly publicKey: string;
}

/**
 * Makes sure that one process alone signs the logs of a store that several share: the store names the key of the first,
 * and a process that has another is refused.
 *
 * @throws Problem `not-allowed-now`, and what the store throws
 */
export async function claimLog(store: EventStore, identity: LogIdentity, dataDirectory: string): Promise<void> {
  try {
    if ((await lastNamed(store)) === null) await nameKey(store, identity, null);
  } catch (error) {
    // Another process was first: its key stands there now.
    if (!(error instanceof WrongExpectedRevision)) throw error;
  }
  await assertClaimable(store, dataDirectory);
  const named = await lastNamed(store);
  const [current] = publicKeys(dataDirectory).map((key) => key.toString('hex'));
  // A rotation was interrupted before the store was told.
  if (named !== null && named.publicKey !== current) await nameKey(store, identity, named.revision);
}

/**
 * Makes sure that no other process claimed the logs of a store, before a key is drawn that could not sign them.
 *
 * @throws Problem `not-allowed-now`
 */
export async function assertClaimable(store: EventStore, dataDirectory: string): Promise<void> {
  const named = await keyElsewhere(store, dataDirectory);
  if (named !== null) {
    const detail =
      `the log of this store is ${named.name}, signed with the key ${named.publicKey}, and this process has another: ` +
      `start it with PRIMARY=no, or give it the DATA_DIR/private of the process that has that key; ${LOST}`;
    throw new Problem('not-allowed-now', detail, 'PRIMARY');
  }
  const renamed = await namedOtherwise(store, dataDirectory);
  if (renamed !== null) throw new Problem('not-allowed-now', renamed, 'log-name');
}

/**
 * Makes sure that no other process signs the logs of a store, for whoever signs without serving them.
 *
 * @throws Problem `primary-only`, `not-allowed-now` where the store names the log otherwise
 */
export async function assertOwnLog(store: EventStore, dataDirectory: string): Promise<void> {
  const named = await keyElsewhere(store, dataDirectory);
  if (named !== null) {
    const detail = `the log of this store is ${named.name}, and the key that signs it is not in ${dataDirectory}; ${LOST}`;
    throw new Problem('primary-only', detail);
  }
  const renamed = await namedOtherwise(store, dataDirectory);
  if (renamed !== null) throw new Problem('not-allowed-now', renamed, 'log-name');
}

/** The identity of a data directory, where no other process signs the logs of the store. @throws as both do */
export async function ownIdentity(store: EventStore, dataDirectory: string, name?: string): Promise<LogIdentity> {
  await assertOwnLog(store, dataDirectory);
  return logIdentity(dataDirectory, name);
}

/** The key that signs the logs of a store, where a data directory neither has it nor ever had it. */
export async function keyElsewhere(store: EventStore, dataDirectory: string): Promise<NamedKey | null> {
  const named = await lastNamed(store);
  const isHere = publicKeys(dataDirectory).some((key) => key.toString('hex') === named?.publicKey);
  return isHere ? null : named;
}

/** Why the name that a data directory keeps of its log is not the one that the store knows, with what to do. */
export async function namedOtherwise(store: EventStore, dataDirectory: string): Promise<string | null> {
  const [named, kept] = [await lastNamed(store), keptLogName(dataDirectory)];
  if (named === null || kept === null || named.name === kept) return null;
  return (
    `${PRIVATE_DIRECTORY}/log-name names ${kept}, and the store ${named.name}: bring it back from a backup, or write ` +
    'that name into it'
  );
}

/** Names the key that signs from now on, where the store names one at all. */
export async function nameNextKey(store: EventStore, next: LogIdentity): Promise<void> {
  const named = await lastNamed(store);
  if (named !== null) await nameKey(store, next, named.revision);
}

async function nameKey(store: EventStore, { name, keys }: LogIdentity, after: number | null): Promise<void> {
  const publicKey = keys.publicKey.toString('hex');
  const id = v5(`${after ?? ''}/${publicKey}`, NAMESPACE);
  const data = { name, publicKey };
  await store.append(LOG_STREAM, after ?? 'no-stream', [{ id, type: KEY_NAMED, data, metadata: {} }]);
}

async function lastNamed(store: EventStore): Promise<NamedKey | null> {
  return (await keysNamed(store)).at(-1) ?? null;
}

/** Every key that the store names, the one that signs now last; none where no server has claimed its logs. */
export async function keysNamed(store: EventStore): Promise<readonly NamedKey[]> {
  const named: NamedKey[] = [];
  for await (const { revision, data } of store.read(LOG_STREAM)) {
    named.push({ ...(data as unknown as Omit<NamedKey, 'revision'>), revision });
  }
  return named;
}
