import { resolve } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';
import { UnreadableEvent, type EventStore } from '@app/event-store';
import { entryBundle, hashTile, hasTile, TILE_WIDTH, type MerkleTree, type Tile } from '@app/integrity';
import type { CheckpointSeen } from '../entry/entry';
import { streamOf } from '../entry/read';
import { Problem } from '../problems';
import { checkpointFiles, DamagedCheckpoint, type CheckpointFiles, type SignedCheckpoint } from './checkpoint-files';
import { incarnationIn, lostCheckpoint } from './incarnation';
import type { LogIdentity } from './log-identity';
import { leafOf, LogTrees } from './log-trees';
import { COSIGNED_WAIT_MS, MARKS_POLL_MS, RECEIPT_POLL_MS, RECEIPT_WAIT_MS } from './limits';
import { readOnlyMarks, readOnlyProblem, type ReadOnlyMarks } from './read-only-marks';
import { receiptOf } from './receipt';
import type { NewCheckpoint } from './signer';
import { breakIn } from './break-in';
import { hasWitnesses, policyOf } from './witness-policy';

/** What the signer tells those who serve the log, in whatever thread. */
export type LogNews =
  | { readonly is: 'signed'; readonly checkpoints: readonly (CheckpointSeen & { readonly relationship: string })[] }
  | { readonly is: 'broken'; readonly relationship: string; readonly reason: string }
  | { readonly is: 'cosigned'; readonly relationship: string; readonly size: number; readonly quorum: boolean }
  /** A witness does not cosign: told once, until it does again. It is asked again. */
  | { readonly is: 'witness-away'; readonly relationship: string; readonly witness: string; readonly reason: string }
  /**
   * A witness says that it cosigned what this log does not go on from, and does not show it, or shows what no key here has
   * signed: told once. It is not believed, or it could keep a log from ever being signed.
   */
  | {
      readonly is: 'witness-claims';
      readonly relationship: string;
      readonly witness: string;
      readonly reason: string;
      readonly shown?: true;
    }
  | { readonly is: 'witness-back'; readonly relationship: string; readonly witness: string }
  /** The witnesses of a relationship cannot be asked, as where its policy is wrong; it is tried again. */
  | { readonly is: 'unwitnessed'; readonly relationship: string; readonly reason: string }
  /** What its witnesses cosigned cannot be read: told once; its receipts prove what was signed. */
  | { readonly is: 'unread'; readonly relationship: string; readonly reason: string }
  /** The policy of a relationship was taken away: it has no witnesses any more. */
  | { readonly is: 'witnesses-gone'; readonly relationship: string }
  /** Something among the policies of witnesses that no relationship answers for. */
  | { readonly is: 'policies'; readonly reason: string }
  /** Nothing can be signed at the moment; it is tried again. */
  | { readonly is: 'failed'; readonly reason: string }
  /** It can be signed, for the first time or again. */
  | { readonly is: 'works' };

/** Where the signer of a data directory tells its news. */
export function logNews(dataDirectory: string): BroadcastChannel {
  const channel = new BroadcastChannel(`log of ${resolve(dataDirectory)}`);
  channel.unref();
  return channel;
}

/** As the news tell it. */
export function seenOf({
  relationship,
  checkpoint,
}: NewCheckpoint): CheckpointSeen & { readonly relationship: string } {
  return { relationship, size: checkpoint.size, root: checkpoint.root.toString('base64') };
}

/** Serves the transparency logs of a data directory: checkpoints, tiles, receipts; and keeps broken ones from growing. */
export class LedgerLog {
  private readonly files: CheckpointFiles;
  private readonly marks: ReadOnlyMarks;
  private readonly trees: LogTrees;
  private readonly news: BroadcastChannel;
  private readonly published = new Map<string, CheckpointSeen>();
  private readonly broken = new Map<string, string>();
  private readonly waiting = new Set<() => void>();
  private readonly looking: NodeJS.Timeout;
  /** By relationship that has witnesses: whether enough of them saw its last checkpoint. */
  private readonly quorums = new Map<string, boolean>();
  /** Of which it was told that what was cosigned cannot be read. */
  private readonly uncosigned = new Set<string>();
  private failed: string | null = null;
  /** Why it cannot be seen what another process marked. */
  private unread: string | null = null;

