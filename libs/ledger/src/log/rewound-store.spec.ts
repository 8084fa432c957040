import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openEventStore, type EventStore } from '@app/event-store';
import { importJournal } from '../journal/import';
import { checkpointFiles } from './checkpoint-files';
import { LedgerLog } from './ledger-log';
import { logIdentity } from './log-identity';
import { readOnlyMarks } from './read-only-marks';
import { signLog } from './sign-log';

const ROAD = 'road';
/** Entries when the backup was made, and when the store was brought back to it. */
const [BEFORE, LATER] = [2, 4];

let place: string;
let directory: string;
let nowMs: number;
/** Of which every one is open; the first is asked until it is replaced. */
let stores: EventStore[];
let lost: AbortController;
/** As a server's client of a store that is elsewhere: it stays, whatever is brought back there. */
let client: EventStore;
let stopping: AbortController;
let signing: Promise<void>;
let log: LedgerLog;

async function open(name: string): Promise<EventStore> {
  const store = await openEventStore({ kind: 'sqlite', directory: join(place, name) });
  stores.push(store);
  return store;
}

async function importLines(store: EventStore, from: number, to: number, text = 'A line.'): Promise<void> {
  const line = { relationship: ROAD, kind: 'note.logged', effective: '2026-05-01', party: 'client', text };
  for (let index = from; index < to; index += 1) {
    const journal = `${JSON.stringify({ ...line, id: `e-${index}` })}\n`;
    nowMs += 1;
    await importJournal(store, () => Readable.from([Buffer.from(journal)]), { format: 'journal', nowMs });
  }
}

function current(): EventStore {
  const [store] = stores;
  if (store === undefined) throw new Error('no store is open');
  return store;
}

function replaceStore(next: EventStore): void {
  stores.unshift(next);
  lost.abort();
  lost = new AbortController();
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

function signedSize(): number {
  return checkpointFiles(directory).last(ROAD)?.checkpoint.size ?? 0;
}

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'rewound-'));
  directory = join(place, 'data');
  [nowMs, stores] = [Date.parse('2026-11-01T00:00:00Z'), []];
  const original = await open('original');
  await importLines(original, 0, BEFORE);
  await original.close();
  cpSync(join(place, 'original'), join(place, 'backup'), { recursive: true });
  stores = [];
  await importLines(await open('original'), BEFORE, LATER);

  [lost, stopping] = [new AbortController(), new AbortController()];
  const follow: EventStore['follow'] = async function* (options) {
    const { signal } = lost;
    yield* current().follow({ ...options, signal: AbortSignal.any([signal, stopping.signal]) });
    if (signal.aborted) throw new Error('the connection was lost');
  };
  const read: EventStore['read'] = (...from) => current().read(...from);
  client = { read, follow } as EventStore;
  log = new LedgerLog(client, directory, logIdentity(directory));
  signing = signLog(client, directory, Date.now, stopping.signal);
  await until(() => signedSize() === LATER);
  // The tree is kept from now on.
  await log.receipt(ROAD, LATER - 1);
});

afterEach(async () => {
  stopping.abort();
  await signing;
  log.close();
  for (const store of stores) await store.close();
  rmSync(place, { recursive: true });
});

const READ_ONLY = { code: 'read-only' };

describe('a store that is brought back to an earlier state under a running server', () => {
  it('makes the ledger read-only, and nothing of it is signed or proven any more', async () => {
    const backup = await open('backup');
    replaceStore(backup);
    await until(() => readOnlyMarks(directory).reason(ROAD) !== null);
    expect(readOnlyMarks(directory).reason(ROAD)).toBe(
      `has ${BEFORE} entries, and a checkpoint of ${LATER} was signed: entries are missing`,
    );
    await expect(log.receipt(ROAD, 0)).rejects.toMatchObject(READ_ONLY);
    expect(() => log.assertWritable(ROAD)).toThrow('entries are missing');
    expect(signedSize()).toBe(LATER);
  });

  it('does so also where it has grown beyond that meanwhile', async () => {
    const backup = await open('backup');
    await importLines(backup, BEFORE, LATER + 3, 'Another line.');
    replaceStore(backup);
    await until(() => readOnlyMarks(directory).reason(ROAD) !== null);
    expect(readOnlyMarks(directory).reason(ROAD)).toContain('an entry was changed, moved or replaced');
    await expect(log.receipt(ROAD, 0)).rejects.toMatchObject(READ_ONLY);
    expect(signedSize()).toBe(LATER);
  });

  it('goes on where it is the same log', async () => {
    replaceStore(current());
    await until(() => log.failure() !== null);
    await importLines(current(), LATER, LATER + 1);
    await until(() => signedSize() === LATER + 1);
    expect(await log.receipt(ROAD, LATER)).toContain(`index ${LATER}`);
    expect(readOnlyMarks(directory).relationships()).toEqual([]);
    await until(() => log.failure() === null);
  });
});
