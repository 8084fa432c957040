import { HASH_BYTES, type MerkleTree } from '@app/integrity';
import { unlessDamaged, type CheckpointFiles, type SignedCheckpoint } from './checkpoint-files';
import { incarnationOf } from './origin';

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

/** Checkpoints of a log that are known beside the last one: what witnesses have shown, and what they cosigned. */
export interface KnownBeside {
  readonly shown: readonly SignedCheckpoint[];
  readonly cosigned: SignedCheckpoint | null;
}

/**
 * What is wrong with a log, held against what is known beside its last checkpoint; null where it goes on from all of it.
 *
 * @param size entries now, of the given incarnation of the log
 * @param rootAt in base64, of no more entries than there are
 */
export function breakBeside(
  { shown, cosigned }: KnownBeside,
  { size, incarnation }: { readonly size: number; readonly incarnation: number },
  rootAt: (size: number) => string | null,
): string | null {
  const counts = ({ checkpoint }: SignedCheckpoint): boolean => incarnationOf(checkpoint.origin) >= incarnation;
  for (const each of shown.filter(counts)) {
    const broken = shownBreak(size, rootAt, each, 'a witness has');
    if (broken !== null) return broken;
  }
  return cosigned !== null && counts(cosigned) ? shownBreak(size, rootAt, cosigned, 'witnesses cosigned') : null;
}

/** A cosigned one that is damaged tells nothing: the witnesses are asked anew. @throws DamagedCheckpoint */
export function knownBeside(files: Pick<CheckpointFiles, 'shown' | 'cosigned'>, relationship: string): KnownBeside {
  return { shown: files.shown(relationship), cosigned: unlessDamaged(() => files.cosigned(relationship)) };
}

/** What is said of a log that does not go on from a checkpoint that somebody else has; null where it does. */
export function shownBreak(
  size: number,
  rootAt: (size: number) => string | null,
  { checkpoint }: SignedCheckpoint,
  who: string,
): string | null {
  const has = `${who} a checkpoint of ${checkpoint.size} entries`;
  if (size < checkpoint.size) return `has ${size} entries, and ${has}: entries are missing`;
  return rootAt(checkpoint.size) === checkpoint.root.toString('base64') ? null : `is not the one of which ${has}`;
}

/** What is wrong with a tree, held against the last checkpoint that was signed of it; null where it goes on from there. */
export function breakIn(tree: MerkleTree, { checkpoint: { size, root } }: SignedCheckpoint): string | null {
  if (tree.size < size) return missing(tree.size, size);
  return tree.root(size).equals(root) ? null : differs(size);
}

/**
 * What is wrong with a tree, held against the hashes that are kept of what came behind a checkpoint of it; null where it
 * holds all of them.
 *
 * @param size of the checkpoint, which the tree goes on from
 */
export function breakBehind(tree: MerkleTree, size: number, behind: Buffer): string | null {
  const kept = size + behind.length / HASH_BYTES;
  for (let index = size; index < Math.min(kept, tree.size); index += 1) {
    const at = (index - size) * HASH_BYTES;
    if (behind.subarray(at, at + HASH_BYTES).equals(tree.subtree(0, index))) continue;
    return `is not the one of which private/leaves holds the hashes: entry ${index} is another`;
  }
  if (tree.size >= kept) return null;
  return `has ${tree.size} entries, and private/leaves holds the hashes of ${kept}: entries are missing`;
}