  /** @param identity null in a process that is not the primary one: another holds the keys */
  constructor(
    private readonly store: EventStore,
    private readonly directory: string,
    private readonly identity: LogIdentity | null,
    private readonly onNews: (news: LogNews) => void = () => undefined,
  ) {
    this.files = checkpointFiles(directory);
    this.marks = readOnlyMarks(directory);
    this.trees = new LogTrees(store);
    this.looking = setInterval(() => this.tryToLookAtMarks(), MARKS_POLL_MS).unref();
    this.news = logNews(directory);
    this.news.onmessage = ({ data }) => this.hear(data as LogNews);
  }

  /**
   * Holds what is on disk against the last checkpoints: a log that ends before one of them has lost entries.
   *
   * @remarks Only ends are looked at, and logs of which this directory remembers a checkpoint that it does not keep; the
   * signer compares everything else when it has read the whole log.
   */
  async start(): Promise<void> {
    this.lookAtMarks();
    const signedOnce = this.files.signedOnce();
    for (const relationship of this.files.relationships()) {
      const last = this.lastOrNull(relationship);
      if (last === null) continue;
      const { size, root } = last.checkpoint;
      this.published.set(relationship, { size, root: root.toString('base64') });
      if (this.broken.has(relationship)) continue;
      await this.breakWhere(relationship, async () =>
        (await this.reaches(relationship, size))
          ? null
          : `ends before entry ${size}, of which a checkpoint was signed: entries are missing`,
      );
    }
    for (const relationship of signedOnce) {
      if (this.published.has(relationship) || this.broken.has(relationship)) continue;
      await this.breakWhere(relationship, async () => {
        const incarnation = await incarnationIn(this.store, relationship);
        return this.readOrBreak(relationship, () => lostCheckpoint(this.files, relationship, incarnation));
      });
    }
  }

  /** An entry that cannot be read does not stop the others: its ledger alone is read-only. */
  private async breakWhere(relationship: string, wrong: () => Promise<string | null>): Promise<void> {
    let reason: string | null;
    try {
      reason = await wrong();
    } catch (error) {
      if (!(error instanceof UnreadableEvent)) throw error;
      reason = `holds an entry that cannot be read: revision ${error.revision}`;
    }
    if (reason !== null) this.break(relationship, reason);
  }

  close(): void {
    clearInterval(this.looking);
    this.news.close();
    this.wake();
  }

  /** Why ledgers are read-only, by relationship. */
  readOnly(): ReadonlyMap<string, string> {
    return this.broken;
  }

  /**
   * Relationships of which a checkpoint is signed; of these those with witnesses; of these those with a quorum, and those
   * of which a witness shows what no key here has signed.
   */
  counts(): { readonly signed: number; readonly witnessed: number; readonly quorum: number; readonly claimed: number } {
    const quorum = [...this.quorums.values()].filter((reached) => reached).length;
    const claimed = [...this.quorums.keys()].filter((each) => this.files.claimed(each).length > 0).length;
    return { signed: this.published.size, witnessed: this.quorums.size, quorum, claimed };
  }

  /** Why nothing can be signed at the moment; null where it can. */
  failure(): string | null {
    return this.failed ?? this.unread;
  }

  /** @throws Problem `read-only` */
  assertWritable(relationship: string): void {
    const reason = this.broken.get(relationship);
    if (reason !== undefined) throw readOnlyProblem(relationship, reason);
  }

  /** The last checkpoint that anybody could have seen. */
  lastPublished(relationship: string): CheckpointSeen | null {
    return this.published.get(relationship) ?? null;
  }

  /**
   * Whether the log goes on from a checkpoint that somebody says to have seen of it.
   *
   * @throws Problem `checkpoint-contradicted`
   */
  async assertSeen(relationship: string, seen: CheckpointSeen): Promise<void> {
    const { size, root } = this.published.get(relationship) ?? { size: 0, root: '' };
    if (seen.size === size && seen.root === root) return;
    const tree = await this.trees.tree(relationship);
    // What this process signs nobody can have seen before it was signed.
    const signedSize = this.identity === null ? tree.size : (this.lastOrNull(relationship)?.checkpoint.size ?? 0);
    if (seen.size <= Math.min(signedSize, tree.size) && tree.root(seen.size).toString('base64') === seen.root) return;
    const detail = `the checkpoint of ${seen.size} entries that you have seen is none of this log, which has ${tree.size}`;
    throw new Problem('checkpoint-contradicted', detail, 'checkpointSeen');
  }

