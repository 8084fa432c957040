import { startEventStoreDbFake, type EventStoreDbFake } from '@app/testing';
import { ledger, newDirectory, removeDirectories } from '../e2e/cli';
import { call, endServers, startServer, stopServer, type Server } from './server';

const NOTE = { kind: 'note.logged', effective: '2026-03-30', factor: 609, sign: '+', text: 'Told early.' };
const ROAD = { id: 'road', title: 'Road', client: 'Council', provider: 'Contractor', start: '2026-01-01' };

let fake: EventStoreDbFake;
let server: Server;

async function token(...options: readonly string[]): Promise<string> {
  const { stdout, stderr, exitCode } = await ledger(['token', ...options], { EVENTSTORE_URL: fake.url });
  expect([exitCode, stderr]).toEqual([0, '']);
  return stdout.trim();
}

beforeAll(async () => {
  fake = await startEventStoreDbFake();
  server = await startServer(newDirectory(), [], fake.url).listening;
});

afterAll(async () => {
  endServers();
  await fake.stop();
  removeDirectories();
});

describe('a server whose log is in EventStoreDB (its wire fake)', () => {
  it('takes commands, scores them, and goes on when EventStoreDB comes back', async () => {
    const operator = await token('--operator');
    expect(await call(server, '/relationships', operator, { key: 'open', body: ROAD })).toMatchObject({ status: 201 });
    const client = await token('road', '--party', 'client', '--member', 'm-1');
    const provider = await token('road', '--party', 'provider', '--member', 'm-2');
    const logged = await call(server, '/relationships/road/entries', client, { key: 'k1', body: NOTE });
    expect(logged).toMatchObject({ status: 201, body: { revision: 1 } });
    const id = String(logged.body['id']);
    const agreed = await call(server, `/relationships/road/entries/${id}/agreement`, provider, { key: 'k2', body: {} });
    expect(agreed).toMatchObject({ status: 201, body: { revision: 2 } });
    const seen = encodeURIComponent(String(agreed.body['position']));
    const page = await call(server, `/relationships/road/entries?status=agreed&kind=note.logged&seen=${seen}`, client);
    expect(page).toMatchObject({ status: 200, body: { entries: [{ id, answeredBy: [agreed.body['id']] }] } });

    await fake.stop();
    const refused = await call(server, '/relationships/road/entries', client, { key: 'k3', body: NOTE });
    expect(refused).toMatchObject({ status: 503, body: { code: 'store-unavailable' } });
    expect(await call(server, '/relationships/road/score', client)).toMatchObject({ status: 200 });

    await fake.restart();
    let again = await call(server, '/relationships/road/entries', client, { key: 'k3', body: NOTE });
    while (again.status === 503)
      again = await call(server, '/relationships/road/entries', client, { key: 'k3', body: NOTE });
    expect([200, 201]).toContain(again.status);
    const position = encodeURIComponent(String(again.body['position']));
    let trail = await call(server, `/relationships/road/trail?seen=${position}`, client);
    // The follower comes back with a backoff of its own.
    while (trail.status === 503) trail = await call(server, `/relationships/road/trail?seen=${position}`, client);
    expect(trail).toMatchObject({ status: 200, body: { count: 4 } });
    expect(await stopServer(server, 'SIGTERM')).toEqual({ exitCode: 0, signal: null });
  }, 120_000);
});
