import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DatabaseSync } from 'node:sqlite';
import { openEventStore, type EventStore } from '@app/event-store';
import { zipOf } from '../bundle/archive';
import { exportBundle } from '../bundle/export-bundle';
import { replayBundle } from '../bundle/replay-bundle';
import type { CheckpointSeen } from '../entry/entry';
import { logEntry } from '../entry/log-entry';
import { exportJournal } from '../journal/export';
import { importJournal } from '../journal/import';
import { checkpointFiles } from './checkpoint-files';
import { lostCheckpoints } from './incarnation';
import { publicKeys } from './key-files';
import { LedgerLog } from './ledger-log';
import { logIdentity } from './log-identity';
import { LogTrees } from './log-trees';
import { readOnlyMarks } from './read-only-marks';
import { compareAgain, declareBreak, takeKnownCheckpoint } from './recover';
import { signLog } from './sign-log';
import { signNow } from './sign-now';
import { verifyLedger } from './verify';

const ROAD = 'road';
const REMEMBERED = 'signed-logs';
let place: string;
let directory: string;
let store: EventStore;
let nowMs = Date.parse('2026-11-01T00:00:00Z');
let notes = 0;
const tick = (): number => (nowMs += 1);

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'incarnation-'));
  directory = join(place, 'data');
  store = await openEventStore({ kind: 'sqlite', directory });
  await importLines(['e-1', 'e-2']);
  await sign();
});

afterEach(async () => {
  await store.close();
  rmSync(place, { recursive: true });
});

async function importLines(ids: readonly string[], into = store): Promise<void> {
  const line = { relationship: ROAD, kind: 'note.logged', effective: '2026-05-01', party: 'client', text: 'A line.' };
  const text = ids.map((id) => `${JSON.stringify({ ...line, id })}\n`).join('');
  await importJournal(into, () => Readable.from([Buffer.from(text)]), { format: 'journal', nowMs: tick() });
}

function sign(): Promise<boolean> {
  return signNow(store, directory, ROAD, tick());
}

/** As the author's client says it, or as the server knows it. */
async function log(checkpointSeen: CheckpointSeen | null = seen()): Promise<void> {
  const author = { member: 'm-1', role: 'member', party: 'client' } as const;
  const body = { kind: 'note.logged', effective: '2026-10-30', text: 'A note.' };
  const request = { relationship: ROAD, author, key: `key ${(notes += 1)}`, body, checkpointSeen };
  await logEntry(store, request, tick());
}

function seen(): CheckpointSeen {
  const last = checkpointFiles(directory).last(ROAD)?.checkpoint;
  if (last === undefined) throw new Error('nothing is signed');
  return { size: last.size, root: last.root.toString('base64') };
}

/** Deletes parts of the private directory. */
function lose(...names: readonly string[]): void {
  for (const name of names) rmSync(join(directory, 'private', name), { recursive: true, force: true });
}

/** Changes an entry that was signed, as whoever has the disk can. */
function change(revision: number): void {
  const database = new DatabaseSync(join(directory, 'ledger.db'));
  database.exec(
    `DROP TRIGGER events_are_not_changed; UPDATE events SET data = replace(data, '"sign":"0"', '"sign":"+"') WHERE revision = ${revision}`,
  );
  database.close();
}

/** What a server says at its start, its signer at the end of the log, and whoever looks. */
async function alarms(): Promise<Record<'start' | 'sign' | 'verify' | 'doctor', string | null>> {
  const { firstBad } = await verifyLedger(store, { dataDirectory: directory });
  const doctor = (await lostCheckpoints(store, directory)).get(ROAD) ?? null;
  const ledgerLog = new LedgerLog(store, directory, logIdentity(directory));
  await ledgerLog.start();
  const start = ledgerLog.readOnly().get(ROAD) ?? null;
  ledgerLog.close();
  readOnlyMarks(directory).clear(ROAD);
  return { start, sign: await refused(sign()), verify: firstBad?.reason ?? null, doctor };
}

