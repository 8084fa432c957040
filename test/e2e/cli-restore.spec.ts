import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ledger, ledgerJson, newDirectory, removeDirectories } from './cli';

const LINE = { relationship: 'road', id: 'e-1', kind: 'note.logged', effective: '2019-06-03', party: 'client' };

let folder: string;
let backup: string;

jest.setTimeout(120_000);
afterAll(() => removeDirectories());

async function imported(name: string): Promise<string> {
  const [data, journal] = [join(folder, name), join(folder, 'journal.ndjson')];
  writeFileSync(journal, `${JSON.stringify({ ...LINE, text: name })}\n`);
  await ledger(['import', journal, '--data', data], { LOG_NAME: 'ledger.example' });
  return data;
}

beforeAll(async () => {
  folder = newDirectory();
  backup = join(folder, 'backup');
  await ledger(['backup', backup, '--data', await imported('data')]);
});

/** A copy of the backup, as somebody changed it. */
function altered(sql: string): string {
  const file = join(newDirectory(), 'altered');
  copyFileSync(backup, file);
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
  return file;
}

describe('a backup that is refused', () => {
  it('leaves nothing, where the directory that it replaces is signed with another key', async () => {
    const [other, place] = [await imported('other'), join(folder, 'a', 'b')];
    const { exitCode, stderr } = await ledger(['restore', backup, '--previous', other, '--data', place]);
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/^invalid-parameter: .*is signed with another key/)]);
    expect(existsSync(join(folder, 'a'))).toBe(false);
    expect(await ledgerJson(['restore', backup, '--data', place])).toMatchObject({ valid: true, entries: 1 });
    expect(readdirSync(place).filter((name) => !name.startsWith('ledger.db'))).toEqual(['private']);
  });

  it.each([
    ['no content', `INSERT INTO sqlar VALUES ('private/zz', 384, 0, 0, NULL)`, /holds no content of private.zz/],
    [
      'text for content',
      `UPDATE sqlar SET data = 'x' WHERE name LIKE '%log-name'`,
      /holds no content of private.log-name/,
    ],
    ['no mode', `INSERT INTO sqlar VALUES ('private/zz', NULL, 0, 0, x'00')`, /does not say who may read private.zz/],
    ['no name', `INSERT INTO sqlar VALUES (NULL, 384, 0, 0, x'00')`, /a file outside private: null/],
    [
      'a name that leads out',
      `INSERT INTO sqlar VALUES ('private/../../x', 384, 0, 0, x'00')`,
      /a file outside private: /,
    ],
    [
      'a file and a folder of one name',
      `INSERT INTO sqlar VALUES ('private/w', 384, 0, 0, x'00'), ('private/w/x', 384, 0, 0, x'00')`,
      /is not as "ledger backup" writes it: .*(ENOTDIR|EEXIST)/,
    ],
    [
      'a file twice',
      `INSERT INTO sqlar VALUES ('private//log-name', 384, 0, 0, x'00')`,
      /is not as "ledger backup" writes it: .*EEXIST/,
    ],
    [
      'other events',
      'DROP TABLE events; CREATE TABLE events (a)',
      /is not as "ledger backup" writes it: .*no such column/,
    ],
    [
      'no table of files',
      'ALTER TABLE sqlar RENAME TO files; CREATE VIEW sqlar AS SELECT * FROM files',
      /is not as "ledger backup" writes it: /,
    ],
    [
      'a table of other files',
      'DROP TABLE sqlar; CREATE TABLE sqlar (a)',
      /is not as "ledger backup" writes it: .*no such column/,
    ],
  ])('leaves nothing, where it holds %s', async (_name, sql, why) => {
    // prettier-ignore
    const [file, place] = [altered(sql), newDirectory()];
    for (const previous of [[], ['--previous', join(folder, 'data')]]) {
      const { exitCode, stdout, stderr } = await ledger(['restore', file, ...previous, '--data', place]);
      expect([exitCode, stdout, stderr]).toEqual([1, '', expect.stringMatching(why)]);
      expect(stderr).toMatch(/^invalid-parameter: .*\n$/);
      expect(readdirSync(place)).toEqual([]);
    }
  });

  it('leaves a directory that was there, and a mistyped one is not taken for empty', async () => {
    const place = join(newDirectory(), 'place');
    mkdirSync(place);
    writeFileSync(join(place, 'mine'), '');
    expect((await ledger(['restore', backup, '--data', place])).stderr).toContain('is not empty');
    expect(readdirSync(place)).toEqual(['mine']);
  });
});
