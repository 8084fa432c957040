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

  it('has the roots that Certificate Transparency publishes for its example leaves', () => {
    const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const grown = new MerkleTree();
    const roots = leaves.map((leaf) => {
      grown.append(leafHash(Buffer.from(leaf, 'hex')));
      return grown.root().toString('hex');
    });
    expect(roots).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]);
  });

  const five = (): Buffer[] => inclusionProof(tree, 3, 5);
  const leaf3 = leafHash(Buffer.from('leaf 3'));
  it.each([
    ['a negative index', () => checkInclusion(-1, 2, leaf3, [], leaf3), 'index -1 is no whole number from 0'],
    ['half an index', () => checkInclusion(0.5, 2, leaf3, [], leaf3), 'index 0.5 is no whole number from 0'],
    ['a size that is no number', () => checkInclusion(0, NaN, leaf3, [], leaf3), 'size NaN is no whole number from 0'],
    [
      'a leaf beyond the end',
      () => checkInclusion(5, 5, leaf3, five(), tree.root(5)),
      'a tree of 5 leaves has none at 5',
    ],
    ['a short leaf', () => checkInclusion(0, 1, Buffer.alloc(31), [], leaf3), 'a hash has 32 bytes, not 31'],
    ['a long root', () => checkInclusion(0, 1, leaf3, [], Buffer.alloc(33)), 'a hash has 32 bytes, not 33'],
    ['a short hash', () => checkInclusion(0, 2, leaf3, [Buffer.alloc(31)], leaf3), 'a hash has 32 bytes, not 31'],
    ['one hash too many', () => checkInclusion(3, 5, leaf3, [...five(), leaf3], tree.root(5)), 'the proof is too long'],
    ['one hash too few', () => checkInclusion(3, 5, leaf3, five().slice(1), tree.root(5)), 'the proof is too short'],
    ['the root for a leaf', () => checkInclusion(0, 2, tree.root(2), [], tree.root(2)), 'the proof is too short'],
    [
      'a neighbour of the only leaf',
      () => checkInclusion(0, 1, leaf3, [leaf3], nodeHash(leaf3, leaf3)),
      'the proof is too long',
    ],
    [
      // Side by side the bytes are the same, and so is the root.
      'a byte of the leaf in its neighbour',
      () =>
        checkInclusion(
          0,
          2,
          leaf3.subarray(0, 31),
          [Buffer.concat([leaf3.subarray(31), leaf3])],
          nodeHash(leaf3, leaf3),
        ),
      'a hash has 32 bytes, not 31',
    ],
    ['another leaf', () => checkInclusion(3, 5, EMPTY_ROOT, five(), tree.root(5)), 'the proof leads to another root'],
  ])('is not shown to hold a leaf by %s', (_name, checked, message) => {
    expect(checked).toThrow(new InvalidProof(message));
    expect(new InvalidProof(message).name).toBe('InvalidProof');
  });

  const grown = (): Buffer[] => consistencyProof(tree, 3, 5);
  const none = EMPTY_ROOT;
  const old = tree.root(3);
  const root = tree.root(5);
  it.each([
    ['an old size that is no number', () => checkConsistency(NaN, 1, none, none, []), 'size NaN is no whole number'],
    ['a new size that is no number', () => checkConsistency(1, NaN, none, none, []), 'size NaN is no whole number'],
    ['an old size below zero', () => checkConsistency(-1, 5, none, root, []), 'size -1 is no whole number from 0'],
    [
      'a larger beginning',
      () => checkConsistency(5, 3, root, old, grown()),
      'of 3 leaves does not begin with one of 5',
    ],
    ['another root of nothing', () => checkConsistency(0, 1, leaf3, root, []), 'the root of the empty tree is another'],
    ['another empty tree', () => checkConsistency(0, 0, leaf3, leaf3, []), 'the root of the empty tree is another'],
    ['another root of one size', () => checkConsistency(3, 3, old, root, []), 'trees of one size have different roots'],
    ['a proof of the same', () => checkConsistency(3, 3, old, old, [leaf3]), 'its own beginning, and the proof is not'],
    [
      'a proof from nothing',
      () => checkConsistency(0, 5, none, root, [leaf3]),
      'begins with the empty one, and the proof',
    ],
    ['a long hash', () => checkConsistency(1, 2, none, none, [Buffer.alloc(33)]), 'a hash has 32 bytes, not 33'],
    ['an old root that is no hash', () => checkConsistency(1, 2, Buffer.alloc(31), none, [none]), '32 bytes, not 31'],
    ['a root that is no hash', () => checkConsistency(1, 2, none, Buffer.alloc(31), [none]), '32 bytes, not 31'],
    ['no proof where one is due', () => checkConsistency(3, 5, old, root, []), 'the proof is empty'],
    ['one hash too many', () => checkConsistency(3, 5, old, root, [...grown(), leaf3]), 'the proof is too long'],
    ['one hash too few', () => checkConsistency(3, 5, old, root, grown().slice(0, -1)), 'the proof is too short'],
    ['another old root', () => checkConsistency(3, 5, leaf3, root, grown()), 'leads to another root of the old tree'],
    ['another root', () => checkConsistency(3, 5, old, leaf3, grown()), /leads to another root$/],
  ])('is not shown to begin with another by %s', (_name, checked, message) => {
    expect(checked).toThrow(InvalidProof);
    expect(checked).toThrow(message);
  });

  it('is the same made of its hashes at once, and grows on', () => {
    fc.assert(
      fc.property(fc.nat(70), fc.nat(5), (size, more) => {
        const leaves = Array.from({ length: size + more }, (_, index) => leafHash(Buffer.from([index])));
        const grown = new MerkleTree();
        for (const leaf of leaves) grown.append(leaf);
        const tree = MerkleTree.of(Buffer.concat(leaves.slice(0, size)));
        expect(tree.size).toBe(size);
        for (const leaf of leaves.slice(size)) tree.append(leaf);
        for (let at = 0; at <= size + more; at += 1) expect(tree.root(at)).toEqual(grown.root(at));
      }),
    );
  });

  it('has nodes of whole hashes alone', () => {
    const hash = leafHash(Buffer.from('a'));
    expect(() => nodeHash(hash.subarray(1), hash)).toThrow('a hash has 32 bytes');
    expect(() => nodeHash(hash, hash.subarray(1))).toThrow('a hash has 32 bytes');
    expect(() => nodeHash(hash, Buffer.alloc(33))).toThrow('a hash has 32 bytes');
  });

  it('refuses to be read beyond its end', () => {
    expect(() => tree.subtree(1, SIZE / 2)).toThrow(`a tree of ${SIZE} leaves has no subtree ${SIZE / 2} of level 1`);
    expect(() => new MerkleTree().subtree(0, 0)).toThrow('a tree of 0 leaves has no subtree 0 of level 0');
  });
});
