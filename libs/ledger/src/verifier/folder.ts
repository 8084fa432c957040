import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidInput } from './known';
import { MAX_BUNDLE_BYTES, MAX_BUNDLE_FILES } from './limits';
import type { BundleFiles } from './manifest';

/**
 * The files of an unpacked bundle.
 *
 * @throws InvalidInput where they are more, or larger, than those of a bundle may be
 */
export function readBundleFolder(folder: string): BundleFiles {
  const files = new Map<string, Buffer>();
  let bytes = 0;
  // Node reads folders within folders by itself only from 20.1 on.
  const read = (within: string): void => {
    for (const name of readdirSync(join(folder, within)).sort()) {
      const path = within === '' ? name : `${within}/${name}`;
      const found = statSync(join(folder, path));
      bytes += found.size;
      if (files.size >= MAX_BUNDLE_FILES || bytes > MAX_BUNDLE_BYTES) {
        throw new InvalidInput(folder, `a bundle has at most ${MAX_BUNDLE_FILES} files and ${MAX_BUNDLE_BYTES} bytes`);
      }
      if (found.isDirectory()) read(path);
      else if (found.isFile()) files.set(path, readFileSync(join(folder, path)));
    }
  };
  read('');
  return files;
}
