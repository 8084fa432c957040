import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Tiles are no text: here each is a line, its name and its bytes in base64. */
const TILES_FILE = 'tiles.txt';

/** The files of a bundle as they were stored, without the verifier that came with it. */
export function storedBundle(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1).replaceAll(sep, '/'), readFileSync(path));
  }
  const tiles = (files.get(TILES_FILE) ?? Buffer.alloc(0)).toString().trimEnd().split('\n');
  files.delete(TILES_FILE);
  for (const tile of tiles) {
    const [name = '', bytes = ''] = tile.split(' ');
    files.set(name, Buffer.from(bytes, 'base64'));
  }
  return files;
}