  /**
   * The last signed note of a relationship.
   *
   * @throws Problem `not-found` where nothing was signed yet, `primary-only`
   */
  checkpoint(relationship: string): SignedCheckpoint {
    this.identified();
    const last = this.files.last(relationship);
    if (last === null) throw new Problem('not-found', `no checkpoint of ${relationship} is signed yet; ask again`);
    return last;
  }

  /**
   * A tile of the log under its last checkpoint (C2SP tlog-tiles).
   *
   * @throws Problem `not-found`, `primary-only`, `read-only` where the log is not the one of that checkpoint
   */
  async tile(relationship: string, tile: Tile): Promise<Buffer> {
    const last = this.checkpoint(relationship);
    const { checkpoint } = last;
    if (!hasTile(checkpoint.size, tile)) {
      throw new Problem('not-found', `a log of ${checkpoint.size} entries has no such tile`);
    }
    const { level, index, width } = tile;
    const tree = await this.treeUnder(relationship, last);
    if (level !== 'entries') return hashTile(tree, level, index, width);
    return entryBundle(await this.leaves(relationship, index * TILE_WIDTH, width));
  }

  /**
   * The receipt of the entry at a revision; waits, bounded, until a checkpoint covers it.
   *
   * @throws Problem `receipt-not-ready`, `primary-only`
   */
  async receipt(relationship: string, revision: number): Promise<string> {
    this.identified();
    const last = await this.covering(relationship, revision);
    const tree = await this.treeUnder(relationship, last);
    const [leaf] = await this.leaves(relationship, revision, 1);
    if (leaf === undefined) throw new Problem('entry-not-found', `there is no revision ${revision} of ${relationship}`);
    return receiptOf(tree, last, revision, leaf);
  }

  /**
   * Size and root of a checkpoint that covers a revision; waits, bounded, until there is one.
   *
   * @throws Problem `receipt-not-ready`, `primary-only`
   */
  async checkpointOf(relationship: string, revision: number): Promise<CheckpointSeen> {
    this.identified();
    const { size, root } = (await this.covering(relationship, revision)).checkpoint;
    return { size, root: root.toString('base64') };
  }

  /** What a verifier of this log needs to know beforehand (C2SP tlog-policy). @throws Problem `primary-only` */
  policy(relationship: string): string {
    this.identified();
    return policyOf(this.directory, relationship);
  }

  private identified(): LogIdentity {
    if (this.identity === null)
      throw new Problem('primary-only', 'another process signs this log and serves its proof');
    return this.identity;
  }

  /** What is proven of a log that was changed since would prove nothing to anybody. @throws Problem `read-only` */
  private async treeUnder(relationship: string, last: SignedCheckpoint): Promise<MerkleTree> {
    const tree = await this.trees.tree(relationship);
    const broken = breakIn(tree, last);
    if (broken !== null) throw readOnlyProblem(relationship, broken);
    return tree;
  }

  private async covering(relationship: string, revision: number): Promise<SignedCheckpoint> {
    const covers = (): SignedCheckpoint | null => {
      const [cosigned, last] = [this.cosigned(relationship), this.files.last(relationship)];
      // What the witnesses saw says more than what was signed since.
      return [cosigned, last].find((each) => each !== null && revision < each.checkpoint.size) ?? null;
    };
    if (hasWitnesses(this.directory, relationship)) {
      const isCosigned = (): boolean => revision < (this.cosigned(relationship)?.checkpoint.size ?? 0);
      if (!isCosigned()) await this.signed(isCosigned, COSIGNED_WAIT_MS);
    }
    const found = covers() ?? ((await this.signed(() => covers() !== null)) ? covers() : null);
    if (found === null) {
      const detail = `no checkpoint covers revision ${revision} of ${relationship} yet; one is signed within seconds`;
      throw new Problem('receipt-not-ready', detail);
    }
    return found;
  }

