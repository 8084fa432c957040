#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { runCommandLine } from './command-line';
import { EXIT_REJECTED } from './failure';

// Start-up is most of what a reading verb takes; compiled code is kept in the system's temporary folder.
enableCompileCache();

// Texts, salts, keys and hashes of tokens are in what is written here: it is for its owner alone, from the first byte.
process.umask(0o077);

// A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

let ended = false;
// A process that runs out of things to wait for has not done what it was asked to, and must not look as if it had.
process.once('beforeExit', () => {
  if (ended) return;
  process.stderr.write('internal-error: the command ended before it was done\n');
  process.exitCode = EXIT_REJECTED;
});

void runCommandLine(process.argv.slice(2), process.env).then((exitCode) => {
  ended = true;
  process.exitCode = exitCode;
});
