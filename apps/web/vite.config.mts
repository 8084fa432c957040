import { join } from 'node:path';
import { defineConfig } from 'vite';

/** What stands in the page until the server puts in the nonce of the answer: `apps/api/src/edge/web-pages.ts`. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

export default defineConfig({
  root: import.meta.dirname,
  html: { cspNonce: NONCE_PLACEHOLDER },
  build: {
    outDir: join(import.meta.dirname, '../../dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // The policy of the pages takes no `data:` but for images.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    // Nothing is rendered on a server: which modules are for browsers alone tells nothing here.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  // `npx vite apps/web`: the application as it is edited, over the API of a server that runs.
  server: { host: '127.0.0.1', proxy: { '/api': process.env['LEDGER'] ?? 'http://127.0.0.1:4400' } },
});
