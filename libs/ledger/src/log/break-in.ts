import type { MerkleTree } from '@app/integrity';
import type { SignedCheckpoint } from './checkpoint-files';

/** What is said of a log that is shorter than it was signed. */
export function missing(size: number, signedSize: number): string {
  return `has ${size} entries, and a checkpoint of ${signedSize} was signed: entries are missing`;
}

/** What is said of a log whose entries are not those that were signed. */
export function differs(signedSize: number): string {
  return `is not the one of which a checkpoint of ${signedSize} entries was signed: an entry was changed, moved or replaced`;
}

/** What is said of a log that does not begin with what the author of one of its entries had seen. */
export function otherThanSeen(seenSize: number): string {
  return `is not the one of which an author had seen a checkpoint of ${seenSize} entries: what it begins with, or its last checkpoint, was replaced`;
}

/** What is said of a log that does not go on from a checkpoint of it that a witness keeps; null where it does. */
export function shownBreak(
  size: number,
  rootAt: (size: number) => string | null,
  shown: SignedCheckpoint,
): string | null {
  const { size: shownSize, root } = shown.checkpoint;
  const has = `a witness has a checkpoint of ${shownSize} entries`;
  if (size < shownSize) return `has ${size} entries, and ${has}: entries are missing`;
  return rootAt(shownSize) === root.toString('base64') ? null : `is not the one of which ${has}`;
}

/** What is wrong with a tree, held against the last checkpoint that was signed of it; null where it goes on from there. */
export function breakIn(tree: MerkleTree, { checkpoint: { size, root } }: SignedCheckpoint): string | null {
  if (tree.size < size) return missing(tree.size, size);
  return tree.root(size).equals(root) ? null : differs(size);
}
