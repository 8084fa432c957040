import {
  consistencyProof,
  formatAddCheckpoint,
  formatCheckpoint,
  formatNote,
  keyPairOf,
  leafHash,
  MerkleTree,
  signText,
  verifierKey,
  type VerifierKey,
} from '@app/integrity';

/** A log that grows, forks and goes back as a test likes. */
export interface Log {
  readonly origin: string;
  readonly key: VerifierKey;
  /** The signed note of the first `size` leaves. */
  checkpoint(tree: MerkleTree, size?: number): string;
}

/** @param seed a byte that decides its key */
export function logOf(origin: string, seed = 1): Log {
  const keys = keyPairOf(Buffer.alloc(32, seed));
  return {
    origin,
    key: verifierKey(origin, 'ed25519', keys.publicKey),
    checkpoint(tree, size = tree.size) {
      const text = formatCheckpoint({ origin, size, root: tree.root(size), extensions: [] });
      return formatNote({ text, signatures: [signText(text, origin, keys)] });
    },
  };
}

/** @param forkedAt the first leaf that differs from that of another tree with another word */
export function treeOf(size: number, word = 'leaf', forkedAt = 0): MerkleTree {
  const tree = new MerkleTree();
  for (let leaf = 0; leaf < size; leaf += 1) {
    tree.append(leafHash(Buffer.from(`${leaf < forkedAt ? 'leaf' : word} ${leaf}`)));
  }
  return tree;
}

/** The body of an honest `add-checkpoint`. */
export function requestOf(log: Log, tree: MerkleTree, oldSize: number, size = tree.size): string {
  return formatAddCheckpoint({
    oldSize,
    proof: consistencyProof(tree, oldSize, size),
    checkpoint: log.checkpoint(tree, size),
  });
}
