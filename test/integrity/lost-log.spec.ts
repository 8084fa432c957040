import { cpSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ledger, ledgerJson, newDirectory, removeDirectories } from '../e2e/cli';
import { note } from '../faults/ledger-in-use';
import { call, endServers, startServer, stopServer, type Server } from '../faults/server';
import { randomOf, type Random } from './tampering';

/** More with `LOST_LOGS`; the same ones again with `LOST_LOG_SEED`. */
const ROUNDS = Number(process.env['LOST_LOGS'] ?? 6);
const SEED = Number(process.env['LOST_LOG_SEED'] ?? 20261130);
/** Its entries are in the file of the database, those of the other one in the log before it alone. */
const [SOUND, AFFECTED] = ['north-road', 'south-road'];
const NOTES = 12;

jest.setTimeout(30 * 60_000);
afterAll(() => {
  endServers();
  removeDirectories();
});

type Damage = (file: string, random: Random) => void;

/** What a disk that lost power, or somebody, does to a write-ahead log. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  'is cut off': (file, random) => truncateSync(file, Math.floor(random() * statSync(file).size)),
  'is zeroed in part': (file, random) => {
    const bytes = readFileSync(file);
    const from = Math.floor(random() * bytes.length);
    writeFileSync(file, bytes.fill(0, from, from + Math.ceil(random() * (bytes.length - from))));
  },
  'is gone': (file) => rmSync(file),
};

/** A directory whose server was killed, with a token of the client of each relationship. */
interface Killed {
  readonly directory: string;
  readonly tokens: Readonly<Record<string, string>>;
}

async function token(words: readonly string[], directory: string): Promise<string> {
  const { exitCode, stdout, stderr } = await ledger(['token', ...words, '--data', directory]);
  if (exitCode !== 0) throw new Error(stderr);
  return stdout.trim();
}

function establish(server: Server, operator: string, id: string): ReturnType<typeof call> {
  const body = { id, title: id, client: 'Council', provider: 'Contractor', start: '2024-01-01', end: '2030-12-31' };
  return call(server, '/relationships', operator, { key: `establish ${id}`, body });
}

async function log(server: Server, relationship: string, { tokens }: Killed, key: string): ReturnType<typeof call> {
  return call(server, `/relationships/${relationship}/entries`, tokens[relationship] ?? '', note(key));
}

interface Health {
  readonly readOnly: string | null;
  readonly log: { readonly signed: number };
}

async function health({ address }: Server): Promise<Health> {
  return (await (await fetch(`${address}/health/ready`)).json()) as Health;
}

/** Resolves when a checkpoint covers the entry. */
async function signed({ address }: Server, proof: unknown, token: string): Promise<void> {
  for (;;) {
    const { status } = await fetch(address + String(proof), { headers: { authorization: `Bearer ${token}` } });
    if (status === 200) return;
    expect(status).toBe(503);
  }
}