  /** Null also where its file cannot be read: the next one that the witnesses cosign takes its place. */
  private cosigned(relationship: string): SignedCheckpoint | null {
    try {
      return this.files.cosigned(relationship);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!this.uncosigned.has(relationship)) this.onNews({ is: 'unread', relationship, reason });
      this.uncosigned.add(relationship);
      return null;
    }
  }

  /** False where it did not become so in time. */
  private signed(isSo: () => boolean, waitMs = RECEIPT_WAIT_MS): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        clearInterval(polling);
        this.waiting.delete(look);
        settle();
      };
      const lookAt = (isLast: boolean): void => {
        try {
          const is = isSo();
          if (is || isLast) end(() => resolve(is));
        } catch (error) {
          // A timer has nobody who would hear it; whoever waits has to.
          end(() => reject(error instanceof Error ? error : new Error(String(error))));
        }
      };
      const look = (): void => lookAt(false);
      const timer = setTimeout(lookAt, waitMs, true);
      // News come from this process alone; another one may sign.
      const polling = setInterval(look, RECEIPT_POLL_MS);
      this.waiting.add(look);
    });
  }

  /** A file that is damaged does not stop the others: its ledger alone is read-only. */
  private lastOrNull(relationship: string): SignedCheckpoint | null {
    return this.readOrBreak(relationship, () => this.files.last(relationship));
  }

  private readOrBreak<Read>(relationship: string, read: () => Read): Read | null {
    try {
      return read();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const reason = `cannot be held against its last checkpoint: ${why}`;
      this.break(relationship, error instanceof DamagedCheckpoint ? error.reason : reason);
      return null;
    }
  }

  /** News come from this process alone; what another one marked is found here. */
  private lookAtMarks(): void {
    for (const relationship of this.marks.relationships()) {
      if (this.broken.has(relationship)) continue;
      const reason = this.marks.reason(relationship);
      if (reason !== null) this.broken.set(relationship, reason);
    }
  }

  /** What keeps the marks from being read is told once, until they are read again. */
  private tryToLookAtMarks(): void {
    let unread: string | null = null;
    try {
      this.lookAtMarks();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      unread = `the marks of ledgers that are read-only cannot be read: ${why}`;
    }
    if (unread === this.unread) return;
    this.unread = unread;
    this.onNews(unread === null ? { is: 'works' } : { is: 'failed', reason: unread });
  }

  private hear(news: LogNews): void {
    if (news.is === 'works' && this.failed === null) return;
    if (news.is === 'failed') this.failed = news.reason;
    if (news.is === 'works') this.failed = null;
    if (news.is === 'broken') this.broken.set(news.relationship, news.reason);
    if (news.is === 'signed') {
      for (const { relationship, size, root } of news.checkpoints) {
        this.published.set(relationship, { size, root });
        if (this.quorums.has(relationship)) this.quorums.set(relationship, false);
      }
    }
    if (news.is === 'unwitnessed' && this.published.has(news.relationship)) {
      this.quorums.set(news.relationship, false);
    }
    if (news.is === 'witnesses-gone') this.quorums.delete(news.relationship);
    if (news.is === 'cosigned') {
      this.quorums.set(news.relationship, news.quorum && this.published.get(news.relationship)?.size === news.size);
    }
    this.onNews(news);
    this.wake();
  }

  private wake(): void {
    for (const look of [...this.waiting]) look();
  }

  private break(relationship: string, reason: string): void {
    this.broken.set(relationship, reason);
    try {
      this.marks.mark(relationship, reason);
    } catch (error) {
      // Who takes entries knows it; whoever reads the whole log finds it again.
      const why = error instanceof Error ? error.message : String(error);
      this.hear({ is: 'failed', reason: `${relationship} cannot be marked read-only: ${why}` });
    }
  }

  private async reaches(relationship: string, size: number): Promise<boolean> {
    for await (const { revision } of this.store.read(streamOf(relationship), size - 1)) return revision === size - 1;
    return false;
  }

  private async leaves(relationship: string, from: number, count: number): Promise<Buffer[]> {
    const leaves: Buffer[] = [];
    for await (const event of this.store.read(streamOf(relationship), from)) {
      leaves.push(Buffer.from(leafOf(event)));
      if (leaves.length === count) break;
    }
    return leaves;
  }
}
