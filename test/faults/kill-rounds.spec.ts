import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ledger, newDirectory, removeDirectories } from '../e2e/cli';
import { openRelationship, RELATIONSHIP } from './ledger-in-use';
import { call, endServers, startServer, stopServer, type Answer, type Server } from './server';

/** Of assessment, one after another; more with `KILL_ROUNDS`. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 4);
/** Servers that are killed in each of them, before one lives on. */
const KILLED = 2;
const LONGEST_LIFE_MS = 120;
/** The order of the kill moments; printed, so that a failure can be tried again with `KILL_SEED`. */
const SEED = process.env['KILL_SEED'] ?? String(Date.now());

/** A number from 0 to 1 that only the seed decides. */
function randomOf(life: string): number {
  return createHash('sha256').update(`${SEED}:${life}`).digest().readUInt32BE() / 2 ** 32;
}

/** But for what a process was killed over, which nothing reads. */
function sealedIn(directory: string): readonly string[] {
  return readdirSync(join(directory, 'private', 'sealed')).filter((name) => !name.endsWith('.unfinished'));
}

interface Revealed {
  readonly round: string;
  readonly of: string;
  readonly ratings: readonly { readonly level: number }[];
}

jest.setTimeout(60_000 + ROUNDS * 45_000);
afterAll(() => {
  endServers();
  removeDirectories();
});

describe(`a server that is killed while parties rate (KILL_SEED=${SEED})`, () => {
  it('reveals everything that it acknowledged once, and keeps nothing sealed', async () => {
    const directory = newDirectory();
    const client = await openRelationship(directory);
    const words = ['token', RELATIONSHIP, '--party', 'provider', '--member', 'm-2', '--data', directory];
    const provider = (await ledger(words)).stdout.trim();
    const effective = new Date().toISOString().slice(0, 10);
    let said = '';
    let found: readonly Revealed[] = [];

    /** The same commands in every life: whatever was acknowledged is replayed. */
    const rate = async (server: Server, round: string): Promise<readonly Answer[]> => {
      const data = { round, factors: [601, 602], closes: '2099-12-31' };
      const body = { kind: 'round.opened', effective, data };
      const opened = await call(server, `/relationships/${RELATIONSHIP}/entries`, client, {
        key: `${round} opens`,
        body,
      });
      const path = `/relationships/${RELATIONSHIP}/rounds/${round}/ratings`;
      const handIn = (token: string, level: number): Promise<Answer> =>
        call(server, path, token, { key: `${round} rates`, body: { ratings: [{ factor: 601, level }] } });
      return [opened, ...(await Promise.all([handIn(client, 1), handIn(provider, 3)]))];
    };
    const revealed = async (server: Server): Promise<readonly Revealed[]> => {
      const { body } = await call(server, `/relationships/${RELATIONSHIP}/trail?kind=rating.revealed`, client);
      return (body['entries'] as readonly { readonly data: Revealed }[]).map(({ data }) => data);
    };

    for (let number = 1; number <= ROUNDS; number++) {
      const round = `round-${number}`;
      for (let life = 0; life < KILLED; life++) {
        const server = await startServer(directory).listening;
        const timer = setTimeout(() => server.process.kill('SIGKILL'), randomOf(`${round} ${life}`) * LONGEST_LIFE_MS);
        await Promise.allSettled([rate(server, round)]);
        await server.ended;
        clearTimeout(timer);
        said += server.said();
      }
      const server = await startServer(directory).listening;
      const answers = await rate(server, round);
      expect(answers.filter(({ status }) => status !== 200 && status !== 201)).toEqual([]);
      while ((await revealed(server)).length < 2 * number);
      // The last sealed file goes after the last entry.
      while (sealedIn(directory).length > 0) await revealed(server);
      found = await revealed(server);
      said += server.said();
      await stopServer(server, 'SIGKILL');
    }
    const levels = found.map(({ round, of, ratings }) => `${round} ${of} ${ratings.map(({ level }) => level).join()}`);
    const expected = Array.from({ length: ROUNDS }, (_, index) => `round-${index + 1}`);
    expect(levels.toSorted()).toEqual(
      expected.flatMap((round) => [`${round} client 1`, `${round} provider 3`]).toSorted(),
    );
    expect(said).not.toMatch(/cannot be (opened|revealed)|is sealed here/);
  });
});
