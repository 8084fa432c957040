import {
  entriesOfBundle,
  formatTilePath,
  HASH_BYTES,
  hashTile,
  leafHash,
  MerkleTree,
  TILE_WIDTH,
  tilesOf,
  type Checkpoint,
} from '@app/integrity';
import type { Findings } from './finding';
import { TILES, type BundleFiles } from './manifest';

/** The file that holds an entry of a tree of that size. */
export function entryFile(size: number, revision: number): string {
  const index = Math.floor(revision / TILE_WIDTH);
  const width = Math.min(TILE_WIDTH, size - index * TILE_WIDTH);
  return TILES + formatTilePath({ level: 'entries', index, width });
}

/** The entries as the tiles hold them, by revision; undefined those of a tile that is missing or cannot be read. */
export function readLeaves(files: BundleFiles, size: number, findings: Findings): readonly (Buffer | undefined)[] {
  const leaves = new Array<Buffer | undefined>(size).fill(undefined);
  for (const { level, index, width } of tilesOf(size)) {
    if (level !== 'entries') continue;
    const name = TILES + formatTilePath({ level, index, width });
    const bytes = files.get(name);
    if (bytes === undefined) {
      findings.add('incomplete', name, 'it is missing', { revision: index * TILE_WIDTH });
      continue;
    }
    const entries = entriesOfBundle(bytes);
    if (entries?.length !== width) {
      findings.add('invalid', name, `it does not hold ${width} entries`, { revision: index * TILE_WIDTH });
      continue;
    }
    entries.forEach((entry, place) => (leaves[index * TILE_WIDTH + place] = entry));
  }
  return leaves;
}

/**
 * Holds entries and hash tiles against the root of the checkpoint.
 *
 * @returns the tree; null where the entries are not all there, or are not those that the checkpoint is of
 */
export function checkTree(
  files: BundleFiles,
  leaves: readonly (Buffer | undefined)[],
  { size, root }: Checkpoint,
  findings: Findings,
): MerkleTree | null {
  const hashes = leaves.map((leaf) => leaf && leafHash(leaf));
  const whole = hashes.every((hash) => hash !== undefined);
  const tree = new MerkleTree();
  if (whole) for (const hash of hashes) tree.append(hash);
  const isSigned = whole && tree.root().equals(root);
  for (const { level, index, width } of tilesOf(size)) {
    if (level === 'entries') continue;
    const name = TILES + formatTilePath({ level, index, width });
    const bytes = files.get(name);
    if (bytes === undefined) findings.add('incomplete', name, 'it is missing');
    else if (bytes.length !== width * HASH_BYTES) findings.add('invalid', name, `it does not hold ${width} hashes`);
    else if (isSigned) {
      const place = firstDifference(bytes, hashTile(tree, level, index, width));
      if (place !== null) findings.add('invalid', name, `its hash ${place} is not the one that the entries make`);
    } else if (level === 0) {
      // What the tiles say of entries that are not those of the checkpoint tells which of them were changed.
      for (let place = 0; place < width; place += 1) {
        const revision = index * TILE_WIDTH + place;
        const hash = hashes[revision];
        if (hash === undefined || hash.equals(bytes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES))) continue;
        findings.add('invalid', entryFile(size, revision), `it is not the entry whose hash ${name} holds`, {
          revision,
        });
      }
    }
  }
  if (!whole || isSigned) return isSigned ? tree : null;
  const made = tree.root().toString('base64');
  const reason = `its root is ${root.toString('base64')}, and the entries make ${made}: an entry was changed, added, moved or taken out`;
  findings.add('invalid', 'checkpoint', reason);
  return null;
}

function firstDifference(a: Buffer, b: Buffer): number | null {
  for (let at = 0; at < a.length; at += HASH_BYTES) {
    if (a.compare(b, at, at + HASH_BYTES, at, at + HASH_BYTES) !== 0) return at / HASH_BYTES;
  }
  return null;
}
