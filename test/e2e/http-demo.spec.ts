import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type HttpServer } from './http.fixture';

const DEMO = { demo: true, clock: Date.now } as const;

/** A request whose `Host` is what we say; fetch does not let us. */
function statusWithHost(address: string, path: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(address + path, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('demo mode', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-demo-'));
  const place = { directory, eventStoreUrl: null };
  let server: HttpServer;
  let cookie: string;

  beforeAll(async () => {
    server = await startServer({ ...DEMO, place });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('loads the sample contract into an empty directory', async () => {
    expect(server.api.mode).toBe('demo');
    const head = await server.api.store.head();
    const members = (await server.call('/api/v1/demo/members')).json['members'] as { member: string; role: string }[];
    const member = members.find(({ role }) => role === 'member')?.member;
    const signedIn = await server.call('/api/v1/demo/sign-in', { body: { member } });
    expect([signedIn.status, signedIn.json]).toMatchObject([
      201,
      { member, demo: true, relationships: ['north-road'] },
    ]);
    cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] as string;
    const list = await server.call(`/api/v1/relationships?seen=${head}`, { headers: { cookie } });
    expect(list.json.relationships).toMatchObject([{ id: 'north-road', sample: true }]);
    const trail = await server.call('/api/v1/relationships/north-road/trail', { headers: { cookie } });
    expect(trail.json['count']).toBeGreaterThan(500);
  });

  it('signs in nobody else', async () => {
    const refused = await server.call('/api/v1/demo/sign-in', { body: { member: 'm-nobody' } });
    expect([refused.status, refused.json.code]).toEqual([400, 'invalid-entry']);
    const foreign = await server.call('/api/v1/demo/sign-in', {
      body: { member: 'm-client-1' },
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
  });

  it('answers to loopback names alone', async () => {
    expect(await statusWithHost(server.address, '/health/live', 'evil.example')).toBe(403);
    expect(await statusWithHost(server.address, '/api/v1/demo/members', 'evil.example:4400')).toBe(403);
    expect(await statusWithHost(server.address, '/health/live', 'localhost:4400')).toBe(200);
    expect(await statusWithHost(server.address, '/health/live', '[::1]:4400')).toBe(200);
  });

  it('stays a demo for ever, and is refused where others could reach it', async () => {
    await server.api.close();
    await expect(startServer({ ...DEMO, place, host: '0.0.0.0' })).rejects.toThrow(
      /demo for ever.*HOST is 0\.0\.0\.0/s,
    );
    await expect(startServer({ ...DEMO, place, production: true })).rejects.toThrow(/NODE_ENV is production/);
    server = await startServer({ ...DEMO, place });
    expect(server.api.mode).toBe('demo');
  });

  it('is no demo where the directory is not wanted as one, and then has no demo addresses', async () => {
    for (const options of [{ demo: false }, { demo: true, production: true }]) {
      const real = await startServer({ ...DEMO, ...options });
      try {
        expect(real.api.mode).toBe('real');
        const answer = await real.call('/api/v1/demo/members');
        expect([answer.status, answer.json.code]).toEqual([404, 'not-found']);
      } finally {
        await real.stop();
      }
    }
  });
});
