import {
  ANY,
  EventStoreDBClient,
  jsonEvent,
  MaxAppendSizeExceededError,
  NO_STREAM,
  StreamDeletedError,
  StreamNotFoundError,
  streamNameFilter,
  WrongExpectedVersionError,
  type Position,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { startEventStoreDbFake, type EventStoreDbFake } from './fake';

const event = (data: Record<string, unknown> = {}) => jsonEvent({ id: randomUUID(), type: 'something', data });

/** What was measured on the real server, seen through the real client: the adapter is only as good as its fake. */
describe.each([
  ['batch append', true],
  ['one append per call', false],
])('the wire fake behaves as EventStoreDB does (%s)', (_, batchAppend) => {
  let fake: EventStoreDbFake;
  let client: EventStoreDBClient;
  const stream = (): string => `some-${randomUUID()}`;
  const read = async (name: string): Promise<unknown[]> => {
    const found: unknown[] = [];
    for await (const { event: one } of client.readStream(name)) found.push(one?.data);
    return found;
  };

  beforeEach(async () => {
    fake = await startEventStoreDbFake({ batchAppend });
    client = EventStoreDBClient.connectionString(fake.url);
  });
  afterEach(async () => {
    await client.dispose();
    await fake.stop();
  });

  it('compares only ids, and drops another body', async () => {
    const name = stream();
    const one = event({ said: 'first' });
    const original = await client.appendToStream(name, one, { expectedRevision: NO_STREAM });
    await client.appendToStream(name, event({ n: 1 }), { expectedRevision: 0n });
    const again = { ...one, data: { said: 'second' } };
    expect(await client.appendToStream(name, again, { expectedRevision: NO_STREAM })).toEqual(original);
    expect(await read(name)).toEqual([{ said: 'first' }, { n: 1 }]);
  });

  it('answers a conflict with both revisions and an empty message', async () => {
    const name = stream();
    await client.appendToStream(name, [event(), event()], { expectedRevision: NO_STREAM });
    const conflict = client.appendToStream(name, event(), { expectedRevision: 7n });
    await expect(conflict).rejects.toBeInstanceOf(WrongExpectedVersionError);
    const versions = { streamName: name, expectedVersion: 7n, actualVersion: 1n };
    await expect(conflict).rejects.toMatchObject({ type: 'wrong-expected-version', message: '', ...versions });
  });

  it('answers an empty append with a false success', async () => {
    const result = await client.appendToStream(stream(), [], { expectedRevision: NO_STREAM });
    expect(result).toMatchObject({ success: true, nextExpectedRevision: 0n });
  });

  it('writes a retry with "any" a second time after a restart', async () => {
    const name = stream();
    const one = event();
    await client.appendToStream(name, one, { expectedRevision: ANY });
    await client.appendToStream(name, one, { expectedRevision: ANY });
    expect(await read(name)).toHaveLength(1);
    await fake.restart();
    await client.appendToStream(name, one, { expectedRevision: ANY }).catch(() => undefined);
    await client.appendToStream(name, one, { expectedRevision: ANY });
    expect(await read(name)).toHaveLength(2);
  });

  it('refuses more than 1,048,576 bytes of data', async () => {
    const append = client.appendToStream(stream(), event({ text: 'x'.repeat(1_048_576) }), {
      expectedRevision: NO_STREAM,
    });
    await expect(append).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
    await expect(append).rejects.toMatchObject({ maxAppendSize: 1_048_576 });
  });

  it('has no stream that is missing or deleted, and lets a deleted one go on', async () => {
    const name = stream();
    await expect(read(name)).rejects.toBeInstanceOf(StreamNotFoundError);
    await client.appendToStream(name, [event({ n: 0 }), event({ n: 1 })], { expectedRevision: NO_STREAM });
    await client.deleteStream(name, { expectedRevision: 1n });
    await expect(read(name)).rejects.toBeInstanceOf(StreamNotFoundError);
    const result = await client.appendToStream(name, event({ n: 2 }), { expectedRevision: NO_STREAM });
    expect(result.nextExpectedRevision).toBe(2n);
    expect(await read(name)).toEqual([{ n: 2 }]);
    await client.tombstoneStream(name, { expectedRevision: 2n });
    await expect(read(name)).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(client.appendToStream(name, event(), { expectedRevision: 2n })).rejects.toBeInstanceOf(
      StreamDeletedError,
    );
  });

  it('starts readings at a position and subscriptions after it, and reads back from the end', async () => {
    const name = stream();
    const { position } = await client.appendToStream(name, event({ n: 0 }), { expectedRevision: NO_STREAM });
    await client.appendToStream(name, [event({ n: 1 }), event({ n: 2 })], { expectedRevision: 0n });
    const after = position as Position;
    const forwards: unknown[] = [];
    for await (const { event: one } of client.readAll({ fromPosition: after })) forwards.push(one?.data);
    expect(forwards).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
    const backwards: unknown[] = [];
    const reading = client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 2 });
    for await (const { event: one } of reading) backwards.push(one?.data);
    expect(backwards).toEqual([{ n: 2 }, { n: 1 }]);
    const subscribed: unknown[] = [];
    for await (const { event: one } of client.subscribeToAll({ fromPosition: after })) {
      expect(one?.position.commit).toBe(one?.position.prepare);
      if (subscribed.push(one?.data) === 2) break;
    }
    expect(subscribed).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('tells checkpoints that are the position of no event while it catches up', async () => {
    for (let batch = 0; batch < 4; batch += 1) {
      await client.appendToStream(
        stream(),
        Array.from({ length: 20 }, () => event()),
        { expectedRevision: NO_STREAM },
      );
    }
    const reached = new Promise<Position>((resolve) => {
      const checkpointReached = (__: unknown, position: Position): void => resolve(position);
      client.subscribeToAll({ filter: streamNameFilter({ prefixes: ['none-'], checkpointReached }) }).resume();
    });
    expect((await reached).prepare).toBe(0n);
  });

  it('breaks a subscription with one error, and no end', async () => {
    const seen: string[] = [];
    const subscription = client.subscribeToAll();
    subscription.on('end', () => seen.push('end')).resume();
    await new Promise((resolve) => subscription.once('caughtUp', resolve));
    const broken = new Promise((resolve) => subscription.once('error', resolve));
    await fake.stop();
    expect(await broken).toBeInstanceOf(Error);
    expect(seen).toEqual([]);
  });
});
