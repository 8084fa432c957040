import type { EventStore } from '@app/event-store';
import { keyFault, lostRotatedKeys, nameFault, publicKeys } from '@app/ledger';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { PRIVATE_FOLDER, type Place } from '../place';
import type { Check } from './check';

const OTHERS = 0o077;

/** What signs the log, and what shows who signed it before. */
export async function keyChecks(store: EventStore, { directory }: Place): Promise<Check[]> {
  return [keyCheck(directory), nameCheck(directory), await retiredCheck(store, directory)];
}

function keyCheck(directory: string): Check {
  const name = 'signing key';
  const fault = keyFault(directory);
  if (fault !== null) return { name, ok: false, found: fault };
  const path = join(directory, PRIVATE_FOLDER, 'signing-key');
  const file = statSync(path, { throwIfNoEntry: false });
  if (file === undefined) return { name, ok: true, found: 'none yet; the first "serve" or "import" makes it' };
  const open = (file.mode & OTHERS) !== 0 && process.platform !== 'win32';
  return { name, ok: !open, found: open ? `${path} may be read by others: chmod 600` : 'for its owner alone' };
}

function nameCheck(directory: string): Check {
  const fault = nameFault(directory);
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
