import { hash } from 'node:crypto';

/** Bytes of a hash. */
export const HASH_BYTES = 32;

const LEAF = Buffer.from([0x00]);
/** What is hashed for a node, written anew for each: a tree is one node a leaf, and each would be an allocation more. */
const NODE = Buffer.alloc(1 + 2 * HASH_BYTES, 0x01);

/** Root of the tree without leaves: the hash of nothing (RFC 6962, section 2.1). */
export const EMPTY_ROOT: Buffer = sha256(Buffer.alloc(0));

/** A text of bytes comes out of Node faster than a buffer does, by more than it takes to hash a node. */
function digest(message: string | Uint8Array): Buffer {
  return Buffer.from(hash('sha256', message, 'binary'), 'binary');
}

export function sha256(...parts: readonly Uint8Array[]): Buffer {
  return digest(Buffer.concat(parts));
}

/** Hash of a leaf: SHA-256(0x00 || entry) (RFC 6962, section 2.1). */
export function leafHash(entry: Uint8Array): Buffer {
  return sha256(LEAF, entry);
}

/** The same of an entry that is text, in UTF-8: without bringing its bytes together first. */
export function leafHashOfText(entry: string): Buffer {
  return digest(`\0${entry}`);
}

/**
 * Hash of an inner node: SHA-256(0x01 || left || right) (RFC 6962, section 2.1).
 *
 * @throws RangeError where one of them is no hash
 */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) throw new RangeError(`a hash has ${HASH_BYTES} bytes`);
  NODE.set(left, 1);
  NODE.set(right, 1 + HASH_BYTES);
  return digest(NODE);
}

/** Hashes of complete subtrees: of the leaves `index * 2^level` up to, not including, `(index + 1) * 2^level`. */
export interface SubtreeHashes {
  /** @throws RangeError where the tree does not reach that far */
  subtree(level: number, index: number): Uint8Array;
}

/** The greatest power of two below a size of at least two: where RFC 6962 splits a tree. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** Merkle Tree Hash of the leaves from `start` to before `end` (RFC 6962, section 2.1: `MTH(D[start:end])`). */
function rangeHash(tree: SubtreeHashes, start: number, end: number): Buffer {
  const size = end - start;
  if (size === 0) return EMPTY_ROOT;
  const level = Math.log2(size);
  // Before a range there are only greater powers of two than its size, so one of a power of two is a complete subtree.
  if (Number.isInteger(level)) return Buffer.from(tree.subtree(level, start / size));
  const middle = start + splitOf(size);
  return nodeHash(rangeHash(tree, start, middle), rangeHash(tree, middle, end));
}

function checkSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`${size} is no size of a tree`);
}

/** Root of the tree of the first `size` leaves. */
export function rootOf(tree: SubtreeHashes, size: number): Buffer {
  checkSize(size);
  return rangeHash(tree, 0, size);
}

/**
 * Proof that the leaf at `index` is in the tree of `size` leaves: the hashes beside its way to the root, the leaf's
 * neighbour first (RFC 6962, section 2.1.1).
 *
 * @throws RangeError where there is no such leaf
 */
export function inclusionProof(tree: SubtreeHashes, index: number, size: number): Buffer[] {
  checkSize(size);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`a tree of ${size} leaves has none at ${index}`);
  }
  const proof: Buffer[] = [];
  for (let start = 0, end = size; end - start > 1;) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      proof.unshift(rangeHash(tree, middle, end));
      end = middle;
    } else {
      proof.unshift(rangeHash(tree, start, middle));
      start = middle;
    }
  }
  return proof;
}

/**
 * Proof that the tree of the first `oldSize` leaves is the beginning of that of `size` leaves (RFC 6962, section 2.1.2);
 * empty where one of them is empty, or both are the same.
 *
 * @throws RangeError where the old tree is the larger one
 */
export function consistencyProof(tree: SubtreeHashes, oldSize: number, size: number): Buffer[] {
  checkSize(oldSize);
  checkSize(size);
  if (oldSize > size) throw new RangeError(`a tree of ${size} leaves does not begin with one of ${oldSize}`);
  if (oldSize === 0) return [];
  const proof: Buffer[] = [];
  let start = 0;
  let end = size;
  // While the old tree is a whole subtree of the new one from the beginning, its root is known to the verifier.
  let known = true;
  while (oldSize !== end) {
    const middle = start + splitOf(end - start);
    if (oldSize <= middle) {
      proof.unshift(rangeHash(tree, middle, end));
      end = middle;
    } else {
      proof.unshift(rangeHash(tree, start, middle));
      start = middle;
      known = false;
    }
  }
  return known ? proof : [rangeHash(tree, start, end), ...proof];
}

