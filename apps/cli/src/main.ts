#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { runCommandLine } from './command-line';

// Start-up is most of what a reading verb takes; compiled code is kept in the system's temporary folder.
enableCompileCache();

// A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

void runCommandLine(process.argv.slice(2), process.env).then((exitCode) => {
  process.exitCode = exitCode;
});
