import type { EventStore } from '@app/event-store';
import { canonicalJson, leafHash, MerkleTree } from '@app/integrity';
import { envelopeOf, streamOf } from '../entry/read';
import { LEAVES_KEPT } from './limits';

/** The bytes of an entry that the tree is made of: its envelope's canonical JSON. */
export function leafOf(event: Parameters<typeof envelopeOf>[0]): Buffer {
  return Buffer.from(canonicalJson(envelopeOf(event)));
}

/**
 * The Merkle tree of each relationship's ledger, leaf index = stream revision: read from what is on disk, and kept with
 * what was read.
 */
export class LogTrees {
  // A map iterates in the order of insertion: the first is the tree that was asked for longest ago.
  private readonly kept = new Map<string, MerkleTree>();
  private readonly reading = new Map<string, Promise<MerkleTree>>();

  constructor(
    private readonly store: EventStore,
    private readonly leavesKept = LEAVES_KEPT,
  ) {}

  /** With all entries that are on disk now; empty where there is no such relationship. */
  tree(relationship: string): Promise<MerkleTree> {
    // One reader at a time: two would append the same leaves twice.
    const reading = (this.reading.get(relationship) ?? Promise.resolve()).then(() => this.read(relationship));
    this.reading.set(relationship, reading);
    const end = (): void => {
      if (this.reading.get(relationship) === reading) this.reading.delete(relationship);
    };
    reading.then(end, end);
    return reading;
  }

  private async read(relationship: string): Promise<MerkleTree> {
    const tree = this.kept.get(relationship) ?? new MerkleTree();
    for await (const event of this.store.read(streamOf(relationship), tree.size)) tree.append(leafHash(leafOf(event)));
    this.keep(relationship, tree);
    return tree;
  }

  private keep(relationship: string, tree: MerkleTree): void {
    this.kept.delete(relationship);
    if (tree.size > 0) this.kept.set(relationship, tree);
    let total = 0;
    for (const { size } of this.kept.values()) total += size;
    for (const [oldest, { size }] of this.kept) {
      if (total <= this.leavesKept || oldest === relationship) break;
      this.kept.delete(oldest);
      total -= size;
    }
  }
}
