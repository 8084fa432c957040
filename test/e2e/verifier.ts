import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** The verifier as it was built; `npm test` builds it first. */
export const VERIFIER = join(__dirname, '../../dist/apps/verifier/verify.mjs');

/** The Node that runs the tests, and the host's own: an auditor has the one or the other. */
export const NODES: readonly (readonly [version: string, path: string])[] = nodes();

function nodes(): (readonly [string, string])[] {
  const host = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => join(folder, 'node'))
    .find((path) => existsSync(path));
  return [process.execPath, ...(host === undefined ? [] : [host])].map((path) => [versionOf(path), path] as const);
}

function versionOf(path: string): string {
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim();
}

export interface Verified {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `node verify.mjs WORDS` in the folder of a bundle, with nothing else of ours in reach. */
export function verify(node: string, folder: string, words: readonly string[] = []): Verified {
  const verifier = existsSync(join(folder, 'verify.mjs')) ? 'verify.mjs' : VERIFIER;
  return spawnSync(node, [verifier, ...words], { cwd: folder, encoding: 'utf8', env: {}, maxBuffer: 64_000_000 });
}

/** Writes the files of a bundle into a folder. */
export function unpack(files: ReadonlyMap<string, Buffer>, folder: string): void {
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}
