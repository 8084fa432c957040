// Builds when a source file is newer than the last finished build, so that a fresh clone and an edited one both just run.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist', '.built');
const sources = [
  'package.json',
  'package-lock.json',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'scripts/{bundle-verifier,compress-web}.mjs',
  '{apps,libs,test/bench}/**/*.{ts,json}',
  'apps/web/**/*.{tsx,mts,css,html,svg}',
  'test/**/*.process.ts',
];

const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
const startedAt = new Date();
const stale = globSync(sources, { cwd: root }).some((file) => statSync(join(root, file)).mtimeMs > builtAt);
if (stale) {
  process.stderr.write('Building…\n');
  // Standard output belongs to whoever runs this, as a verb that answers JSON.
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  // The moment the build began: a file saved while it ran is newer and is built next time.
  utimesSync(stamp, startedAt, startedAt);
}
