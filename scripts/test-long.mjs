// `npm run test:long`: what the log must survive, and what whatever is computed from it must keep, in full counts; each
// screen in both schemes at all widths. A count that is in the environment already wins; arguments go to jest.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './build-if-stale.mjs';

const COUNTS = {
  MUTATIONS: '10000',
  HONEST_LEDGERS: '1000',
  SIGNER_KILLS: '500',
  LOST_LOGS: '60',
  SUMDB_LEDGERS: '200',
  HISTORIES: '10000',
  ROUNDS: '30',
  LOOKS: 'all',
};
/** Two files at a time: most of them wait for disks and processes of their own. */
const WORKERS = 2;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const words = [
  jest,
  'test/integrity',
  'test/sumdb',
  'test/histories',
  'test/e2e/rounds',
  'test/browser',
  `--maxWorkers=${WORKERS}`,
  ...process.argv.slice(2),
];
const { status } = spawnSync(process.execPath, words, {
  cwd: root,
  stdio: 'inherit',
  env: { ...COUNTS, ...process.env },
});
process.exit(status ?? 1);
