// `npm run ledger -- VERB …`: brings the build up to date, then becomes the command line in this same process.
import { createRequire } from 'node:module';
import { clearInterval, setInterval } from 'node:timers';
import './build-if-stale.mjs';

const ORPHAN_POLL_MS = 250;

// npm runs this through a shell, and told to stop it stops the shell alone. Without its parent the program stops too, as
// if it had been told itself.
if (process.env['npm_lifecycle_event'] !== undefined) {
  const parent = process.ppid;
  const poll = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(poll);
    process.kill(process.pid, 'SIGTERM');
  }, ORPHAN_POLL_MS).unref();
}

createRequire(import.meta.url)('../dist/apps/cli/src/main.js');