async function refused(done: Promise<unknown>): Promise<string | null> {
  try {
    await done;
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const NONE = { start: null, sign: null, verify: null, doctor: null };
const LOST = expect.stringContaining('its last checkpoint is missing: bring private/checkpoints back') as string;

describe('what is remembered of logs that were signed', () => {
  const path = (): string => join(directory, 'private', REMEMBERED);

  it.each([
    ['cut off', '1 roa', 1],
    ['empty', '', 1],
    ['mixed with something else', '1 road\n\u0000\u0000\n', 2],
  ])(
    'is damaged where it is %s: nothing is signed, nothing overwrites it, and whoever looks is told',
    async (_how, text, line) => {
      writeFileSync(path(), text);
      await importLines(['e-3']);
      const damaged = `${REMEMBERED} of ${directory} is damaged (line ${line})`;
      const told = await refused(sign());
      expect(told).toContain(damaged);
      expect(told).toContain('bring it back from a backup; where there is none, and private/checkpoints lacks no');
      expect(checkpointFiles(directory).signedOnceFault()).toContain(damaged);
      const ledgerLog = new LedgerLog(store, directory, logIdentity(directory));
      expect(await refused(ledgerLog.start())).toContain(damaged);
      ledgerLog.close();
      expect(readFileSync(path(), 'utf8')).toBe(text);
      expect(seen().size).toBe(2);
    },
  );

  it('is written anew where it was taken away', async () => {
    lose(REMEMBERED);
    expect(checkpointFiles(directory).signedOnceFault()).toBeNull();
    await importLines(['e-3']);
    await sign();
    expect(readFileSync(path(), 'utf8')).toBe(`1 ${ROAD}\n`);
  });

  it('keeps a key from being drawn also where it is damaged', () => {
    writeFileSync(path(), 'torn');
    lose('checkpoints', 'signing-key');
    expect(() => logIdentity(directory)).toThrow('private/signing-key is missing');
  });
});

describe('a log whose checkpoints were deleted', () => {
  it('is not signed afresh, also where nobody ever logged in it', async () => {
    lose('checkpoints', 'leaves');
    expect(await alarms()).toEqual({ start: LOST, sign: LOST, verify: LOST, doctor: LOST });
    expect(checkpointFiles(directory).relationships()).toEqual([]);
  });

  it('is known by what the authors of its entries had seen, where nothing else remembers it', async () => {
    await log();
    await sign();
    lose('checkpoints', 'leaves', REMEMBERED);
    change(1);
    const seenBy = expect.stringContaining('(an author had seen one of 2 entries)') as string;
    expect(await alarms()).toMatchObject({ start: null, sign: seenBy, doctor: seenBy });
    expect(checkpointFiles(directory).relationships()).toEqual([]);
  });

  it('is known by what its witnesses cosigned', async () => {
    const files = checkpointFiles(directory);
    const last = files.last(ROAD);
    if (last === null) throw new Error('nothing is signed');
    files.keepCosigned(ROAD, last, true);
    lose('checkpoints', 'leaves', REMEMBERED);
    expect(await alarms()).toEqual({ start: null, sign: LOST, verify: LOST, doctor: LOST });
  });

  it('is not taken for a new one where its entries are gone too', async () => {
    lose('checkpoints', 'leaves');
    await store.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(directory, `ledger.db${suffix}`), { force: true });
    store = await openEventStore({ kind: 'sqlite', directory });
    expect(await alarms()).toEqual({ start: LOST, sign: LOST, verify: LOST, doctor: LOST });
  });

  it('is not signed before the signer of a server has read all of it', async () => {
    await log();
    lose('checkpoints', 'leaves', REMEMBERED);
    const stopping = new AbortController();
    const follow: EventStore['follow'] = async function* (options) {
      for await (const batch of store.follow({ ...options, batchSize: 1 })) {
        yield batch;
        if (batch.live) stopping.abort();
      }
    };
    const slow = Object.assign(Object.create(store) as EventStore, { follow });
    // A clock that makes every moment one at which it is time to sign.
    await signLog(slow, directory, () => (nowMs += 60_000), stopping.signal);
    expect(checkpointFiles(directory).relationships()).toEqual([]);
    expect(readOnlyMarks(directory).reason(ROAD)).toEqual(LOST);
  });

  it('is known, and no key drawn for it, where nothing private is left', async () => {
    await log();
    lose('.');
    const reason = expect.stringContaining('(an author had seen one of 2 entries)') as string;
    expect((await verifyLedger(store, { dataDirectory: directory, alone: true })).firstBad?.reason).toEqual(reason);
    expect((await lostCheckpoints(store, directory, true)).get(ROAD)).toEqual(reason);
    await expect(sign()).rejects.toMatchObject({ code: 'not-allowed-now', field: 'signing-key' });
    expect(publicKeys(directory)).toEqual([]);
  });

  it('keeps its key from being drawn anew', () => {
    lose('checkpoints', 'leaves', 'signing-key');
    expect(() => logIdentity(directory)).toThrow('bring it back');
  });
});

describe('a log whose last checkpoint is an older one', () => {
  it('is not signed on where an author had seen a later one that is none of it', async () => {
    cpSync(join(directory, 'private'), join(place, 'earlier'), { recursive: true });
    await log();
    await log();
    await sign();
    await log();
    rmSync(join(directory, 'private'), { recursive: true });
    cpSync(join(place, 'earlier'), join(directory, 'private'), { recursive: true });
    expect(await refused(sign())).toBeNull();
    rmSync(join(directory, 'private'), { recursive: true });
    cpSync(join(place, 'earlier'), join(directory, 'private'), { recursive: true });
    change(3);
    expect(await refused(sign())).toContain('an author had seen a checkpoint of 4 entries');
    expect(seen().size).toBe(2);
  });

  it('is not signed on where an author had seen another of the same size', async () => {
    await log({ ...seen(), root: Buffer.alloc(32).toString('base64') });
    expect(await refused(sign())).toContain('an author had seen a checkpoint of 2 entries');
  });
});

describe('an honest log', () => {
  it('raises no alarm, whatever it lived through', async () => {
    expect(await alarms()).toEqual(NONE);
    await log();
    expect(await alarms()).toEqual(NONE);
    await store.close();
    const copy = join(place, 'copy');
    cpSync(directory, copy, { recursive: true });
    directory = copy;
    store = await openEventStore({ kind: 'sqlite', directory });
    expect(await alarms()).toEqual(NONE);
    await log();
    expect(await alarms()).toEqual(NONE);
  });

  it('raises none where it holds what was exported of another, which was signed', async () => {
    await log();
    await sign();
    let journal = '';
    for await (const line of exportJournal(store, ROAD)) journal += line;
    await store.close();
    directory = join(place, 'other');
    store = await openEventStore({ kind: 'sqlite', directory });
    await importJournal(store, () => Readable.from([Buffer.from(journal)]), { format: 'journal', nowMs: tick() });
    expect(await alarms()).toEqual(NONE);
    await log();
    expect(await alarms()).toEqual(NONE);
  });

  it('raises none where another process signs it', async () => {
    await log();
    const other = join(place, 'secondary');
    expect(await verifyLedger(store, { dataDirectory: other })).toMatchObject({ valid: true });
    expect(await lostCheckpoints(store, other)).toEqual(new Map());
  });

  it('raises none after a declared break, also one that was cut off before it was signed', async () => {
    await log();
    const before = seen();
    lose('checkpoints', 'leaves');
    expect(await refused(sign())).toEqual(LOST);
    expect(await declareBreak(store, directory, ROAD, 'They are gone.', tick())).toMatch(/\/log\/2$/);
    expect(await alarms()).toEqual(NONE);
    await log();
    expect(await alarms()).toEqual(NONE);

    // As it is between the end of one incarnation and the first checkpoint of the next.
    rmSync(join(directory, 'private', 'checkpoints'), { recursive: true });
    writeFileSync(join(directory, 'private', REMEMBERED), `1 ${ROAD}\n`);
    store = await without(store, 4);
    await log(before);
    expect(await alarms()).toEqual(NONE);
    expect(await refused(sign())).toBeNull();
  });
});

/** The store without what stands from a revision on. */
async function without(before: EventStore, revision: number): Promise<EventStore> {
  await before.close();
  const database = new DatabaseSync(join(directory, 'ledger.db'));
  database.exec(`DROP TRIGGER events_are_not_deleted; DELETE FROM events WHERE revision >= ${revision}`);
  database.close();
  return openEventStore({ kind: 'sqlite', directory });
}

describe('a checkpoint that was never signed', () => {
  it('cannot be said to have been seen, so that nobody can make an honest log look like another', async () => {
    await log();
    const tree = await new LogTrees(store).tree(ROAD);
    const unsigned = { size: 3, root: tree.root(3).toString('base64') };
    const ledgerLog = new LedgerLog(store, directory, logIdentity(directory));
    try {
      await ledgerLog.start();
      await expect(ledgerLog.assertSeen(ROAD, unsigned)).rejects.toMatchObject({ code: 'checkpoint-contradicted' });
      await sign();
      await ledgerLog.assertSeen(ROAD, unsigned);
    } finally {
      ledgerLog.close();
    }
  });
});

describe('what leads out of it', () => {
  let kept: string;
  beforeEach(async () => {
    await log();
    await sign();
    kept = join(place, 'kept');
    cpSync(join(directory, 'private'), kept, { recursive: true });
  });

  function last(): string {
    return checkpointFiles(directory).last(ROAD)?.note ?? '';
  }

  it('is to bring the checkpoints back and compare again, and not to compare alone', async () => {
    lose('checkpoints', 'leaves');
    expect(await refused(compareAgain(store, directory, ROAD, tick()))).toEqual(LOST);
    cpSync(join(kept, 'checkpoints'), join(directory, 'private', 'checkpoints'), { recursive: true });
    expect(await refused(sign())).toEqual(LOST);
    await compareAgain(store, directory, ROAD, tick());
    expect(await alarms()).toEqual(NONE);
  });

  it('is a checkpoint that a party holds, from which the log goes on', async () => {
    const note = last();
    await log();
    lose('checkpoints');
    await takeKnownCheckpoint(store, directory, ROAD, note, tick());
    expect(await alarms()).toEqual(NONE);
    expect(seen().size).toBe(4);
    expect(await refused(takeKnownCheckpoint(store, directory, ROAD, note, tick()))).toContain('nothing to recover');
  });

  it('is none that this log has not signed, nor one that it does not go on from', async () => {
    const note = last();
    lose('checkpoints', 'leaves');
    for (const bad of ['no note', note.replace('\n3\n', '\n2\n')]) {
      const taken = takeKnownCheckpoint(store, directory, ROAD, bad, tick());
      await expect(taken).rejects.toMatchObject({ code: 'invalid-parameter' });
    }
    change(1);
    expect(await refused(takeKnownCheckpoint(store, directory, ROAD, note, tick()))).toContain('an entry was changed');
    expect(checkpointFiles(directory).relationships()).toEqual([]);
    expect(await refused(sign())).toEqual(LOST);
  });

  it('is a bundle, whatever else is in the log by now', async () => {
    const bundle = join(place, 'road.zip');
    const options = { dataDirectory: directory, relationship: ROAD, nowMs: tick(), verifier: '' };
    writeFileSync(bundle, zipOf((await exportBundle(store, options)).files));
    await log();
    lose('checkpoints');
    expect(await replayBundle(store, directory, ROAD, bundle, tick())).toBe(0);
    expect(await alarms()).toEqual(NONE);
    expect(seen().size).toBe(4);
  });

  it('is to declare the break, which names what is still known', async () => {
    await log();
    const { size, root } = seen();
    lose('checkpoints', 'leaves');
    expect(await declareBreak(store, directory, ROAD, 'They are gone.', tick())).toMatch(/\/log\/2$/);
    const broken: unknown[] = [];
    for await (const { type, data } of store.read(`relationship-${ROAD}`)) {
      if (type === 'record.broken.v1') broken.push(data['facts']);
    }
    expect(broken).toEqual([{ lastCheckpoint: `${size} ${root}` }]);
    lose('checkpoints', 'leaves');
    expect(await alarms()).toMatchObject({ sign: LOST });
    expect(await declareBreak(store, directory, ROAD, 'Again.', tick())).toMatch(/\/log\/3$/);
    expect(await alarms()).toEqual(NONE);
  });
});
