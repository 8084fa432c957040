import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describeUnless } from '@app/testing';
import { checkConsistency, checkInclusion, InvalidProof } from './merkle-proof';
import {
  consistencyProof,
  EMPTY_ROOT,
  Frontier,
  leafHashOfText,
  inclusionProof,
  leafHash,
  MerkleTree,
  nodeHash,
  rootOf,
} from './merkle-tree';

const vectors = join(__dirname, '../../../../shared/vectors');
const lack = existsSync(vectors) ? undefined : 'the public vectors of RFC 6962 are not beside the project';

function read<Vector>(name: string): Vector[] {
  return lack === undefined ? (JSON.parse(readFileSync(join(vectors, name), 'utf8')) as Vector[]) : [];
}

const bytes = (text: string | null): Buffer => Buffer.from(text ?? '', 'base64');
const hashes = (texts: readonly string[] | null): Buffer[] => (texts ?? []).map(bytes);

interface Named {
  readonly name: string;
  readonly wantErr: boolean;
  readonly proof: readonly string[] | null;
}

describeUnless(lack, 'the public vectors of RFC 6962', () => {
  const inclusions = read<Named & { leafIdx: number; treeSize: number; root: string | null; leafHash: string | null }>(
    'rfc6962-inclusion.json',
  );
  it.each(inclusions.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    const checked = (): void =>
      checkInclusion(vector.leafIdx, vector.treeSize, bytes(vector.leafHash), hashes(vector.proof), bytes(vector.root));
    if (vector.wantErr) expect(checked).toThrow(InvalidProof);
    else checked();
  });

  const consistencies = read<Named & { size1: number; size2: number; root1: string | null; root2: string | null }>(
    'rfc6962-consistency.json',
  );
  it.each(consistencies.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    const checked = (): void =>
      checkConsistency(vector.size1, vector.size2, bytes(vector.root1), bytes(vector.root2), hashes(vector.proof));
    if (vector.wantErr) expect(checked).toThrow(InvalidProof);
    else checked();
  });

  it('are 98 of each', () => expect([inclusions.length, consistencies.length]).toEqual([98, 98]));
});

function treeOf(size: number): MerkleTree {
  const tree = new MerkleTree();
  for (let leaf = 0; leaf < size; leaf += 1) tree.append(leafHash(Buffer.from(`leaf ${leaf}`)));
  return tree;
}

/** `MTH` as RFC 6962 writes it down, of the leaves themselves. */
function literalRoot(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return EMPTY_ROOT;
  if (leaves.length === 1) return leafHash(first);
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return nodeHash(literalRoot(leaves.slice(0, split)), literalRoot(leaves.slice(split)));
}

