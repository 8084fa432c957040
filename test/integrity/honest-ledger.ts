import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openEventStore, type EventStore, type FollowedBatch, type FollowOptions } from '@app/event-store';
import { formatVerifierKey, parsePolicy, type Checkpoint, type Policy } from '@app/integrity';
import {
  checkpointFiles,
  checkReceipt,
  declareBreak,
  importJournal,
  LedgerLog,
  logIdentity,
  policyOf,
  rotateKey,
  sampleJournal,
  signNow,
  verifyLedger,
  type CheckpointSeen,
} from '@app/ledger';
import { backUp } from '../../apps/cli/src/archive/back-up';
import { missingEntries } from '../../apps/cli/src/archive/missing-entries';
import { restore } from '../../apps/cli/src/archive/restore';
import { startWitness, type RunningWitness } from '../../apps/witness/src/running.fixture';
import { logEntry } from '../../libs/ledger/src/entry/log-entry';
import { askWitnesses } from '../../libs/ledger/src/log/ask-witnesses';
import { LogTrees } from '../../libs/ledger/src/log/log-trees';
import type { Random } from './tampering';

const START_MS = Date.parse('2026-11-01T08:00:00Z');
const MOST_LINES_AT_ONCE = 12;
const MOST_ENTRIES_AT_ONCE = 4;

const sample = sampleJournal();

/** What a party keeps of a relationship's log. */
interface Kept {
  readonly checkpoints: Checkpoint[];
  readonly receipts: { readonly text: string; readonly policy: Policy }[];
  /** Pinned when the log began; where its keys or its origin changed, when they did. */
  policy: Policy;
}

interface Backup {
  readonly file: string;
  /** Lines of the sample that are in it, by relationship. */
  readonly imported: ReadonlyMap<string, number>;
}

/** A ledger that nobody tampers with, and the parties that watch it. */
export class HonestLedger {
  private directory: string;
  private store!: EventStore;
  private witness: RunningWitness | null = null;
  private readonly kept = new Map<string, Kept>();
  private imported = new Map<string, number>();
  private live = false;
  private keys = 0;
  private nowMs = START_MS;

  constructor(
    private readonly place: string,
    readonly relationships: string[],
    private readonly random: Random,
  ) {
    this.directory = join(place, 'data');
  }

  async open(): Promise<void> {
    this.store = await openEventStore({ kind: 'sqlite', directory: this.directory });
  }

  async close(): Promise<void> {
    await this.store.close();
  }

  async restart(): Promise<void> {
    await this.close();
    await this.open();
  }

  /** The next lines of the sample; earlier records are closed once something was logged live. */
  async importLines(relationship = this.one(this.relationships)): Promise<void> {
    const from = this.imported.get(relationship) ?? 0;
    const to = from + this.below(MOST_LINES_AT_ONCE) + 1;
    this.imported.set(relationship, to);
    const lines = sample.slice(from, to).map(({ recorded, ...line }) => {
      return JSON.stringify({ ...line, relationship, ...(!this.live && { recorded }) });
    });
    const source = (): Readable => Readable.from([Buffer.from(`${lines.join('\n')}\n`)]);
    const report = await importJournal(this.store, source, { format: 'journal', nowMs: this.tick() });
    expect(report.appended).toBe(lines.length);
  }

  async logEntries(): Promise<void> {
    const relationship = this.one(this.relationships);
    this.live = true;
    let last: string | null = null;
    for (let count = this.below(MOST_ENTRIES_AT_ONCE) + 1; count > 0; count -= 1) {
      const answers: string | null = last !== null && this.below(3) === 0 ? last : null;
      const author = {
        member: 'm-1',
        role: 'member',
        party: answers === null ? 'client' : 'provider',
      } as const;
      const body =
        answers === null
          ? { kind: 'note.logged', effective: '2026-10-30', factor: 601, text: `note ${this.random()}` }
          : { kind: 'entry.agreed', answers };
      const checkpointSeen = this.below(2) === 0 ? null : this.seen(relationship);
      const key = `key-${(this.keys += 1)}`;
      const { id } = await logEntry(this.store, { relationship, author, key, body, checkpointSeen }, this.tick());
      last = answers === null ? id : null;
    }
  }

  /** Signs what there is, has it cosigned, and gives the parties their receipts. */
  async sign(): Promise<void> {
    for (const relationship of this.relationships) {
      expect(await signNow(this.store, this.directory, relationship, this.tick())).toBe(true);
      await this.keep(relationship);
    }
  }

  async rotate(): Promise<void> {
    this.live = true;
    await rotateKey(this.store, this.directory, this.relationships, () => this.tick());
    await this.endWitness();
    for (const relationship of this.relationships) {
      await this.keep(relationship);
      await this.pin(relationship);
    }
  }

  async backUp(): Promise<Backup> {
    const file = join(this.place, `backup-${this.nowMs}`);
    await backUp({ directory: this.directory, eventStoreUrl: null }, file);
    return { file, imported: new Map(this.imported) };
  }

  /** From a backup; what was signed after it is known from the directory that it replaces. */
  async restore({ file, imported }: Backup): Promise<readonly string[]> {
    await this.close();
    const before = this.directory;
    this.directory = join(this.place, `restored-${this.nowMs}`);
    const { later } = restore(file, { directory: this.directory, eventStoreUrl: null }, before);
    this.imported = new Map(imported);
    await this.open();
    const missing = await missingEntries(this.store, later);
    return missing.map(({ relationship }) => relationship);
  }

