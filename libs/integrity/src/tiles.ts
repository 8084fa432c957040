import { HASH_BYTES, type SubtreeHashes } from './merkle-tree';
import { nodeHash } from './merkle-tree';

/** Hashes, or entries, of a full tile. */
export const TILE_WIDTH = 256;
/** Levels of the tree between the hashes of two levels of tiles. */
const TILE_LEVELS = 8;
/** Bytes of an entry that its length prefix can tell. */
export const MAX_ENTRY_BYTES = 65_535;
const LENGTH_BYTES = 2;

/** Names a tile: of hashes by its level, of entries by `entries`. */
export interface Tile {
  readonly level: number | 'entries';
  readonly index: number;
  /** Hashes or entries in it, 1 to 256. */
  readonly width: number;
}

const PATH = /^(entries|0|[1-9]|[1-5][0-9]|6[0-3])((?:\/x[0-9]{3})*\/[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** `0/x001/067.p/12`: where a tile lies below `tile/` (C2SP tlog-tiles). */
export function formatTilePath({ level, index, width }: Tile): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const elements = digits.match(/.{3}/g) as string[];
  const path = elements.map((element, place) => (place < elements.length - 1 ? `x${element}` : element)).join('/');
  return `${level}/${path}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** The tile that lies at the path below `tile/`; null where none does. */
export function parseTilePath(path: string): Tile | null {
  const [, level, elements = '', partial] = PATH.exec(path) ?? [];
  if (level === undefined) return null;
  const index = Number(elements.replaceAll(/[/x]/g, ''));
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  if (width > TILE_WIDTH || !Number.isSafeInteger(index)) return null;
  const tile: Tile = { level: level === 'entries' ? level : Number(level), index, width };
  // One tile has one path: no element of zeros too many, no width of a full tile.
  return formatTilePath(tile) === path ? tile : null;
}

/** The tiles of hashes, and of entries, that a tree of that size has. */
export function tilesOf(size: number): Tile[] {
  const tiles: Tile[] = [];
  const add = (level: Tile['level'], hashes: number): void => {
    for (let index = 0; index * TILE_WIDTH < hashes; index += 1) {
      tiles.push({ level, index, width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH) });
    }
  };
  add('entries', size);
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH))
    add(level, hashes);
  return tiles;
}

/** Whether a tree of that size has the tile. */
export function hasTile(size: number, { level, index, width }: Tile): boolean {
  const hashes = Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level));
  return index * TILE_WIDTH + width <= hashes;
}

/** The hashes of a tile, one behind the other. @throws RangeError where the tree does not reach that far */
export function hashTile(tree: SubtreeHashes, level: number, index: number, width: number): Buffer {
  return Buffer.concat(
    Array.from({ length: width }, (_, place) => tree.subtree(level * TILE_LEVELS, index * TILE_WIDTH + place)),
  );
}

/** Entries, each behind its length (two bytes, big-endian). @throws RangeError for one that is too long */
export function entryBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > MAX_ENTRY_BYTES)
        throw new RangeError(`an entry of a tile has at most ${MAX_ENTRY_BYTES} bytes`);
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/** The entries of a bundle; null where it ends in the middle of one. */
export function entriesOfBundle(bundle: Buffer): Buffer[] | null {
  const entries: Buffer[] = [];
  for (let at = 0; at < bundle.length;) {
    if (at + LENGTH_BYTES > bundle.length) return null;
    const start = at + LENGTH_BYTES;
    const end = start + bundle.readUInt16BE(at);
    if (end > bundle.length) return null;
    entries.push(bundle.subarray(start, end));
    at = end;
  }
  return entries;
}

/**
 * The hashes of a tree, read from its tiles.
 *
 * @param tileBytes the bytes of a tile of hashes, or undefined where it is not there
 */
export function hashesInTiles(tileBytes: (level: number, index: number) => Uint8Array | undefined): SubtreeHashes {
  const subtree = (level: number, index: number): Uint8Array => {
    const tileLevel = Math.floor(level / TILE_LEVELS);
    const within = level % TILE_LEVELS;
    if (within > 0) return nodeHash(subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1));
    const place = index % TILE_WIDTH;
    const bytes = tileBytes(tileLevel, Math.floor(index / TILE_WIDTH));
    const hash = bytes?.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES);
    if (hash?.length !== HASH_BYTES) throw new RangeError(`no tile holds hash ${index} of level ${tileLevel}`);
    return hash;
  };
  return { subtree };
}
