import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { batchesOf, followed, untilLive, untilSeen } from '../contract-suite/follower';
import { all, event, events, ids, settled } from '../contract-suite/subject';
import { StoreFull, StoreUnavailable, WrongExpectedRevision } from '../errors';
import type { EventStore } from '../event-store';
import { serialiseAppend } from '../serialised-append';
import { GroupCommit } from './group-commit';
import { LEDGER_FILE, openForWriting } from './ledger-file';
import { openSqliteStore, type SqliteStoreOptions } from './sqlite-store';

let directory: string;
let file: string;
const opened: EventStore[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sharing-'));
  file = join(directory, LEDGER_FILE);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  rmSync(directory, { recursive: true });
});

async function open(options: Partial<SqliteStoreOptions> = {}): Promise<EventStore> {
  const store = await openSqliteStore({ directory, ...options });
  opened.push(store);
  return store;
}

const INSERT = `INSERT INTO events (stream, revision, id, type, data, metadata)
  VALUES ('elsewhere', ?, '6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b', 'written.v1', '{}', '{}')`;

describe('several programs on one log', () => {
  it('see each other, whoever wrote last', async () => {
    const stores = [await open(), await open()];
    for (let revision = 0; revision < 10; revision += 1) {
      const store = stores[revision % 2];
      await store?.append('stream', revision === 0 ? 'no-stream' : revision - 1, [event()]);
      const other = stores[(revision + 1) % 2];
      await expect(other?.append('stream', 'no-stream', [event()])).rejects.toMatchObject({ actual: revision });
    }
    expect(await all(await open({ readOnly: true }), 'stream')).toHaveLength(10);
  });

  it('write in turn: of appends that race one wins', async () => {
    const stores = await Promise.all([open(), open(), open()]);
    for (let round = 0; round < 20; round += 1) {
      const { landed, errors } = await settled(
        stores.flatMap((store) =>
          [1, 2, 3].map(() => store.append('stream', round === 0 ? 'no-stream' : round - 1, [event()])),
        ),
      );
      expect(landed).toHaveLength(1);
      expect(errors.every((error) => error instanceof WrongExpectedRevision)).toBe(true);
    }
  });

  it('lets a follower see what another process appends', async () => {
    const store = await open();
    const batches = batchesOf(store);
    await untilLive(batches);
    const script = `const { DatabaseSync } = require('node:sqlite');
      const database = new DatabaseSync(process.argv[1], { timeout: 5000 });
      const insert = database.prepare(process.argv[2]);
      for (let revision = 0; revision < 20; revision += 1) insert.run(revision);`;
    const child = spawn(process.execPath, ['-e', script, file, INSERT], { stdio: ['ignore', 'ignore', 'inherit'] });
    const ended = once(child, 'exit');
    await untilSeen(batches, '6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b');
    await batches.return?.();
    expect(await ended).toEqual([0, null]);
    expect(await followed(store, ['elsewhere'], 20)).toHaveLength(20);
  });

  it('wait for the write lock of another process, and land when it is free', async () => {
    const store = await open();
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const appends = events(3).map((one, index) => store.append('stream', index === 0 ? 'no-stream' : index - 1, [one]));
    other.prepare(INSERT).run(0);
    expect(await all(store, 'stream')).toEqual([]);
    other.exec('COMMIT');
    other.close();
    const results = await Promise.all(appends);
    expect(results.map(({ position }) => position)).toEqual([
      '0000000000000002',
      '0000000000000003',
      '0000000000000004',
    ]);
  });

  it('give up waiting after a while, say why, and can go on', async () => {
    const store = await open({ lockWaitMs: 30 });
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const waiting = store.append('stream', 'no-stream', [event()]);
    await expect(waiting).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(waiting).rejects.toThrow(/another process holds the write lock/);
    other.exec('ROLLBACK');
    other.close();
    expect((await store.append('stream', 'no-stream', [event()])).revision).toBe(0);
  });
});

describe('a bad day', () => {
  it('keeps what was acknowledged when the process is killed', async () => {
    const store = await open();
    const given = events(200);
    await Promise.all(given.map((one, index) => store.append('stream', index === 0 ? 'no-stream' : index - 1, [one])));
    // The files as a kill leaves them: nothing closed, nothing moved out of the write-ahead log.
    const killed = join(directory, 'killed');
    for (const name of [LEDGER_FILE, `${LEDGER_FILE}-wal`]) cpSync(join(directory, name), join(killed, name));
    const revived = await open({ directory: killed });
    expect(ids(await all(revived, 'stream'))).toEqual(ids(given));
    expect((await revived.append('stream', 199, [event()])).position).toBe('0000000000000201');
  });

  it('refuses appends while the disk is full, writes nothing of them, and recovers', async () => {
    const database = await openForWriting(file);
    const group = new GroupCommit(database, file, () => undefined);
    const append = (expected: number | 'no-stream', text: string) =>
      group.append(serialiseAppend('stream', expected, [event({ text })]));
    await append('no-stream', 'small');
    database.exec('PRAGMA max_page_count = 20');
    const { landed, errors } = await settled([append(0, 'x'.repeat(500_000)), append(1, 'small')]);
    expect(landed).toEqual([]);
    expect(errors.every((error) => error instanceof StoreFull)).toBe(true);
    expect((await append(0, 'small')).revision).toBe(1);
    await expect(append(1, 'x'.repeat(500_000))).rejects.toBeInstanceOf(StoreFull);
    database.exec('PRAGMA max_page_count = 1000000');
    expect(await append(1, 'x'.repeat(500_000))).toEqual({ revision: 2, position: '0000000000000003' });
    database.close();
    expect(await all(await open(), 'stream')).toHaveLength(3);
  });
});
