import { join } from 'node:path';
import { defineConfig } from 'vite';

/** What stands in the page until the server puts in the nonce of the answer: `apps/api/src/edge/web-pages.ts`. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const here = import.meta.dirname;
const libs = join(here, '../../libs');

export default defineConfig({
  root: here,
  html: { cspNonce: NONCE_PLACEHOLDER },
  build: {
    outDir: join(here, '../../dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // The policy of the pages takes no `data:` but for images.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    // Nothing is rendered on a server: which modules are for browsers alone tells nothing here.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  resolve: {
    // What checks the record is the same that the command line runs; `.dependency-cruiser.cjs` says how much of it.
    alias: [
      { find: /^@app\/(integrity)$/, replacement: join(libs, '$1/src/index.ts') },
      { find: /^@app\/ledger\/verifier\//, replacement: join(libs, 'ledger/src/verifier/') },
      { find: '@app/ledger/signing', replacement: join(libs, 'ledger/src/signing/index.ts') },
      { find: '@app/ledger/unzip', replacement: join(libs, 'ledger/src/bundle/unzip.ts') },
      { find: 'node:crypto', replacement: join(here, 'src/audit/node-crypto.ts') },
    ],
  },
  worker: { format: 'es' },
  // `npx vite apps/web`: the application as it is edited, over the API of a server that runs.
  server: { host: '127.0.0.1', proxy: { '/api': process.env['LEDGER'] ?? 'http://127.0.0.1:4400' } },
});
