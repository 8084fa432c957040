// Builds when a source file is newer than the last finished build, so that a fresh clone and an edited one both just run.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist', '.built');
const sources = [
  'package-lock.json',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'scripts/bundle-verifier.mjs',
  '{apps,libs,test/bench}/**/*.{ts,json}',
  'test/**/*.process.ts',
];

const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
const startedAt = new Date();
const stale = globSync(sources, { cwd: root }).some((file) => statSync(join(root, file)).mtimeMs > builtAt);
if (stale) {
  process.stderr.write('Building…\n');
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  for (const words of [[nest, 'build', '--all'], [join(root, 'scripts', 'bundle-verifier.mjs')]]) {
    const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: ['ignore', 2, 2] });
    if (status !== 0) process.exit(status ?? 1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  // The moment the build began: a file saved while it ran is newer and is built next time.
  utimesSync(stamp, startedAt, startedAt);
}
