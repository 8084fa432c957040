import { readFileSync, statSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { assertBundle, InvalidInput, readBundleFolder, type BundleFiles } from '../verifier';
import { MAX_BUNDLE_BYTES, MAX_BUNDLE_FILES } from '../verifier/limits';

/** Zip knows no earlier time; local, as zip takes it, so that the bytes are the same in every time zone. */
const NO_TIME = new Date(1980, 0, 1);

/** One zip archive: the same files give the same bytes, wherever and whenever. */
export function zipOf(files: BundleFiles): Uint8Array {
  return zipSync(Object.fromEntries(files), { mtime: NO_TIME, level: 6 });
}

/**
 * The files of a bundle, packed or unpacked.
 *
 * @throws InvalidInput where the file is no zip archive, or one of something else, or larger than a bundle may be
 */
export function readBundle(path: string): BundleFiles {
  if (statSync(path).isDirectory()) return readBundleFolder(path);
  let count = 0;
  let bytes = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(readFileSync(path), {
      // Looked at before anything is unpacked.
      filter: ({ originalSize }) => {
        count += 1;
        bytes += originalSize;
        if (count > MAX_BUNDLE_FILES || bytes > MAX_BUNDLE_BYTES)
          throw new RangeError('it is larger than a bundle may be');
        return true;
      },
    });
  } catch (error) {
    throw new InvalidInput(path, `it is no bundle: ${error instanceof Error ? error.message : String(error)}`);
  }
  assertBundle(path, Object.keys(files));
  return new Map(
    Object.entries(files).flatMap(([name, content]) =>
      name.endsWith('/') ? [] : [[name, Buffer.from(content.buffer, content.byteOffset, content.length)] as const],
    ),
  );
}
