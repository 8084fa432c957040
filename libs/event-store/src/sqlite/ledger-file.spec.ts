import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { all, event, events, ids } from '../contract-suite/subject';
import { IncompatibleStore, InvalidAppend, StoreUnavailable } from '../errors';
import type { EventStore } from '../event-store';
import { backupSqliteStore } from './backup';
import { LEDGER_FILE, openForWriting, type Migration } from './ledger-file';
import { SCHEMA_STEPS } from './schema';
import { openSqliteStore, type SqliteStoreOptions } from './sqlite-store';

let directory: string;
let file: string;
const opened: EventStore[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'ledger-file-'));
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

async function closeAll(): Promise<void> {
  await Promise.all(opened.splice(0).map((store) => store.close()));
}

/** Works on the file as another program would. */
function withDatabase<Result>(use: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(file);
  try {
    return use(database);
  } finally {
    database.close();
  }
}

const NEXT_STEP = 'CREATE TABLE added (n INTEGER) STRICT';

describe('the file of the log', () => {
  it('is made durable: write-ahead log and a full sync at each commit', async () => {
    const database = await openForWriting(file);
    expect(database.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA synchronous').get()).toMatchObject({ synchronous: 2 });
    database.close();
  });

  it('makes its directory', async () => {
    await open({ directory: join(directory, 'a', 'b') });
    expect(existsSync(join(directory, 'a', 'b', LEDGER_FILE))).toBe(true);
  });

  it('says when its directory cannot be made', async () => {
    writeFileSync(join(directory, 'a'), '');
    await expect(open({ directory: join(directory, 'a', 'b') })).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it.each([
    "UPDATE events SET data = '{}'",
    'DELETE FROM events',
    'DELETE FROM events WHERE position = 2',
    "INSERT OR REPLACE INTO events VALUES (2, 'other', 0, 'id', 'type', '{}', '{}')",
    "INSERT OR REPLACE INTO events VALUES (9, 'stream', 1, 'id', 'type', '{}', '{}')",
    "REPLACE INTO events (stream, revision, id, type, data, metadata) VALUES ('stream', 1, 'id', 'type', '{}', '{}')",
  ])('refuses %s', async (sql) => {
    const store = await open();
    await store.append('stream', 'no-stream', events(3));
    const stored = await all(store, 'stream');
    expect(() => withDatabase((database) => database.exec(sql))).toThrow(/never/);
    expect(await all(store, 'stream')).toEqual(stored);
  });

  it('may be named itself', async () => {
    const other = join(directory, 'other.db');
    await open({ file: other });
    expect(existsSync(other)).toBe(true);
  });
});

describe('a file that does not fit', () => {
  it('is refused when a newer program wrote it', async () => {
    await open();
    await closeAll();
    withDatabase((database) => database.exec('PRAGMA user_version = 99'));
    for (const readOnly of [false, true]) {
      const opening = open({ readOnly });
      await expect(opening).rejects.toBeInstanceOf(IncompatibleStore);
      await expect(opening).rejects.toThrow(/newer version of this program \(schema version 99, this one knows 2\)/);
    }
  });

  it('is refused, and left alone, when it is another database', async () => {
    withDatabase((database) => database.exec('CREATE TABLE events (n INTEGER)'));
    for (const readOnly of [false, true]) {
      const opening = open({ readOnly });
      await expect(opening).rejects.toBeInstanceOf(IncompatibleStore);
      await expect(opening).rejects.toThrow(/is not a ledger/);
    }
    expect(withDatabase((database) => database.prepare('PRAGMA journal_mode').get())).toEqual(
      expect.objectContaining({ journal_mode: 'delete' }),
    );
  });

  it('is refused when it is no database', async () => {
    writeFileSync(file, 'x'.repeat(5_000));
    await expect(open()).rejects.toBeInstanceOf(IncompatibleStore);
    await expect(open({ readOnly: true })).rejects.toBeInstanceOf(IncompatibleStore);
  });
});

describe('an older file', () => {
  it('is brought forward after a backup beside it, and says so', async () => {
    const before = await open();
    await before.append('stream', 'no-stream', events(5));
    const stored = await all(before, 'stream');
    await closeAll();
    const migrations: Migration[] = [];
    const steps = [...SCHEMA_STEPS, NEXT_STEP];
    const store = await open({ steps, onMigrated: (migration) => migrations.push(migration) });
    const backup = `${file}.version-2.backup`;
    expect(migrations).toEqual([{ file, fromVersion: 2, toVersion: 3, backup }]);
    expect(await all(store, 'stream')).toEqual(stored);
    expect((await store.append('stream', 4, [event()])).revision).toBe(5);
    expect(await all(await open({ file: backup, readOnly: true }), 'stream')).toEqual(stored);
  });

  it('of the first version gets what keeps events from being replaced', async () => {
    const before = await open({ steps: SCHEMA_STEPS.slice(0, 1) });
    await before.append('stream', 'no-stream', events(2));
    await closeAll();
    const store = await open();
    expect((await store.append('stream', 1, [event()])).revision).toBe(2);
    const replacing = "INSERT OR REPLACE INTO events VALUES (1, 'stream', 0, 'id', 'type', '{}', '{}')";
    expect(() => withDatabase((database) => database.exec(replacing))).toThrow(/never/);
  });

  it('is brought forward once, by one of several that open it', async () => {
    await open();
    await closeAll();
    const migrations: Migration[] = [];
    const options = { steps: [...SCHEMA_STEPS, NEXT_STEP], onMigrated: (one: Migration) => migrations.push(one) };
    await Promise.all([open(options), open(options), open(options)]);
    await open(options);
    expect(migrations).toHaveLength(1);
    expect(readdirSync(directory).filter((name) => name.endsWith('.backup'))).toHaveLength(1);
  });

  it('stays as it was when a step fails', async () => {
    await (await open()).append('stream', 'no-stream', events(2));
    await closeAll();
    await expect(open({ steps: [...SCHEMA_STEPS, NEXT_STEP, 'not SQL'] })).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await all(await open(), 'stream')).toHaveLength(2);
  });

  it('is not migrated by a reader, which says what to do', async () => {
    await open();
    await closeAll();
    const reading = open({ readOnly: true, steps: [...SCHEMA_STEPS, NEXT_STEP] });
    await expect(reading).rejects.toBeInstanceOf(IncompatibleStore);
    await expect(reading).rejects.toThrow(/"ledger serve" for one, brings it forward first/);
  });
});

describe('reading only', () => {
  it('reads and follows, and refuses appends', async () => {
    const store = await open();
    await store.append('stream', 'no-stream', events(2));
    const reader = await open({ readOnly: true });
    expect(await all(reader, 'stream')).toHaveLength(2);
    expect(await reader.head()).toBe('0000000000000002');
    await expect(reader.append('stream', 1, [event()])).rejects.toBeInstanceOf(InvalidAppend);
  });

  it('finds the log of a program that has ended', async () => {
    await (await open()).append('stream', 'no-stream', events(2));
    await closeAll();
    expect(await all(await open({ readOnly: true }), 'stream')).toHaveLength(2);
  });

  it('makes no log where there is none', async () => {
    await expect(open({ readOnly: true })).rejects.toBeInstanceOf(StoreUnavailable);
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe('a backup', () => {
  it('is whole and consistent while the log is written, and can be opened', async () => {
    const store = await open();
    await store.append('stream', 'no-stream', events(100));
    const going = events(50).map((one, index) => store.append('stream', 99 + index, [one]));
    const elsewhere = join(directory, 'elsewhere');
    mkdirSync(elsewhere);
    await backupSqliteStore(directory, join(elsewhere, LEDGER_FILE));
    await Promise.all(going);
    const stored = await all(store, 'stream');
    const restored = await open({ directory: elsewhere });
    const copied = await all(restored, 'stream');
    expect(copied.length).toBeGreaterThanOrEqual(100);
    expect(copied).toEqual(stored.slice(0, copied.length));
    const [next] = stored.slice(copied.length);
    await restored.append('stream', copied.length - 1, [next ?? event()]);
    expect(ids(await all(restored, 'stream'))).toHaveLength(copied.length + 1);
  });

  it('never writes over a file', async () => {
    await open();
    const backup = join(directory, 'copy.db');
    writeFileSync(backup, 'precious');
    await expect(backupSqliteStore(directory, backup)).rejects.toThrow(/exists already/);
  });

  it('is refused of what is no ledger, and leaves nothing behind', async () => {
    writeFileSync(file, 'x'.repeat(5_000));
    await expect(backupSqliteStore(directory, join(directory, 'copy.db'))).rejects.toBeInstanceOf(IncompatibleStore);
    expect(readdirSync(directory)).toEqual([LEDGER_FILE]);
  });
});
