import { readFileSync, statSync } from 'node:fs';
import { zipSync } from 'fflate';
import { readBundleFolder, type BundleFiles } from '../verifier';
import { unzipBundle } from './unzip';

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
  return statSync(path).isDirectory() ? readBundleFolder(path) : unzipBundle(path, readFileSync(path));
}
