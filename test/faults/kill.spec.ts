import { createHash } from 'node:crypto';
import { ledger, ledgerJson, newDirectory, removeDirectories } from '../e2e/cli';
import { note, openRelationship, RELATIONSHIP } from './ledger-in-use';
import { readModelRows } from './read-model-rows';
import { call, endServers, startServer, stopServer, type Server } from './server';

/** More with `KILL_ROUNDS`. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 15);
const WRITERS = 8;
const LONGEST_LIFE_MS = 250;
/** The order of the kill moments; printed, so that a failure can be tried again with `KILL_SEED`. */
const SEED = process.env['KILL_SEED'] ?? String(Date.now());

interface Acknowledged {
  readonly id: string;
  readonly revision: number;
}

/** Numbers from 0 to 1 that only the seed decides. */
function randomOf(round: number): number {
  return createHash('sha256').update(`${SEED}:${round}`).digest().readUInt32BE() / 2 ** 32;
}

jest.setTimeout(180_000);
afterAll(() => {
  endServers();
  removeDirectories();
});

describe(`a server that is killed ${ROUNDS} times (KILL_SEED=${SEED})`, () => {
  it('loses nothing that it acknowledged, writes nothing twice, and counts every event once', async () => {
    const directory = newDirectory();
    const token = await openRelationship(directory);
    const acknowledged = new Map<string, Acknowledged>();
    let nextKey = 0;
    let inDoubt: string[] = [];

    for (let round = 0; round < ROUNDS; round++) {
      const starting = startServer(directory);
      // Every fifth life ends before the server is up.
      const lifeMs = randomOf(round) * LONGEST_LIFE_MS;
      if (round % 5 === 4) {
        const timer = setTimeout(() => starting.process.kill('SIGKILL'), lifeMs);
        await Promise.allSettled([starting.listening.then((server) => stopServer(server, 'SIGKILL')), starting.ended]);
        clearTimeout(timer);
        continue;
      }
      const server = await starting.listening;
      const waiting = inDoubt;
      inDoubt = [];
      const killed = { yet: false };
      const kill = (): void => {
        killed.yet = true;
        server.process.kill('SIGKILL');
      };
      let timer: NodeJS.Timeout | undefined;
      const writer = async (): Promise<void> => {
        while (!killed.yet) {
          const key = waiting.shift() ?? `note-${nextKey++}`;
          const answer = await acknowledgementOf(server, token, key);
          if (answer === null) inDoubt.push(key);
          else {
            acknowledged.set(key, answer);
            timer ??= setTimeout(kill, lifeMs);
          }
        }
        inDoubt.push(...waiting.splice(0));
      };
      await Promise.all(Array.from({ length: WRITERS }, writer));
      await server.ended;
    }

    // What was in doubt is told again under the same key: it is there once, whether it had been written or not.
    const server = await startServer(directory).listening;
    for (const key of inDoubt) {
      const answer = await acknowledgementOf(server, token, key);
      if (answer === null) throw new Error(`${key} was not acknowledged by a server that nobody killed`);
      acknowledged.set(key, answer);
    }
    const { position } = (await call(server, `/relationships/${RELATIONSHIP}/entries`, token, note('last'))).body;
    const { status } = await call(server, `/relationships/${RELATIONSHIP}/score?seen=${String(position)}`, token);
    expect(status).toBe(200);
    expect(await stopServer(server, 'SIGTERM')).toEqual({ exitCode: 0, signal: null });

    expect(acknowledged.size).toBeGreaterThan(ROUNDS);
    expect(await ledgerJson(['verify', '--data', directory])).toMatchObject({ valid: true, firstBad: null });
    interface Trail {
      readonly entries: readonly { readonly id: string; readonly revision: number; readonly text: string | null }[];
    }
    const { entries } = await ledgerJson<Trail>(['trail', RELATIONSHIP, '--data', directory]);
    const notes = entries.filter(({ text }) => text?.startsWith('note-'));
    expect(new Set(notes.map(({ text }) => text)).size).toBe(notes.length);
    const found = new Map(notes.map(({ text, id, revision }) => [text, { id, revision }]));
    for (const [key, answer] of acknowledged) expect([key, found.get(key)]).toEqual([key, answer]);

    const resumed = readModelRows(directory);
    expect(Object.values(resumed).flat().length).toBeGreaterThan(acknowledged.size);
    expect(await ledger(['rebuild', '--data', directory])).toMatchObject({ exitCode: 0 });
    expect(readModelRows(directory)).toEqual(resumed);
  });
});

/** Null where the server was gone before it answered. */
async function acknowledgementOf(server: Server, token: string, key: string): Promise<Acknowledged | null> {
  let answer;
  try {
    answer = await call(server, `/relationships/${RELATIONSHIP}/entries`, token, note(key));
  } catch {
    // The connection broke: nothing is known of this command.
    return null;
  }
  const { id, revision } = answer.body;
  if (answer.status !== 201 && answer.status !== 200) {
    throw new Error(`${key} was refused: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
  return { id: String(id), revision: Number(revision) };
}
