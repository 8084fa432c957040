import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, readBundle } from '@app/ledger';
import { FILE, InvalidInput, readOwnFile, verdictText, verifyBundle } from '@app/ledger/verifier';
import { EXIT_REJECTED } from '../failure';
import { say, sayJson } from '../output';
import { isDataDirectory } from '../place';
import { progress } from '../progress';

/** Ids of relationships hold no slash: whoever means an unpacked bundle says `./FOLDER`. */
export function isBundle(subject: string): boolean {
  return /[/\\]/.test(subject) || subject === '.' || subject.toLowerCase().endsWith('.zip');
}

/**
 * Verifies a bundle as its own `verify.mjs` does. The exit code is that of every verb; the verdict holds the finer one.
 *
 * @throws Problem `invalid-parameter`
 */
export function verifyBundleAt(
  path: string,
  known: readonly string[],
  policy: string | undefined,
  json: boolean,
): void {
  const bar = progress('Verifying', 'entries');
  try {
    assertNoDataDirectory(path);
    const verdict = verifyBundle(readBundle(path), {
      ...(policy !== undefined && { policy: readOwnFile(policy) }),
      known: known.map(readOwnFile),
      onProgress: bar.update,
    });
    bar.end();
    if (!verdict.valid) process.exitCode = EXIT_REJECTED;
    if (json) sayJson(verdict);
    else say(verdictText(verdict, verdict.valid ? 0 : EXIT_REJECTED));
  } catch (error) {
    bar.end();
    if (error instanceof InvalidInput) throw new Problem('invalid-parameter', error.message, 'file');
    throw error;
  }
}

/** The mistake that is nearest to a verb that verifies either. */
function assertNoDataDirectory(path: string): void {
  if (existsSync(join(path, FILE.manifest)) || !isDataDirectory(path)) return;
  const detail = `${path} is no bundle; that is a data directory: use --data ${path}`;
  throw new Problem('invalid-parameter', detail, 'file');
}
