import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { assertBundle } from './is-bundle';
import { InvalidInput, type OwnFile } from './known';
import { MAX_BUNDLE_BYTES, MAX_BUNDLE_FILES } from './limits';
import type { BundleFiles } from './manifest';

/**
 * The files of an unpacked bundle.
 *
 * @throws InvalidInput where there is no such folder, or it holds no bundle, or files that are more, or larger, than
 * those of a bundle may be
 */
export function readBundleFolder(folder: string): BundleFiles {
  return opening(folder, () => {
    // Whatever else lies there is not read.
    assertBundle(folder, readdirSync(folder));
    return filesIn(folder);
  });
}

/** A file that the reader brings along. @throws InvalidInput where it cannot be read */
export function readOwnFile(name: string): OwnFile {
  return opening(name, () => ({ name, text: readFileSync(name, 'utf8') }));
}

/** What the system says of a file, in words. */
const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'it is no folder; a bundle is verified once it is unpacked into one',
  EISDIR: 'it is a folder; name a file',
  EACCES: 'this user may not read it',
  ELOOP: 'it is a link that leads back to itself',
};

function opening<Read>(named: string, open: () => Read): Read {
  try {
    return open();
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    const fault = code === undefined ? undefined : FAULTS[code];
    if (fault === undefined) throw error;
    throw new InvalidInput(path ?? named, fault);
  }
}

function filesIn(folder: string): BundleFiles {
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
