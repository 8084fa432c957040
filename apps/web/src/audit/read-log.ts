import { formatTilePath, parseCheckpoint, parseNote, tilesOf } from '@app/integrity';
import { FILE, TILES, type BundleFiles } from '@app/ledger/verifier/manifest';
import { MAX_BUNDLE_ENTRIES } from '@app/ledger/verifier/limits';
import { InvalidInput } from '@app/ledger/verifier/known';
import { bytesAt } from '../api/bytes-at';

/** Tiles that are asked for at a time. */
const AT_ONCE = 4;

/**
 * The log of a relationship as the server serves it now, named as in a bundle.
 *
 * @throws ApiProblem such as `read-only` where the server itself finds that the record is not the one it signed
 * @throws InvalidNote where what it shows is no checkpoint
 */
export async function readLog(
  relationship: string,
  onProgress: (done: number, total: number) => void,
): Promise<BundleFiles> {
  const log = `/api/v1/relationships/${encodeURIComponent(relationship)}/log/`;
  const files = new Map<string, Buffer>();
  for (const name of [FILE.checkpoint, FILE.policy]) files.set(name, Buffer.from(await bytesAt(log + name)));
  const { size } = parseCheckpoint(parseNote(files.get(FILE.checkpoint)?.toString('utf8') ?? '').text);
  if (size > MAX_BUNDLE_ENTRIES)
    throw new InvalidInput(FILE.checkpoint, `it is of more than ${MAX_BUNDLE_ENTRIES} entries`);
  const paths = tilesOf(size).map(formatTilePath);
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    onProgress(at, paths.length);
    const some = paths.slice(at, at + AT_ONCE);
    const tiles = await Promise.all(some.map((path) => bytesAt(`${log}tile/${path}`)));
    some.forEach((path, place) => files.set(TILES + path, Buffer.from(tiles[place] as Uint8Array)));
  }
  onProgress(paths.length, paths.length);
  return files;
}
