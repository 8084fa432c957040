import { EMPTY_ROOT, HASH_BYTES, nodeHash } from './merkle-tree';

/** The proof does not show what it should. */
export class InvalidProof extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidProof';
  }
}

function check(holds: boolean, message: string): asserts holds {
  if (!holds) throw new InvalidProof(message);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function checkNumber(value: number, what: string): void {
  check(Number.isSafeInteger(value) && value >= 0, `${what} ${value} is no whole number from 0`);
}

function checkHashes(hashes: readonly Uint8Array[]): void {
  for (const each of hashes) check(each.length === HASH_BYTES, `a hash has ${HASH_BYTES} bytes, not ${each.length}`);
}

/** The lower half of a number that may be larger than 32 bits. */
function halved(value: number): number {
  return Math.floor(value / 2);
}

function isOdd(value: number): boolean {
  return value % 2 === 1;
}

/**
 * Walks from a node to the root of its tree, past one hash of the proof at each step.
 *
 * @param last of the nodes of the same level
 * @param pass told whether the hash stands to the left of the way
 */
function walkUp(
  node: number,
  last: number,
  proof: readonly Uint8Array[],
  pass: (beside: Uint8Array, isLeft: boolean) => void,
): void {
  for (const beside of proof) {
    check(last > 0, 'the proof is too long');
    const isLeft = isOdd(node) || node === last;
    pass(beside, isLeft);
    // The last node of a level without a neighbour is its own parent. Since it is not 0 it becomes odd at last.
    while (isLeft && !isOdd(node)) {
      node = halved(node);
      last = halved(last);
    }
    node = halved(node);
    last = halved(last);
  }
  check(last === 0, 'the proof is too short');
}

/**
 * Checks that a leaf is in a tree (RFC 9162, section 2.1.3.2).
 *
 * @param index of the leaf, from 0
 * @param leaf its hash, as `leafHash` makes it
 * @throws InvalidProof
 */
export function checkInclusion(
  index: number,
  size: number,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): void {
  checkNumber(index, 'index');
  checkNumber(size, 'size');
  check(index < size, `a tree of ${size} leaves has none at ${index}`);
  checkHashes([leaf, root, ...proof]);
  let computed = leaf;
  walkUp(index, size - 1, proof, (beside, isLeft) => {
    computed = isLeft ? nodeHash(beside, computed) : nodeHash(computed, beside);
  });
  check(equal(computed, root), 'the proof leads to another root');
}

/**
 * Checks that a tree is the beginning of a larger one (RFC 9162, section 2.1.4.2). The empty tree, whose root must be
 * that of RFC 6962, is the beginning of every tree, without a proof.
 *
 * @throws InvalidProof
 */
export function checkConsistency(
  oldSize: number,
  size: number,
  oldRoot: Uint8Array,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): void {
  checkNumber(oldSize, 'size');
  checkNumber(size, 'size');
  check(oldSize <= size, `a tree of ${size} leaves does not begin with one of ${oldSize}`);
  check(oldSize > 0 || equal(oldRoot, EMPTY_ROOT), 'the root of the empty tree is another');
  if (oldSize === size) {
    check(equal(oldRoot, root), 'trees of one size have different roots');
    check(proof.length === 0, 'a tree is its own beginning, and the proof is not empty');
    return;
  }
  checkHashes([oldRoot, root, ...proof]);
  if (oldSize === 0) {
    check(proof.length === 0, 'every tree begins with the empty one, and the proof is not empty');
    return;
  }
  // Where the old tree is a complete subtree its root is the first hash of the way, and the proof leaves it out.
  const [first, ...rest] = Number.isInteger(Math.log2(oldSize)) ? [oldRoot, ...proof] : proof;
  check(first !== undefined, 'the proof is empty');
  let node = oldSize - 1;
  let last = size - 1;
  while (isOdd(node)) {
    node = halved(node);
    last = halved(last);
  }
  let oldComputed = first;
  let computed = first;
  walkUp(node, last, rest, (beside, isLeft) => {
    if (isLeft) oldComputed = nodeHash(beside, oldComputed);
    computed = isLeft ? nodeHash(beside, computed) : nodeHash(computed, beside);
  });
  check(equal(oldComputed, oldRoot), 'the proof leads to another root of the old tree');
  check(equal(computed, root), 'the proof leads to another root');
}
