import { startEventStoreDbFake, type EventStoreDbFake, type LostAppend } from '@app/testing';
import { randomUUID } from 'node:crypto';
import { InvalidAppend, StoreUnavailable, WrongExpectedRevision } from '../errors';
import type { EventStore, EventToAppend } from '../event-store';
import type { ConnectionState } from './connection-state';
import { openEventStoreDb, type EventStoreDb } from './eventstoredb';

/** Long enough for an answer on a busy machine, short enough to wait for in a test. */
const APPEND_TIMEOUT_MS = 400;
const WAYS_IN_DOUBT: readonly LostAppend[] = [
  'cut-before-storing',
  'cut-after-storing',
  'silent-before-storing',
  'silent-after-storing',
  'not-ready',
];

function event(n = 0): EventToAppend {
  return { id: randomUUID(), type: 'something.happened.v1', data: { n }, metadata: {} };
}

async function revisions(store: EventStore, stream: string): Promise<number[]> {
  const found: number[] = [];
  for await (const { revision } of store.read(stream)) found.push(revision);
  return found;
}

describe.each([
  ['batch append', true],
  ['one append per call', false],
])('EventStoreDB with faults (%s)', (_, batchAppend) => {
  let fake: EventStoreDbFake;
  let store: EventStoreDb;
  const states: ConnectionState['state'][] = [];
  let changed = (): void => undefined;
  const stream = (): string => `relationship-${randomUUID()}`;
  /** A store that waits as long as it does by default, for a test in which nothing may be tried again. */
  const openPatient = (): EventStoreDb =>
    openEventStoreDb({ url: fake.url, onConnectionChange: ({ state }) => states.push(state) });
  const reconnecting = (): Promise<void> =>
    new Promise((resolve) => {
      changed = resolve;
    });

  beforeEach(async () => {
    fake = await startEventStoreDbFake({ batchAppend });
    states.length = 0;
    store = openEventStoreDb({
      url: fake.url,
      appendTimeoutMs: APPEND_TIMEOUT_MS,
      onConnectionChange: ({ state }) => {
        states.push(state);
        changed();
      },
    });
  });
  afterEach(async () => {
    fake.faults.thaw();
    await store.close();
    await fake.stop();
  });

  it.each(WAYS_IN_DOUBT)('lands an append once that was lost by %s', async (way) => {
    const name = stream();
    await store.append(name, 'no-stream', [event()]);
    fake.faults.loseAppends(way);
    expect((await store.append(name, 0, [event(), event()])).revision).toBe(2);
    expect(await revisions(store, name)).toEqual([0, 1, 2]);
    // One more for each time that a slow machine takes longer to answer than an append waits.
    expect(fake.faults.appends).toBeGreaterThanOrEqual(3);
    expect(states.slice(0, 2)).toEqual(['reconnecting', 'connected']);
  });

  it('lands an append once that was lost in several ways, one after another', async () => {
    const name = stream();
    fake.faults.loseAppends('cut-before-storing', 'cut-after-storing', 'not-ready', 'silent-after-storing');
    const result = await store.append(name, 'no-stream', [event(), event()]);
    const again: number[] = [];
    for await (const { revision, position } of store.read(name)) {
      again.push(revision);
      if (revision === 1) expect(position).toBe(result.position);
    }
    expect(again).toEqual([0, 1]);
  });

  it.each<LostAppend>(['cut-before-storing', 'silent-before-storing', 'cut-after-storing'])(
    'keeps the order of appends that were not awaited when the first is lost by %s',
    async (way) => {
      const name = stream();
      await store.append(name, 'no-stream', [event()]);
      fake.faults.loseAppends(way);
      const given = Array.from({ length: 10 }, (__, n) => event(n));
      const results = await Promise.all(given.map((one, index) => store.append(name, index, [one])));
      expect(results.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      const stored: string[] = [];
      for await (const { id } of store.read(name, 1)) stored.push(id);
      expect(stored).toEqual(given.map(({ id }) => id));
    },
  );

  it('says what the server says of a conflict', async () => {
    fake.faults.loseAppends('wrong-version');
    const append = store.append(stream(), 4, [event()]);
    await expect(append).rejects.toBeInstanceOf(WrongExpectedRevision);
    await expect(append).rejects.toMatchObject({ expected: 4, actual: 5 });
  });

  it('lands an append that began while the server was away', async () => {
    const name = stream();
    await store.append(name, 'no-stream', [event()]);
    await fake.stop();
    const away = reconnecting();
    const append = store.append(name, 0, [event()]);
    await away;
    expect(store.connection).toMatchObject({ state: 'reconnecting', since: expect.any(Date) as Date });
    await fake.restart();
    expect((await append).revision).toBe(1);
    expect(store.connection).toEqual({ state: 'connected' });
  });

  it('gives up after some attempts, and works again when the server is back', async () => {
    const name = stream();
    await fake.stop();
    await expect(store.append(name, 'no-stream', [event()])).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(revisions(store, name)).rejects.toBeInstanceOf(StoreUnavailable);
    await fake.restart();
    expect((await store.append(name, 'no-stream', [event()])).revision).toBe(0);
    expect(await revisions(store, name)).toEqual([0]);
  });

  it('lands an append once on a server that was frozen', async () => {
    const name = stream();
    await store.append(name, 'no-stream', [event()]);
    fake.faults.freeze();
    const away = reconnecting();
    const append = store.append(name, 0, [event()]);
    await away;
    fake.faults.thaw();
    expect((await append).revision).toBe(1);
    expect(await revisions(store, name)).toEqual([0, 1]);
  });

  it('does not mind a slow server', async () => {
    const name = stream();
    fake.faults.delayMs = 20;
    const patient = openPatient();
    await patient.append(name, 'no-stream', [event()]);
    expect(await revisions(patient, name)).toEqual([0]);
    await patient.close();
    expect(states).toEqual([]);
  });

  it('settles what is in doubt when it is closed while the server is away', async () => {
    await store.append(stream(), 'no-stream', [event()]);
    await fake.stop();
    const away = reconnecting();
    const append = store.append(stream(), 'no-stream', [event()]);
    const settled = expect(append).rejects.toBeInstanceOf(StoreUnavailable);
    await away;
    await store.close();
    await settled;
  });

  it('refuses a stream that was deleted for ever, and reads nothing of it', async () => {
    const name = stream();
    await store.append(name, 'no-stream', [event(), event()]);
    fake.log.tombstone(name, 'any');
    expect(await revisions(store, name)).toEqual([]);
    await expect(store.append(name, 1, [event()])).rejects.toBeInstanceOf(InvalidAppend);
  });

  it('reads nothing of a stream that was deleted, and goes on with its revisions when it comes back', async () => {
    const name = stream();
    await store.append(name, 'no-stream', [event(), event()]);
    fake.log.softDelete(name, 'any');
    expect(await revisions(store, name)).toEqual([]);
    expect((await store.append(name, 'no-stream', [event()])).revision).toBe(2);
    expect(await revisions(store, name)).toEqual([2]);
  });

  it('keeps the appends of another store on the same server when one is closed', async () => {
    const other = openEventStoreDb({ url: fake.url });
    const patient = openPatient();
    const name = stream();
    await patient.append(name, 'no-stream', [event()]);
    const appends = Array.from({ length: 50 }, (__, index) => patient.append(name, index, [event()]));
    await other.close();
    await Promise.all(appends);
    expect(await revisions(patient, name)).toHaveLength(51);
    await patient.close();
    expect(states).toEqual([]);
  });
});
