import type { Checkpoint, MerkleTree } from '@app/integrity';
import type { SignedCheckpoint } from './checkpoint-files';

/** What is said of a log that is shorter than it was signed. */
export function missing(size: number, { size: signedSize }: Checkpoint): string {
  return `has ${size} entries, and a checkpoint of ${signedSize} was signed: entries are missing`;
}

/** What is said of a log whose entries are not those that were signed. */
export function differs({ size }: Checkpoint): string {
  return `is not the one of which a checkpoint of ${size} entries was signed: an entry was changed, moved or replaced`;
}

/** What is wrong with a tree, held against the last checkpoint that was signed of it; null where it goes on from there. */
export function breakIn(tree: MerkleTree, last: SignedCheckpoint): string | null {
  const { checkpoint } = last;
  if (tree.size < checkpoint.size) return missing(tree.size, checkpoint);
  return tree.root(checkpoint.size).equals(checkpoint.root) ? null : differs(checkpoint);
}
