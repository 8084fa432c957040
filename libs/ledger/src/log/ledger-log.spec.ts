import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { openEventStore, type EventStore } from '@app/event-store';
import { importJournal } from '../journal/import';
import { checkpointFiles } from './checkpoint-files';
import { LedgerLog, type LogNews } from './ledger-log';
import { logIdentity } from './log-identity';
import { fileNameOf } from './private-files';
import { signNow } from './sign-now';

const ROAD = 'road';
const SIGNED = 4;
const READ_ONLY = { code: 'read-only' };
let directory: string;
let store: EventStore;
let log: LedgerLog;
let news: LogNews[];

async function open(): Promise<void> {
  store = await openEventStore({ kind: 'sqlite', directory });
  news = [];
  log = new LedgerLog(store, directory, logIdentity(directory), (each) => news.push(each));
}

async function close(): Promise<void> {
  log.close();
  await store.close();
}

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'ledger-log-'));
  await open();
  const line = { relationship: ROAD, kind: 'note.logged', effective: '2026-05-01', party: 'client', text: 'A line.' };
  const lines = Array.from({ length: SIGNED }, (_, index) => `${JSON.stringify({ ...line, id: `e-${index}` })}\n`);
  const nowMs = Date.parse('2026-11-01T00:00:00Z');
  await importJournal(store, () => Readable.from([Buffer.from(lines.join(''))]), { format: 'journal', nowMs });
  await signNow(store, directory, ROAD, nowMs);
});

afterEach(async () => {
  await close();
  rmSync(directory, { recursive: true });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

it.each([0, 'entries'] as const)(
  'serves no tile (level %s) of a log that is not the one that was signed',
  async (level) => {
    const tile = { level, index: 0, width: SIGNED };
    expect(await log.tile(ROAD, tile)).not.toHaveLength(0);
    await close();
    const database = new DatabaseSync(join(directory, 'ledger.db'));
    database.exec('DROP TRIGGER events_are_not_deleted; DELETE FROM events WHERE revision >= 2');
    database.close();
    await open();
    await expect(log.tile(ROAD, tile)).rejects.toMatchObject(READ_ONLY);
  },
);

it('leaves a checkpoint that is cosigned as it was as it is', () => {
  const files = checkpointFiles(directory);
  const last = files.last(ROAD);
  if (last === null) throw new Error('nothing is signed');
  files.keepCosigned(ROAD, last, true);
  const paths = ['checkpoints', 'cosigned'].map((folder) => join(directory, 'private', folder, fileNameOf(ROAD)));
  const written = (): number[] => paths.map((path) => statSync(path).ino);
  const before = written();
  files.keepCosigned(ROAD, last, true);
  expect(written()).toEqual(before);
});

it('tells whoever waits for a receipt that the checkpoint was damaged meanwhile', async () => {
  const receipt = expect(log.receipt(ROAD, SIGNED)).rejects.toMatchObject(READ_ONLY);
  writeFileSync(join(directory, 'private', 'checkpoints', fileNameOf(ROAD)), 'torn');
  await receipt;
});

describe('where a file of one ledger cannot be read', () => {
  const OTHER = 'other';
  beforeEach(async () => {
    const line = {
      relationship: OTHER,
      kind: 'note.logged',
      effective: '2026-05-01',
      party: 'client',
      text: 'A line.',
    };
    const text = `${JSON.stringify({ ...line, id: 'o-1' })}\n`;
    const nowMs = Date.parse('2026-11-01T01:00:00Z');
    await importJournal(store, () => Readable.from([Buffer.from(text)]), { format: 'journal', nowMs });
    await signNow(store, directory, OTHER, nowMs);
  });

  it.each([
    ['checkpoints', 'cannot be held against its last checkpoint: '],
    ['read-only', 'is marked read-only, and private/read-only/'],
  ])('starts, and refuses that ledger alone: %s', async (folder, reason) => {
    const path = join(directory, 'private', folder, fileNameOf(ROAD));
    rmSync(path, { force: true });
    mkdirSync(path, { recursive: true });
    await log.start();
    expect([...log.readOnly()]).toEqual([[ROAD, expect.stringContaining(reason)]]);
    expect(() => log.assertWritable(ROAD)).toThrow('EISDIR');
  });

  it('starts, and refuses that ledger alone: cosigned, where the last checkpoint is missing', async () => {
    rmSync(join(directory, 'private', 'checkpoints', fileNameOf(ROAD)));
    mkdirSync(join(directory, 'private', 'cosigned', fileNameOf(ROAD)), { recursive: true });
    await log.start();
    expect([...log.readOnly()]).toEqual([[ROAD, expect.stringContaining('EISDIR')]]);
  });

  it('starts, and refuses that ledger alone: its last entry, or one of which no checkpoint is kept', async () => {
    rmSync(join(directory, 'private', 'checkpoints', fileNameOf(OTHER)));
    await close();
    const database = new DatabaseSync(join(directory, 'ledger.db'));
    database.exec(
      `DROP TRIGGER events_are_not_changed; UPDATE events SET data = '{' WHERE revision IN (0, ${SIGNED - 1})`,
    );
    database.close();
    await open();
    await log.start();
    const unread = 'holds an entry that cannot be read: revision ';
    expect(log.readOnly()).toEqual(
      new Map([
        [ROAD, `${unread}${SIGNED - 1}`],
        [OTHER, `${unread}0`],
      ]),
    );
  });
});

it.each([
  ['torn', (path: string): void => writeFileSync(path, 'torn'), 'is damaged'],
  ['unreadable', (path: string): void => void mkdirSync(path), 'EISDIR'],
])('gives the receipt of what is signed where what was cosigned is %s, and tells it once', async (_how, spoil, why) => {
  const folder = join(directory, 'private', 'cosigned');
  mkdirSync(folder, { recursive: true });
  spoil(join(folder, fileNameOf(ROAD)));
  for (const revision of [0, 1]) expect(await log.receipt(ROAD, revision)).toContain(`index ${revision}`);
  expect(news).toEqual([{ is: 'unread', relationship: ROAD, reason: expect.stringContaining(why) as string }]);
});

it('goes on where the marks cannot be read, says so once, and when they are', async () => {
  const marks = join(directory, 'private', 'read-only');
  writeFileSync(marks, '');
  await until(() => log.failure() !== null);
  expect(log.failure()).toMatch(/^the marks of ledgers that are read-only cannot be read: .*ENOTDIR/);
  rmSync(marks);
  await until(() => log.failure() === null);
  expect(news.map(({ is }) => is)).toEqual(['failed', 'works']);
});
