// `npm run ledger -- VERB …`: brings the build up to date, then becomes the command line in this same process.
import { createRequire } from 'node:module';
import './build-if-stale.mjs';

createRequire(import.meta.url)('../dist/apps/cli/src/main.js');
