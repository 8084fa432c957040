// Makes the verifier of bundles one file without dependencies, that an auditor can read and run on any Node from 20 on.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sources = join(root, 'apps', 'verifier', 'src');

await build({
  input: join(sources, 'main.ts'),
  tsconfig: join(root, 'tsconfig.json'),
  platform: 'node',
  logLevel: 'warn',
  plugins: [
    {
      name: 'node-crypto',
      resolveId: (source, importer) =>
        source === 'node:crypto' && importer !== join(sources, 'node-crypto.ts')
          ? join(sources, 'node-crypto.ts')
          : null,
    },
  ],
  transform: { target: 'node20' },
  output: {
    file: join(root, 'dist', 'apps', 'verifier', 'verify.mjs'),
    format: 'esm',
    banner:
      '#!/usr/bin/env node\n// Verifies a bundle of the collaboration ledger; see VERIFY.md. Needs Node 20 or later and nothing else.',
  },
});
