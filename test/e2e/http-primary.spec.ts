import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEventStoreDbFake, type EventStoreDbFake } from '@app/testing';
import { NORTH_ROAD, startServer, tokensFor, type HttpServer, type Tokens } from './http.fixture';

const PATH = '/api/v1/relationships/north-road';

describe('two servers on one EventStoreDB', () => {
  let eventStore: EventStoreDbFake;
  let primary: HttpServer;
  let other: HttpServer;
  let tokens: Tokens;
  const directories: string[] = [];

  const servers: HttpServer[] = [];

  const start = async (primary: boolean): Promise<HttpServer> => {
    const directory = mkdtempSync(join(tmpdir(), 'ledger-primary-'));
    directories.push(directory);
    const server = await startServer({ place: { directory, eventStoreUrl: eventStore.url }, primary });
    servers.push(server);
    return server;
  };

  beforeAll(async () => {
    eventStore = await startEventStoreDbFake();
    primary = await start(true);
    other = await start(false);
    tokens = await tokensFor(primary, NORTH_ROAD.id);
    await primary.post('/api/v1/relationships', tokens.operator, NORTH_ROAD, 'establish');
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
    await eventStore.stop();
    for (const directory of directories) rmSync(directory, { recursive: true, force: true });
  });

  it('has one that signs, also what was logged through the other', async () => {
    const note = { kind: 'note.logged', effective: '2026-01-05', factor: 609, sign: '+', text: 'told' };
    const { status, json } = await other.post(`${PATH}/entries`, tokens.client, note);
    expect(status).toBe(201);
    const proof = await primary.call(String(json['proof']), { token: tokens.client });
    expect(proof.text).toMatch(/^c2sp\.org\/tlog-proof@v1\n/);
  });

  it.each(['log/checkpoint', 'log/policy', 'log/tile/0/000.p/1', 'bundle'])('is asked there for %s', async (path) => {
    expect(await other.call(`${PATH}/${path}`, { token: tokens.client })).toMatchObject({
      status: 503,
      json: { code: 'primary-only' },
    });
  });

  it('refuses a second one that would sign with another key', async () => {
    await expect(start(true)).rejects.toMatchObject({ code: 'not-allowed-now', field: 'PRIMARY' });
  });
});
