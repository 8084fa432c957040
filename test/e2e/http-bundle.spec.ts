import { unzipSync } from 'fflate';
import type { Problem } from '@app/ledger';
import { Bundles } from '../../apps/api/src/run/bundles';
import { newDirectory, removeDirectories } from './cli';
import { NOON_MS, startNorthRoad, type HttpServer, type Tokens } from './http.fixture';
import { NODES, unpack, verify } from './verifier';

const PATH = '/api/v1/relationships/north-road';
const NOTE = { kind: 'note.logged', effective: '2026-01-05', factor: 609, sign: '+', text: 'kept' };

describe('a bundle over HTTP', () => {
  let server: HttpServer;
  let tokens: Tokens;
  const ask = (token: string, path = `${PATH}/bundle`) =>
    fetch(server.address + path, { headers: { authorization: `Bearer ${token}` } });

  beforeAll(async () => {
    ({ server, tokens } = await startNorthRoad());
    await server.post(`${PATH}/entries`, tokens.client, NOTE);
  });
  afterAll(async () => {
    await server.stop();
    removeDirectories();
  });

  it.each(['client', 'provider', 'facilitator', 'auditor'] as const)('is given to the %s', async (who) => {
    const answer = await ask(tokens[who]);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="north-road.zip"');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  it('holds the record of now, and its verifier calls it valid', async () => {
    const files = unzipSync(new Uint8Array(await (await ask(tokens.auditor)).arrayBuffer()));
    const folder = newDirectory();
    unpack(new Map(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes)])), folder);
    const [, node] = NODES[0] ?? ['', ''];
    const { status, stdout } = verify(node, folder, ['--json']);
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { valid: true, relationship: 'north-road', entries: 2 }]);
  });

  it('is given to nobody else, and only of what there is', async () => {
    expect((await ask(tokens.reporter)).status).toBe(403);
    expect((await ask(tokens.operator)).status).toBe(403);
    expect((await ask(tokens.stranger)).status).toBe(404);
    expect((await ask(tokens.auditor, '/api/v1/relationships/nowhere/bundle')).status).toBe(404);
  });

  it('is made one after the other, and so many wait at once', async () => {
    const bundles = new Bundles(server.api.store, server.directory, () => NOON_MS);
    const asked = await Promise.allSettled(Array.from({ length: 6 }, () => bundles.archive('north-road')));
    const said = asked.map((each) => (each.status === 'fulfilled' ? 'made' : (each.reason as Problem).code));
    expect(said).toEqual(['made', 'made', 'made', 'made', 'too-many-requests', 'too-many-requests']);
    expect((await bundles.archive('north-road')).length).toBeGreaterThan(0);
  });
});
