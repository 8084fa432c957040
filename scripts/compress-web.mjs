// Beside each file of the web application the same in gzip and Brotli, as the server sends it to who takes that.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const directory = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'web');
for (const file of globSync('assets/*.{js,css,svg}', { cwd: directory })) {
  const bytes = readFileSync(join(directory, file));
  writeFileSync(join(directory, `${file}.gz`), gzipSync(bytes));
  writeFileSync(join(directory, `${file}.br`), brotliCompressSync(bytes));
}
