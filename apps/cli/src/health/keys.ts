import type { EventStore } from '@app/event-store';
import { keyElsewhere, keyFault, lostRotatedKeys, namedOtherwise, nameFault, publicKeys } from '@app/ledger';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { PRIVATE_FOLDER, type Place } from '../place';
import type { Check } from './check';

const OTHERS = 0o077;

/** What signs the log, and what shows who signed it before. */
export async function keyChecks(store: EventStore, { directory }: Place): Promise<Check[]> {
  return [await keyCheck(store, directory), await nameCheck(store, directory), await retiredCheck(store, directory)];
}

async function keyCheck(store: EventStore, directory: string): Promise<Check> {
  const name = 'signing key';
  const fault = keyFault(directory);
  if (fault !== null) return { name, ok: false, found: fault };
  const path = join(directory, PRIVATE_FOLDER, 'signing-key');
  const file = statSync(path, { throwIfNoEntry: false });
  const elsewhere = await keyElsewhere(store, directory);
  if (elsewhere !== null) {
    const { name: log, publicKey } = elsewhere;
    const found =
      `the log of this store is ${log}, signed with the key ${publicKey}, which is not in ${PRIVATE_FOLDER} here: ` +
      'where it is lost, give the log a new one with "ledger rotate-key --lost POLICY"';
    // A process that is not the primary one has none, and needs none.
    return { name, ok: file === undefined, found };
  }
  if (file === undefined) return { name, ok: true, found: 'none yet; the first "serve" or "import" makes it' };
  const open = (file.mode & OTHERS) !== 0 && process.platform !== 'win32';
  return { name, ok: !open, found: open ? `${path} may be read by others: chmod 600` : 'for its owner alone' };
}

async function nameCheck(store: EventStore, directory: string): Promise<Check> {
  const fault = nameFault(directory) ?? (await namedOtherwise(store, directory));
  return { name: 'log name', ok: fault === null, found: fault ?? 'kept, or not given yet' };
}

/** Without them nobody can check here what was signed before a rotation. */
async function retiredCheck(store: EventStore, directory: string): Promise<Check> {
  const name = 'retired keys';
  const lost = await lostRotatedKeys(store, directory);
  if (lost.length === 0) return { name, ok: true, found: `${Math.max(0, publicKeys(directory).length - 1)} kept` };
  const found =
    `${PRIVATE_FOLDER}/retired-keys lacks ${lost.join(', ')}, which an entry names as a key of this log: ` +
    'bring the file back from a backup, or write each into it, a line each';
  return { name, ok: false, found };
}
