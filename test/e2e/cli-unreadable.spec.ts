import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ledger, ledgerJson, newDirectory, removeDirectories } from './cli';

const LINES = ['road', 'lane'].flatMap((relationship) =>
  [
    { kind: 'relationship.established', data: { title: 'R', client: 'C', provider: 'P', start: '2019-04-01' } },
    { kind: 'note.logged', factor: 609, sign: '+', text: 'first' },
    { kind: 'note.logged', factor: 609, sign: '-', text: 'second' },
  ].map((line, index) => ({
    relationship,
    id: `${relationship}-${index}`,
    party: 'client',
    effective: '2019-04-01',
    ...line,
  })),
);

let sound: string;
let policy: string;

jest.setTimeout(120_000);

beforeAll(async () => {
  const folder = newDirectory();
  const journal = join(folder, 'journal.ndjson');
  sound = join(folder, 'data');
  policy = join(folder, 'policy');
  writeFileSync(journal, LINES.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await ledger(['import', journal, '--data', sound]);
  writeFileSync(policy, (await ledger(['policy', 'lane', '--data', sound])).stdout);
});
afterAll(() => removeDirectories());

/** A copy of the ledgers in which something else is stored of the last entry of one. */
function changed(set: string): string {
  const data = join(newDirectory(), 'data');
  cpSync(sound, data, { recursive: true });
  const database = new DatabaseSync(join(data, 'ledger.db'));
  for (const guard of ['changed', 'deleted']) database.exec(`DROP TRIGGER IF EXISTS events_are_not_${guard}`);
  database.exec(`UPDATE events SET ${set} WHERE stream = 'relationship-road' AND revision = 2`);
  database.close();
  return data;
}

/** What stops a verb, and that it is no fault of the program. */
const NAMED = /^read-only: the event at revision 2 of relationship-road \(position \d+\) cannot be read .*\n$/;

describe.each([
  ['no time', `data = json_set(data, '$.recorded', NULL)`],
  ['no facts', `data = json_set(data, '$.facts', NULL)`],
  ['a number for its kind', `data = json_set(data, '$.kind', 5)`],
  ['no data among its words', `metadata = json_set(metadata, '$.payload.data', NULL)`],
  ['a number for its text', `metadata = json_set(metadata, '$.payload.text', 4)`],
  ['a text for its words', `metadata = json_set(metadata, '$.payload', 'x')`],
  ['no JSON', `data = '{'`],
])('an entry that has %s', (_name, set) => {
  let data: string;
  const run = (...verb: readonly string[]) => ledger([...verb, '--data', data]);
  beforeAll(() => (data = changed(set)));

  it('is named by whatever reads its ledger', async () => {
    for (const verb of [
      ['trail', 'road'],
      ['receipt', 'road-0', '--relationship', 'road'],
      ['receipt', 'nowhere'],
    ]) {
      // prettier-ignore
      expect(await run(...verb)).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringMatching(NAMED) as string }); // prettier-ignore
    }
  });

  it('stops no other ledger', async () => {
    expect(await ledgerJson(['trail', 'lane', '--data', data])).toMatchObject({ entries: [{}, {}, {}] });
    expect((await run('receipt', 'lane-2')).stdout).toMatch(/^c2sp\.org\/tlog-proof@v1\n/);
    const { stdout, stderr } = await run('relationships');
    expect(stdout).toContain('lane');
    if (stderr === '') expect(stdout).toContain('road');
    else expect(stderr).toMatch(/road is left out: the event at revision 2 of relationship-road .* cannot be read/);
  });

  it('is named before the key of the log is replaced, unless only its words were changed', async () => {
    const { exitCode, stderr } = await run('rotate-key');
    if (set.startsWith('metadata')) return expect([exitCode, stderr]).toEqual([0, '']);
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/^read-only: the ledger of road .*\n/)]);
    expect((await ledger(['trail', 'lane', '--data', data])).stdout).not.toContain('logkey.rotated');
  });

  it('keeps no lost key from being replaced', async () => {
    const lost = changed(set);
    for (const name of ['signing-key', 'next-key']) rmSync(join(lost, 'private', name), { force: true });
    const { exitCode, stderr } = await ledger(['rotate-key', '--lost', policy, '--data', lost]);
    expect([exitCode, stderr]).toEqual([
      0,
      expect.stringMatching(/^.*road is read-only, and does not name the new key/),
    ]);
  });
});