/** A server that was killed with entries of one relationship that stand in the write-ahead log alone, all signed. */
async function kill(): Promise<Killed> {
  const directory = newDirectory();
  const operator = await token(['--operator'], directory);
  const first = await startServer(directory).listening;
  for (const relationship of [SOUND, AFFECTED]) {
    expect(await establish(first, operator, relationship)).toMatchObject({ status: 201 });
  }
  while ((await health(first)).log.signed < 2) continue;
  await stopServer(first, 'SIGTERM');
  const tokens = Object.fromEntries(
    await Promise.all(
      [SOUND, AFFECTED].map(async (relationship) => {
        const words = [relationship, '--party', 'client', '--member', 'm-1'];
        return [relationship, await token(words, directory)] as const;
      }),
    ),
  );
  const killed = { directory, tokens };
  const second = await startServer(directory).listening;
  let proof: unknown;
  for (let index = 0; index < NOTES; index += 1) {
    const { status, body } = await log(second, AFFECTED, killed, `note ${index}`);
    expect(status).toBe(201);
    proof = body['proof'];
  }
  await signed(second, proof, tokens[AFFECTED] ?? '');
  expect(await stopServer(second, 'SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
  return killed;
}

/** A copy of what the killed server left, damaged, and how many entries of the relationship SQLite still finds in it. */
function damaged(
  { directory }: Killed,
  damage: Damage,
  random: Random,
): { readonly copy: string; readonly left: number } {
  const [copy, look] = [newDirectory(), newDirectory()];
  cpSync(directory, copy, { recursive: true });
  damage(join(copy, 'ledger.db-wal'), random);
  cpSync(copy, look, { recursive: true });
  const database = new DatabaseSync(join(look, 'ledger.db'));
  const row = database
    .prepare('SELECT count(*) AS entries FROM events WHERE stream = ?')
    .get(`relationship-${AFFECTED}`);
  database.close();
  return { copy, left: Number(row?.['entries']) };
}

const READ_ONLY = { status: 503, body: { code: 'read-only' } };
const ONE = 'one ledger is not as it was signed; the log of the server says which';

describe(`a log that lost what was before it on disk (LOST_LOG_SEED=${SEED})`, () => {
  let killed: Killed;
  beforeAll(async () => {
    killed = await kill();
    expect(statSync(join(killed.directory, 'ledger.db-wal')).size).toBeGreaterThan(0);
  });

  it('is whole where nothing was lost', async () => {
    const { copy, left } = damaged(killed, () => undefined, Math.random);
    expect(left).toBe(1 + NOTES);
    const server = await startServer(copy).listening;
    expect(await log(server, AFFECTED, killed, 'after')).toMatchObject({ status: 201 });
    expect(await health(server)).toMatchObject({ readOnly: null });
    await stopServer(server, 'SIGTERM');
  });

  it.each(Object.entries(DAMAGES))(
    'takes no entry when it %s, says why, and leaves the others alone',
    async (name, damage) => {
      const names = Object.keys(DAMAGES);
      let lost = 0;
      for (let round = names.indexOf(name); round < ROUNDS; round += names.length) {
        const { copy, left } = damaged(killed, damage, randomOf(SEED + round));
        const isLost = left < 1 + NOTES;
        if (isLost) lost += 1;
        const server = await startServer(copy).listening;
        const answers = await Promise.all([SOUND, AFFECTED].map((each) => log(server, each, killed, 'after')));
        const [sound, affected] = answers;
        expect({ round, sound }).toMatchObject({ round, sound: { status: 201 } });
        expect({ round, affected }).toMatchObject({ round, affected: isLost ? READ_ONLY : { status: 201 } });
        expect(await health(server)).toMatchObject({ readOnly: isLost ? ONE : null });
        await stopServer(server, 'SIGTERM');
        const why = `the ledger of ${AFFECTED} is read-only: it ends before entry ${1 + NOTES}, of which a checkpoint was signed: entries are missing`;
        expect({ round, said: server.said().includes(why) }).toEqual({ round, said: isLost });
        // What is left can be read.
        const trail = await ledgerJson(['trail', AFFECTED, '--data', copy]);
        expect({ round, trail }).toMatchObject({ round, trail: { count: isLost ? left : left + 1 } });
      }
      expect(lost).toBeGreaterThan(0);
    },
  );

  it('takes no import, before any server has seen it', async () => {
    const { copy } = damaged(killed, DAMAGES['is gone'] as Damage, Math.random);
    const journal = join(newDirectory(), 'journal.ndjson');
    const line = { kind: 'note.logged', effective: '2024-05-01', party: 'client', text: 'A line.' };
    const importInto = (relationship: string): ReturnType<typeof ledger> => {
      writeFileSync(journal, `${JSON.stringify({ ...line, id: 'e-1', relationship })}\n`);
      return ledger(['import', journal, '--data', copy]);
    };
    const refused = await importInto(AFFECTED);
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toContain(`read-only: line 1: the ledger of ${AFFECTED} ends before entry ${1 + NOTES}`);
    expect(await importInto(SOUND)).toMatchObject({ exitCode: 0 });
    const verified = await ledger(['verify', '--data', copy]);
    expect(verified).toMatchObject({ exitCode: 1 });
    expect(verified.stdout).toContain(`revision 1 of ${AFFECTED}: it is missing, with all behind it`);
  });

  it('is no new ledger, and no demo, when all of it is gone', async () => {
    const copy = newDirectory();
    cpSync(killed.directory, copy, { recursive: true });
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(copy, `ledger.db${suffix}`), { force: true });
    const server = await startServer(copy).listening;
    expect(await health(server)).toMatchObject({
      demo: false,
      readOnly: '2 ledgers are not as they were signed; the log of the server says which',
    });
    const operator = await token(['--operator'], copy);
    expect(await establish(server, operator, SOUND)).toMatchObject(READ_ONLY);
    expect(await establish(server, operator, 'east-quay')).toMatchObject({ status: 201 });
    await stopServer(server, 'SIGTERM');
  });
});