const FIRST_ROOM_HASHES = 64;

/** Hashes side by side in one buffer that grows. */
class HashList {
  length: number;

  constructor(private bytes: Buffer = Buffer.alloc(0)) {
    this.length = Math.floor(bytes.length / HASH_BYTES);
  }

  push(added: Uint8Array): void {
    if ((this.length + 1) * HASH_BYTES > this.bytes.length) {
      const more = Math.max(this.bytes.length, FIRST_ROOM_HASHES * HASH_BYTES);
      this.bytes = Buffer.concat([this.bytes, Buffer.alloc(more)]);
    }
    this.bytes.set(added, this.length * HASH_BYTES);
    this.length += 1;
  }

  /** A view into the list; undefined where it ends before. */
  at(index: number): Buffer | undefined {
    return index < this.length ? this.bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES) : undefined;
  }
}

/** Hashes of the nodes above whole pairs of hashes, which stand one behind the other. */
function parentsOf(hashes: Buffer): Buffer {
  const pairs = Math.floor(hashes.length / (2 * HASH_BYTES));
  const parents = Buffer.alloc(pairs * HASH_BYTES);
  for (let pair = 0; pair < pairs; pair += 1) {
    hashes.copy(NODE, 1, 2 * pair * HASH_BYTES, 2 * (pair + 1) * HASH_BYTES);
    parents.write(hash('sha256', NODE, 'binary'), pair * HASH_BYTES, 'binary');
  }
  return parents;
}

/**
 * An append-only Merkle tree in memory (RFC 6962, section 2.1, SHA-256): 64 bytes a leaf. Any earlier size can be asked
 * for its root and its proofs.
 */
export class MerkleTree implements SubtreeHashes {
  /** By level the complete subtrees of 2^level leaves. */
  private readonly levels: HashList[] = [];

  /** @param hashes of all leaves, one behind the other */
  static of(hashes: Buffer): MerkleTree {
    const tree = new MerkleTree();
    for (let level = hashes; level.length >= HASH_BYTES; level = parentsOf(level))
      tree.levels.push(new HashList(level));
    return tree;
  }

  /** Leaves. */
  get size(): number {
    return this.levels[0]?.length ?? 0;
  }

  /** @param leaf a hash made by `leafHash` */
  append(leaf: Uint8Array): void {
    let added: Uint8Array = leaf;
    for (let level = 0; ; level += 1) {
      const list = (this.levels[level] ??= new HashList());
      list.push(added);
      if (list.length % 2 === 1) return;
      const left = list.at(list.length - 2) as Buffer;
      added = nodeHash(left, added);
    }
  }

  subtree(level: number, index: number): Uint8Array {
    const found = this.levels[level]?.at(index);
    if (found === undefined)
      throw new RangeError(`a tree of ${this.size} leaves has no subtree ${index} of level ${level}`);
    return found;
  }

  root(size = this.size): Buffer {
    return rootOf(this, size);
  }
}

/**
 * The right edge of a growing tree (RFC 6962, section 2.1): enough for its root, at one hash for every bit of its size,
 * and for no proof.
 */
export class Frontier {
  /** Roots of the complete subtrees that the leaves make, the largest first: one for each 1 in the binary size. */
  private readonly subtrees: Buffer[] = [];
  private leaves = 0;

  /** Leaves. */
  get size(): number {
    return this.leaves;
  }

  /** @param leaf a hash made by `leafHash` */
  append(leaf: Buffer): void {
    let added = leaf;
    for (let rest = this.leaves; rest % 2 === 1; rest = (rest - 1) / 2) {
      added = nodeHash(this.subtrees.pop() as Buffer, added);
    }
    this.subtrees.push(added);
    this.leaves += 1;
  }

  root(): Buffer {
    return this.subtrees.length === 0 ? EMPTY_ROOT : this.subtrees.reduceRight((right, left) => nodeHash(left, right));
  }
}