  async declareBreak(relationship: string): Promise<void> {
    const log = new LedgerLog(this.store, this.directory, logIdentity(this.directory));
    await log.start();
    expect(() => log.assertWritable(relationship)).toThrow('entries are missing');
    log.close();
    const reason = 'The disk was lost, and the backup is older.';
    const origin = await declareBreak(this.store, this.directory, relationship, reason, this.tick());
    expect(origin).toMatch(/\/log\/2$/);
    this.live = true;
    const { checkpoints, receipts } = await this.keptOf(relationship);
    // What was lost is lost: of these the parties can show that they were in it, and nothing else.
    const size = this.sizeOf(relationship) - 1;
    checkpoints.splice(0, Infinity, ...checkpoints.filter((checkpoint) => checkpoint.size <= size));
    receipts.splice(0);
    await this.endWitness();
    await this.pin(relationship);
    await this.keep(relationship);
  }

  async check(): Promise<void> {
    const known = [...this.kept.values()].flatMap(({ checkpoints }) => checkpoints);
    const found = await verifyLedger(this.store, { dataDirectory: this.directory, known });
    expect(found).toMatchObject({ valid: true, firstBad: null, signed: this.kept.size });
    for (const { receipts } of this.kept.values()) {
      for (const { text, policy } of receipts) expect(checkReceipt(text, policy).quorum).toBe(true);
    }
  }

  /** With entries that are logged and signed between the moment at which the end of the log is read and the end of it. */
  async checkWhileItGrows(): Promise<void> {
    const { store } = this;
    const grow = async (): Promise<void> => {
      await this.logEntries();
      this.relationships.push('east-quay');
      await this.importLines('east-quay');
      await this.endWitness();
      await this.sign();
    };
    async function* follow(options?: FollowOptions): AsyncGenerator<FollowedBatch> {
      for await (const batch of store.follow(options)) {
        if (batch.live) await grow();
        yield batch;
      }
    }
    const growing = Object.assign(Object.create(store) as EventStore, { follow });
    expect(await verifyLedger(growing, { dataDirectory: this.directory })).toMatchObject({ valid: true });
    await this.check();
  }

  /** Of every entry that is signed a receipt, by the policy that was pinned. */
  async checkEveryEntry(): Promise<void> {
    const log = new LedgerLog(this.store, this.directory, logIdentity(this.directory));
    await log.start();
    try {
      expect([...log.readOnly()]).toEqual([]);
      for (const relationship of this.relationships) {
        const { policy } = await this.keptOf(relationship);
        for (let revision = 0; revision < this.sizeOf(relationship); revision += 1) {
          const receipt = await log.receipt(relationship, revision);
          const checked = checkReceipt(receipt, policy);
          expect(checked).toMatchObject({ quorum: true, index: revision, envelope: { relationship, revision } });
        }
      }
    } finally {
      log.close();
    }
  }

  below(bound: number): number {
    return Math.floor(this.random() * bound);
  }

  private async keep(relationship: string): Promise<void> {
    const files = checkpointFiles(this.directory);
    const last = files.last(relationship);
    if (last === null) throw new Error(`${relationship} is not signed`);
    const { checkpoints, receipts, policy } = await this.keptOf(relationship);
    const oldSizes = new Map([['client', checkpoints.at(-1)?.size ?? 0]]);
    const tree = await new LogTrees(this.store).tree(relationship);
    const asking = { note: last.note, tree, policy: await this.policyNow(relationship), oldSizes };
    const { note, outcomes } = await askWitnesses(asking);
    expect(outcomes).toEqual([{ witness: 'client', cosigned: true, theirSize: last.checkpoint.size }]);
    files.keepCosigned(relationship, { ...last, note }, true);
    checkpoints.push(last.checkpoint);
    const log = new LedgerLog(this.store, this.directory, logIdentity(this.directory));
    try {
      const text = await log.receipt(relationship, this.below(last.checkpoint.size));
      receipts.push({ text, policy });
    } finally {
      log.close();
    }
  }

  /** One witness of all relationships; whoever runs it told it their keys. */
  private async startWitness(): Promise<RunningWitness> {
    const directory = join(this.place, 'witness');
    const logs = this.relationships.flatMap((relationship) =>
      parsePolicy(policyOf(this.directory, relationship)).logs.map(({ key }) => key),
    );
    return startWitness({ directory, logs, clock: () => this.nowMs });
  }

  private async endWitness(): Promise<void> {
    await this.witness?.end();
    this.witness = null;
  }

  private async keptOf(relationship: string): Promise<Kept> {
    let kept = this.kept.get(relationship);
    if (kept === undefined) {
      kept = { checkpoints: [], receipts: [], policy: await this.policyNow(relationship) };
      this.kept.set(relationship, kept);
    }
    return kept;
  }

  private async pin(relationship: string): Promise<void> {
    (await this.keptOf(relationship)).policy = await this.policyNow(relationship);
  }

  private async policyNow(relationship: string): Promise<Policy> {
    const { witness, address } = (this.witness ??= await this.startWitness());
    const lines = `witness client ${formatVerifierKey(witness.verifier)} ${address}\nquorum client\n`;
    return parsePolicy(policyOf(this.directory, relationship).replace('quorum none\n', lines));
  }

  private seen(relationship: string): CheckpointSeen | null {
    const last = this.kept.get(relationship)?.checkpoints.at(-1);
    return last === undefined ? null : { size: last.size, root: last.root.toString('base64') };
  }

  private sizeOf(relationship: string): number {
    return checkpointFiles(this.directory).last(relationship)?.checkpoint.size ?? 0;
  }

  /** Some milliseconds later, at least one. */
  private tick(): number {
    return (this.nowMs += 1 + this.below(1_000));
  }

  private one<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }
}
