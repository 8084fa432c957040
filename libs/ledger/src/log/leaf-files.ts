import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { HASH_BYTES, MerkleTree, type Checkpoint } from '@app/integrity';
import { fileNameOf, PRIVATE_DIRECTORY, removeDurably } from './private-files';

/**
 * The hashes of the leaves that were signed, one file a relationship, outside the database. A checkpoint shows that an
 * entry was changed; these show which one.
 */
export interface LeafFiles {
  /** The first hashes, one behind the other; fewer where the file ends before. */
  read(relationship: string, count: number): Buffer;
  /**
   * The hashes behind those of a checkpoint, one behind the other: of entries that were in the log, and most of them
   * signed. Null where the first are not those of the checkpoint: then the file tells nothing.
   */
  behind(relationship: string, checkpoint: Checkpoint): Buffer | null;
  /**
   * Writes hashes from an index on.
   *
   * @remarks Nobody waits for the disk: what a crash takes of them is made again from the log.
   */
  write(relationship: string, from: number, hashes: Buffer): void;
  /** The leaves of an incarnation that ended. */
  forget(relationship: string): void;
}

export function leafFiles(dataDirectory: string): LeafFiles {
  const folder = join(dataDirectory, PRIVATE_DIRECTORY, 'leaves');
  const opened = <Result>(relationship: string, flags: string, use: (file: number) => Result): Result | null => {
    let file: number;
    try {
      file = openSync(join(folder, fileNameOf(relationship)), flags, 0o600);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    try {
      return use(file);
    } finally {
      closeSync(file);
    }
  };
  const read = (relationship: string, count?: number): Buffer =>
    opened(relationship, 'r', (file) => {
      const hashes = Buffer.alloc(count === undefined ? fstatSync(file).size : count * HASH_BYTES);
      const bytes = readSync(file, hashes, 0, hashes.length, 0);
      return hashes.subarray(0, bytes - (bytes % HASH_BYTES));
    }) ?? Buffer.alloc(0);
  return {
    read,
    behind: (relationship, { size, root }) => {
      const hashes = read(relationship);
      const tree = MerkleTree.of(hashes.subarray(0, size * HASH_BYTES));
      return tree.size === size && tree.root().equals(root) ? written(hashes.subarray(size * HASH_BYTES)) : null;
    },
    write: (relationship, from, hashes) => {
      const write = (file: number): true => {
        // A disk may take less than it is given.
        for (let done = 0; done < hashes.length;) {
          done += writeSync(file, hashes, done, hashes.length - done, from * HASH_BYTES + done);
        }
        return true;
      };
      if (opened(relationship, 'r+', write) === true) return;
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      opened(relationship, 'w', write);
    },
    forget: (relationship) => {
      if (opened(relationship, 'r', () => true) === true) removeDurably(join(folder, fileNameOf(relationship)));
    },
  };
}

/** Up to the first that a crash has left empty. */
function written(hashes: Buffer): Buffer {
  for (let at = 0; at < hashes.length; at += HASH_BYTES) {
    if (hashes.subarray(at, at + HASH_BYTES).every((byte) => byte === 0)) return hashes.subarray(0, at);
  }
  return hashes;
}
