import { startEventStoreDbFake, type EventStoreDbFake } from '@app/testing';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { IncompatibleStore, InvalidAppend, PositionBeyondLog } from '../errors';
import type { EventToAppend, FollowedBatch, RecordedEvent } from '../event-store';
import { openEventStoreDb, type EventStoreDb } from './eventstoredb';
import { END_SCAN_EVENTS } from './limits';

function events(count: number): EventToAppend[] {
  return Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    type: 'something.happened.v1',
    data: { n },
    metadata: {},
  }));
}

describe('following EventStoreDB', () => {
  let fake: EventStoreDbFake;
  let store: EventStoreDb;
  let bare: EventStoreDBClient;
  const relationship = (): string => `relationship-${randomUUID()}`;
  const writtenByOthers = async (count: number): Promise<void> => {
    const given = Array.from({ length: count }, () => jsonEvent({ type: 'noise', data: {} }));
    await bare.appendToStream(`other-${randomUUID()}`, given, { expectedRevision: NO_STREAM });
  };
  const next = async (batches: AsyncIterator<FollowedBatch>): Promise<FollowedBatch> => {
    const { value, done } = await batches.next();
    if (done === true) throw new Error('the follower ended');
    return value;
  };

  beforeEach(async () => {
    fake = await startEventStoreDbFake();
    store = openEventStoreDb({ url: fake.url });
    bare = EventStoreDBClient.connectionString(fake.url);
  });
  afterEach(async () => {
    await store.close();
    await bare.dispose();
    await fake.stop();
  });

  it('goes on after each restart of the server, without a gap or a double', async () => {
    const name = relationship();
    const found: RecordedEvent[] = [];
    const following = (async (): Promise<void> => {
      for await (const batch of store.follow({ batchSize: 7 })) {
        found.push(...batch.events);
        if (found.length === 200) return;
      }
    })();
    for (let revision = -1; revision < 199; revision += 10) {
      await store.append(name, revision < 0 ? 'no-stream' : revision, events(10));
      if (revision % 50 === 39) await fake.restart();
    }
    await following;
    expect(found.map(({ revision }) => revision)).toEqual(Array.from({ length: 200 }, (_, index) => index));
    expect(fake.faults.subscriptions).toBeGreaterThan(1);
  });

  it('is not live while the server is away, and says so', async () => {
    const batches = store.follow()[Symbol.asyncIterator]();
    expect(await next(batches)).toEqual({ events: [], live: true });
    await fake.stop();
    expect(await next(batches)).toEqual({ events: [], live: false });
    expect(store.connection.state).toBe('reconnecting');
    const back = next(batches);
    await fake.restart();
    expect(await back).toEqual({ events: [], live: true });
    expect(store.connection.state).toBe('connected');
    await batches.return?.(undefined);
  });

  it('begins when the server begins', async () => {
    const name = relationship();
    await store.append(name, 'no-stream', events(3));
    await fake.stop();
    const batches = store.follow()[Symbol.asyncIterator]();
    const first = next(batches);
    await fake.restart();
    expect((await first).events).toHaveLength(3);
    await batches.return?.(undefined);
  });

  it('stops when the server was restored from an older backup', async () => {
    const name = relationship();
    await store.append(name, 'no-stream', events(5));
    const lengthThen = fake.log.length;
    const { position } = await store.append(name, 4, events(5));
    const batches = store.follow()[Symbol.asyncIterator]();
    while (!(await next(batches)).live);
    fake.log.truncate(lengthThen);
    await fake.restart();
    expect((await next(batches)).live).toBe(false);
    await expect(batches.next()).rejects.toBeInstanceOf(PositionBeyondLog);
    const head = await store.head();
    const again = store.follow({ after: position })[Symbol.asyncIterator]();
    await expect(again.next()).rejects.toMatchObject({ name: 'PositionBeyondLog', after: position, head });
  });

  it('refuses a position of another store', async () => {
    const batches = store.follow({ after: '0000000000000001' })[Symbol.asyncIterator]();
    await expect(batches.next()).rejects.toBeInstanceOf(IncompatibleStore);
  });

  it('passes over streams of others, and over the marks of deleted ones', async () => {
    const [deleted, name] = [relationship(), relationship()];
    await writtenByOthers(100);
    await store.append(deleted, 'no-stream', events(1));
    await bare.tombstoneStream(deleted);
    await store.append(name, 'no-stream', events(2));
    await writtenByOthers(100);
    const found: string[] = [];
    for await (const batch of store.follow()) {
      found.push(...batch.events.map(({ stream }) => stream));
      if (batch.live) break;
    }
    expect(found).toEqual([deleted, name, name]);
  });

  it('refuses to append where no follower would see it', async () => {
    await expect(store.append('other-1', 'no-stream', events(1))).rejects.toBeInstanceOf(InvalidAppend);
  });

  it('refuses an event that is not JSON, because it is not one of ours', async () => {
    const event = { id: randomUUID(), type: 'x', contentType: 'application/octet-stream' as const };
    const binary = { ...event, data: new Uint8Array([1]), metadata: undefined };
    await bare.appendToStream(relationship(), [binary], { expectedRevision: NO_STREAM });
    await expect(store.follow()[Symbol.asyncIterator]().next()).rejects.toBeInstanceOf(IncompatibleStore);
  });

  describe('head', () => {
    it('is null where followers see nothing', async () => {
      await writtenByOthers(10);
      expect(await store.head()).toBeNull();
    });

    it('is the last event that followers see, however much others wrote since', async () => {
      const { position } = await store.append(relationship(), 'no-stream', events(3));
      const fresh = openEventStoreDb({ url: fake.url });
      for (let written = 0; written <= END_SCAN_EVENTS; written += 600) {
        expect(await fresh.head()).toBe(position);
        await writtenByOthers(600);
      }
      const later = openEventStoreDb({ url: fake.url });
      expect(await Promise.all([store, fresh, later].map((one) => one.head()))).toEqual([position, position, position]);
      await Promise.all([fresh.close(), later.close()]);
    });
  });
});

describe('the connection string of EventStoreDB', () => {
  it.each(['kurrentdb://admin:secret@localhost:2113', 'esdb://admin:secret@?', 'ledger.db'])(
    'is refused without being repeated: %s',
    (url) => {
      expect(() => openEventStoreDb({ url })).toThrow(IncompatibleStore);
      expect(() => openEventStoreDb({ url })).not.toThrow(/secret/);
    },
  );

  it('may name a cluster that is not there yet', async () => {
    const fake = await startEventStoreDbFake();
    const url = `esdb+discover://127.0.0.1:${fake.port}?tls=false&maxDiscoverAttempts=1&discoveryInterval=1`;
    const store = openEventStoreDb({ url });
    await fake.stop();
    await expect(store.append('relationship-1', 'no-stream', events(1))).rejects.toThrow('did not answer');
    await fake.restart();
    expect((await store.append('relationship-1', 'no-stream', events(1))).revision).toBe(0);
    await store.close();
    await fake.stop();
  });

  it('cannot turn conflicts into successes', async () => {
    const fake = await startEventStoreDbFake();
    const store = openEventStoreDb({ url: `${fake.url}&throwOnAppendFailure=false` });
    await expect(store.append('relationship-1', 7, events(1))).rejects.toMatchObject({ actual: 'no-stream' });
    await store.close();
    await fake.stop();
  });
});
