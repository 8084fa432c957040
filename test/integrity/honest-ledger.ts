import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openEventStore, type EventStore, type FollowedBatch, type FollowOptions } from '@app/event-store';
import { formatVerifierKey, keyPairOf, parsePolicy, type Checkpoint, type Policy } from '@app/integrity';
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
  type EntryBody,
} from '@app/ledger';
import { backUp } from '../../apps/cli/src/archive/back-up';
import { missingEntries } from '../../apps/cli/src/archive/missing-entries';
import { restore } from '../../apps/cli/src/archive/restore';
import { startWitness, type RunningWitness } from '../../apps/witness/src/running.fixture';
import { logEntry } from '../../libs/ledger/src/entry/log-entry';
import { askWitnesses } from '../../libs/ledger/src/log/ask-witnesses';
import { LogTrees } from '../../libs/ledger/src/log/log-trees';
import { registrationOf, signatureOf } from './signing-client';
import type { Random } from './tampering';

const START_MS = Date.parse('2026-11-01T08:00:00Z');
const MOST_LINES_AT_ONCE = 12;
const MOST_ENTRIES_AT_ONCE = 4;

/** On which the parties say that all of it happened. */
const DAY = '2026-10-30';

const laptop = keyPairOf(Buffer.alloc(32, 1));
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
  /** Relationships whose client signs in it. */
  readonly signing: ReadonlySet<string>;
}

/** A ledger that nobody tampers with, and the parties that watch it. */
export class HonestLedger {
  private directory: string;
  private store!: EventStore;
  private witness: RunningWitness | null = null;
  private readonly kept = new Map<string, Kept>();
  private imported = new Map<string, number>();
  /** Relationships whose client signs. */
  private signing = new Set<string>();
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
    // The lines are of all parties, and none is taken in the name of one that signs.
    if (this.signing.has(relationship)) return this.logEntries(relationship);
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

  async logEntries(relationship = this.one(this.relationships)): Promise<void> {
    this.live = true;
    if (!this.signing.has(relationship) && this.below(3) === 0) {
      await this.log(relationship, 'client', registrationOf(laptop, DAY), true);
      this.signing.add(relationship);
    }
    let last: string | null = null;
    for (let count = this.below(MOST_ENTRIES_AT_ONCE) + 1; count > 0; count -= 1) {
      const answers: string | null = last !== null && this.below(3) === 0 ? last : null;
      if (answers === null) last = await this.log(relationship, 'client', this.saying());
      else if (this.below(2) === 0) await this.log(relationship, 'provider', { kind: 'entry.agreed', answers });
      else await this.log(relationship, 'client', { kind: 'entry.corrected', answers, data: { text: 'Or so.' } });
      if (answers !== null) last = null;
    }
  }

  /** Something of which the ledger has to make more than is said. */
  private saying(): EntryBody {
    const text = `note ${this.random()}`;
    return this.one<EntryBody>([
      { kind: 'note.logged', effective: DAY, factor: 601, text },
      { kind: 'note.logged', effective: DAY, factor: 609, sign: '-', text },
      { kind: 'rating.given', effective: DAY, factor: 602, level: this.below(5), evidence: [{ title: text }] },
      {
        kind: 'rating.given',
        effective: DAY,
        factor: 603,
        level: this.below(5),
        evidence: [{ url: 'https://x.example' }],
      },
      { kind: 'issue.raised', effective: DAY, data: { title: text, impact: 'low' } },
    ]);
  }

  private async log(relationship: string, party: string, body: EntryBody, sponsor = false): Promise<string> {
    const author = { member: 'm-1', role: sponsor ? 'sponsor' : 'member', party } as const;
    const checkpointSeen = this.below(2) === 0 ? null : this.seen(relationship);
    const request = { relationship, author, key: `key-${(this.keys += 1)}`, body, checkpointSeen };
    const signs = party === 'client' && this.signing.has(relationship);
    const { id } = await logEntry(
      this.store,
      { ...request, signature: signs ? signatureOf(request, laptop) : null },
      this.tick(),
    );
    return id;
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
    return { file, imported: new Map(this.imported), signing: new Set(this.signing) };
  }

  /** From a backup; what was signed after it is known from the directory that it replaces. */
  async restore({ file, imported, signing }: Backup): Promise<readonly string[]> {
    await this.close();
    const before = this.directory;
    this.directory = join(this.place, `restored-${this.nowMs}`);
    const { later } = restore(file, { directory: this.directory, eventStoreUrl: null }, before);
    this.imported = new Map(imported);
    this.signing = new Set(signing);
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
