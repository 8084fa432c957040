import { unzipSync } from 'fflate';
import { assertBundle } from '../verifier/is-bundle';
import { InvalidInput } from '../verifier/known';
import { MAX_BUNDLE_BYTES, MAX_BUNDLE_FILES } from '../verifier/limits';
import type { BundleFiles } from '../verifier/manifest';

/**
 * The files of a packed bundle.
 *
 * @param name of the archive, for what is said of it
 * @throws InvalidInput where it is no zip archive, or one of something else, or larger than a bundle may be
 */
export function unzipBundle(name: string, archive: Uint8Array): BundleFiles {
  let count = 0;
  let bytes = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(archive, {
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
    throw new InvalidInput(name, `it is no bundle: ${error instanceof Error ? error.message : String(error)}`);
  }
  assertBundle(name, Object.keys(files));
  return new Map(
    Object.entries(files).flatMap(([file, { buffer, byteOffset, length }]) =>
      file.endsWith('/') ? [] : [[file, Buffer.from(buffer, byteOffset, length)] as const],
    ),
  );
}
