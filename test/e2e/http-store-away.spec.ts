import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, StoreFull, StoreUnavailable, type EventStore } from '@app/event-store';
import { startNorthRoad, type HttpServer, type Tokens } from './http.fixture';

const PATH = '/api/v1/relationships/north-road';
const NOTE = { kind: 'note.logged', effective: '2026-03-30', factor: 614, sign: '+', text: 'Good.' };

/** A real store that stops answering, or has no more room, when it is told to. */
function failingAtWill(store: EventStore): EventStore & { failure: Error | null } {
  const failing: EventStore & { failure: Error | null } = {
    failure: null,
    append: (...call) => (failing.failure ? Promise.reject(failing.failure) : store.append(...call)),
    async *read(...call: Parameters<EventStore['read']>) {
      if (failing.failure instanceof StoreUnavailable) throw failing.failure;
      yield* store.read(...call);
    },
    follow: (options) => store.follow(options),
    head: () => (failing.failure instanceof StoreUnavailable ? Promise.reject(failing.failure) : store.head()),
    close: () => store.close(),
  };
  return failing;
}

describe('bad days of the event store', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-away-'));
  let store: EventStore & { failure: Error | null };
  let server: HttpServer;
  let tokens: Tokens;

  beforeAll(async () => {
    store = failingAtWill(await openEventStore({ kind: 'sqlite', directory }));
    ({ server, tokens } = await startNorthRoad({
      place: { directory, eventStoreUrl: null },
      openStore: () => Promise.resolve(store),
    }));
  });
  afterEach(() => {
    store.failure = null;
  });
  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('refuses writes while it is away, and reads on, saying how old the answers are', async () => {
    const before = await server.post(`${PATH}/entries`, tokens.client, NOTE);
    await server.call(`${PATH}/trail?seen=${before.json.position}`, { token: tokens.client });
    store.failure = new StoreUnavailable('gone');

    const write = await server.post(`${PATH}/entries`, tokens.client, NOTE, 'while away');
    expect([write.status, write.json.code]).toEqual([503, 'store-unavailable']);
    expect(Number(write.headers.get('retry-after'))).toBeGreaterThan(0);

    let read = await server.call(`${PATH}/trail`, { token: tokens.client });
    while (!read.headers.has('ledger-stale-since')) {
      expect(read.status).toBe(200);
      read = await server.call(`${PATH}/trail`, { token: tokens.client });
    }
    expect(read.json['count']).toBe(2);
    expect(read.headers.get('ledger-position')).toBe(before.json.position);
    expect(Date.parse(read.headers.get('ledger-stale-since') ?? '')).toBeLessThanOrEqual(Date.now());
    const unknown = await server.call(`${PATH}/trail`, { token: 'lgr_unknown' });
    expect([unknown.status, unknown.json.code]).toEqual([503, 'store-unavailable']);
    const ready = await server.call('/health/ready');
    expect([ready.status, ready.json]).toMatchObject([503, { status: 'not-ready', store: { reachable: false } }]);
    expect((await server.call('/health/live')).status).toBe(200);

    store.failure = null;
    expect((await server.post(`${PATH}/entries`, tokens.client, NOTE, 'while away')).status).toBe(201);
    while (read.headers.has('ledger-stale-since')) read = await server.call(`${PATH}/trail`, { token: tokens.client });
    expect((await server.call('/health/ready')).status).toBe(200);
  });

  it('answers 507 while the disk is full, and takes the same command when there is room', async () => {
    store.failure = new StoreFull(new Error('full'));
    const write = await server.post(`${PATH}/entries`, tokens.client, NOTE, 'while full');
    expect([write.status, write.json.code]).toEqual([507, 'disk-full']);
    store.failure = null;
    expect((await server.post(`${PATH}/entries`, tokens.client, NOTE, 'while full')).status).toBe(201);
  });
});