const SIZE = 300;
const tree = treeOf(SIZE);
const sizes = fc.tuple(fc.nat(SIZE), fc.nat(SIZE)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

describe('a Merkle tree', () => {
  it('has at every size the root that RFC 6962 defines', () => {
    const leaves = Array.from({ length: SIZE }, (_, leaf) => Buffer.from(`leaf ${leaf}`));
    for (let size = 0; size <= SIZE; size += 1) {
      expect(tree.root(size).equals(literalRoot(leaves.slice(0, size)))).toBe(true);
    }
    expect(tree.root()).toEqual(tree.root(SIZE));
    expect(tree.size).toBe(SIZE);
    expect(new MerkleTree().root()).toEqual(EMPTY_ROOT);
  });

  it('proves every leaf of every size, and nothing else', () => {
    fc.assert(
      fc.property(sizes, fc.nat(SIZE), fc.nat(255), fc.nat(), ([, size], leaf, flip, place) => {
        fc.pre(size > 0);
        const index = leaf % size;
        const proof = inclusionProof(tree, index, size);
        const own = leafHash(Buffer.from(`leaf ${index}`));
        const root = tree.root(size);
        checkInclusion(index, size, own, proof, root);
        expect(() => checkInclusion(index, size, leafHash(Buffer.from('another')), proof, root)).toThrow(InvalidProof);
        expect(() => checkInclusion(index, size, own, [...proof, own], root)).toThrow(InvalidProof);
        if (proof.length === 0) return;
        expect(() => checkInclusion(index, size, own, proof.slice(1), root)).toThrow(InvalidProof);
        const changed = proof.map((each) => Buffer.from(each));
        const hash = changed[place % changed.length] as Buffer;
        hash[place % hash.length] = (hash[place % hash.length] as number) ^ (flip || 1);
        expect(() => checkInclusion(index, size, own, changed, root)).toThrow(InvalidProof);
      }),
    );
  });

  it('proves that every size is the beginning of every larger one, and of no other tree', () => {
    const other = new MerkleTree();
    for (let leaf = 0; leaf < SIZE; leaf += 1) other.append(leafHash(Buffer.from(`other ${leaf}`)));
    fc.assert(
      fc.property(sizes, ([oldSize, size]) => {
        const proof = consistencyProof(tree, oldSize, size);
        checkConsistency(oldSize, size, tree.root(oldSize), tree.root(size), proof);
        expect(() =>
          checkConsistency(oldSize, size, tree.root(oldSize), tree.root(size), [...proof, EMPTY_ROOT]),
        ).toThrow(InvalidProof);
        if (oldSize === 0) return;
        expect(() => checkConsistency(oldSize, size, other.root(oldSize), tree.root(size), proof)).toThrow(
          InvalidProof,
        );
        expect(() => checkConsistency(oldSize, size, tree.root(oldSize), other.root(size), proof)).toThrow(
          InvalidProof,
        );
        if (proof.length === 0) return;
        expect(() => checkConsistency(oldSize, size, tree.root(oldSize), tree.root(size), proof.slice(1))).toThrow(
          InvalidProof,
        );
      }),
    );
  });

  it.each([
    ['a leaf beyond the end', () => inclusionProof(tree, 3, 3), 'none at 3'],
    ['a leaf before the beginning', () => inclusionProof(tree, -1, 3), 'none at -1'],
    ['half a leaf', () => inclusionProof(tree, 0.5, 3), 'none at 0.5'],
    ['a size of nothing', () => inclusionProof(tree, 0, -1), 'no size'],
    ['a root of half a leaf', () => rootOf(tree, 1.5), 'no size'],
    ['more leaves than there are', () => tree.root(SIZE + 1), 'no subtree'],
    ['a larger beginning', () => consistencyProof(tree, 4, 3), 'does not begin'],
    ['a beginning of half a leaf', () => consistencyProof(tree, 0.5, 3), 'no size'],
    ['an end of half a leaf', () => consistencyProof(tree, 0, 0.5), 'no size'],
  ])('refuses %s', (_name, asked, message) => {
    expect(asked).toThrow(message);
  });

  it('has the root of its right edge at every size, and of text the leaf of its bytes', () => {
    const [whole, edge] = [new MerkleTree(), new Frontier()];
    expect(edge.root()).toEqual(EMPTY_ROOT);
    for (let size = 1; size <= SIZE; size += 1) {
      const leaf = leafHashOfText(`Eintrag ${size} – für alle`);
      expect(leaf).toEqual(leafHash(Buffer.from(`Eintrag ${size} – für alle`)));
      whole.append(leaf);
      edge.append(leaf);
      expect([edge.size, edge.root()]).toEqual([size, whole.root()]);
    }
  });

  it.each([
    ['a negative index', () => checkInclusion(-1, 2, EMPTY_ROOT, [], EMPTY_ROOT)],
    ['a size that is no number', () => checkInclusion(0, NaN, EMPTY_ROOT, [], EMPTY_ROOT)],
    ['a short hash', () => checkInclusion(0, 1, Buffer.alloc(31), [], EMPTY_ROOT)],
    ['an old size that is no number', () => checkConsistency(NaN, 1, EMPTY_ROOT, EMPTY_ROOT, [])],
    ['a new size that is no number', () => checkConsistency(1, NaN, EMPTY_ROOT, EMPTY_ROOT, [])],
    ['a long hash', () => checkConsistency(1, 2, EMPTY_ROOT, EMPTY_ROOT, [Buffer.alloc(33)])],
    ['another root of nothing', () => checkConsistency(0, 1, Buffer.alloc(32), EMPTY_ROOT, [])],
    ['a root that is no hash', () => checkConsistency(1, 2, Buffer.alloc(31), EMPTY_ROOT, [EMPTY_ROOT])],
    ['no proof where one is due', () => checkConsistency(3, 5, EMPTY_ROOT, EMPTY_ROOT, [])],
  ])('has no proof with %s', (_name, checked) => {
    expect(checked).toThrow(InvalidProof);
  });
});
