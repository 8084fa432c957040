import type { EventStore, StreamEvent } from '@app/event-store';
import { canonicalJson, leafHashOfText, MerkleTree } from '@app/integrity';
import { envelopeOf, streamOf } from '../entry/read';
import { LEAVES_KEPT } from './limits';

/** Every envelope that was written in canonical JSON begins so; those of before had their keys in another order. */
const CANONICAL_BEGINNING = '{"answers":';

/**
 * The text of an entry that the tree is made of: its envelope's canonical JSON.
 *
 * @remarks Where the text itself is at hand it is taken as it is stored. A text that was changed and still says the same
 * makes another leaf then: it is not what was signed.
 */
export function leafOf(event: Pick<StreamEvent, 'data' | 'json'>): string {
  const text = event.json?.data;
  return text?.startsWith(CANONICAL_BEGINNING) === true ? text : canonicalJson(envelopeOf(event));
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
    // The last leaf is read once more: a store that was brought back from a backup holds another there, or none.
    let stands = tree.size === 0;
    for await (const event of this.store.read(streamOf(relationship), Math.max(tree.size - 1, 0), { lazy: true })) {
      const leaf = leafHashOfText(leafOf(event));
      if (stands) tree.append(leaf);
      else if (leaf.equals(tree.subtree(0, tree.size - 1))) stands = true;
      else break;
    }
    if (stands) {
      this.keep(relationship, tree);
      return tree;
    }
    this.kept.delete(relationship);
    return this.read(relationship);
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
