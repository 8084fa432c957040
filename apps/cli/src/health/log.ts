import { statSync } from 'node:fs';
import { join } from 'node:path';
import { checkpointFiles, readOnlyMarks } from '@app/ledger';
import { PRIVATE_FOLDER } from '../archive/back-up';
import type { Place } from '../place';
import type { Check } from './check';

const OTHERS = 0o077;

/** The transparency log: who may read its key, what is signed, and what is read-only. */
export function logChecks({ directory }: Place): Check[] {
  const signed = checkpointFiles(directory).relationships().length;
  const marks = readOnlyMarks(directory);
  const broken = marks.relationships();
  const [first] = broken;
  return [
    keyCheck(join(directory, PRIVATE_FOLDER, 'signing-key')),
    {
      name: 'log',
      ok: first === undefined,
      found:
        first === undefined
          ? `${signed} signed, none read-only`
          : `${broken.join(', ')} read-only: ${first} ${marks.reason(first) ?? ''}`,
    },
  ];
}

function keyCheck(path: string): Check {
  const name = 'signing key';
  const file = statSync(path, { throwIfNoEntry: false });
  if (file === undefined) return { name, ok: true, found: 'none yet; the first "serve" or "import" makes it' };
  const open = (file.mode & OTHERS) !== 0 && process.platform !== 'win32';
  return { name, ok: !open, found: open ? `${path} may be read by others: chmod 600` : 'for its owner alone' };
}
