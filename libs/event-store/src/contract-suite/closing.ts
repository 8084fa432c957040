import { StoreClosed, WrongExpectedRevision } from '../errors';
import type { EventStore } from '../event-store';
import { batchesOf, followed, fromHere, untilEnd, untilLive } from './follower';
import { all, event, events, ids, settled, type Subject } from './subject';

/** The end of a follower that has become live first. */
async function liveFollower(store: EventStore): Promise<{ readonly end: Promise<void> }> {
  const batches = batchesOf(store, await fromHere(store));
  await untilLive(batches);
  return { end: untilEnd(batches) };
}

export function closing(subject: Subject): void {
  describe('closing', () => {
    it('ends followers that wait', async () => {
      const { store } = await subject.open();
      const followers = await Promise.all([liveFollower(store), liveFollower(store)]);
      await store.close();
      await expect(Promise.all(followers.map(({ end }) => end))).resolves.toHaveLength(2);
    });

    it('ends a follower in the middle of the log', async () => {
      const { store } = await subject.open();
      const here = await fromHere(store);
      await store.append(subject.stream(), 'no-stream', events(50));
      const batches = batchesOf(store, { ...here, batchSize: 1 });
      await batches.next();
      await store.close();
      expect((await batches.next()).done).toBe(true);
    });

    it('settles appends that were not awaited', async () => {
      const opened = await subject.open();
      const stream = subject.stream();
      const given = events(50);
      const appends = given.map((one, index) =>
        opened.store.append(stream, index === 0 ? 'no-stream' : index - 1, [one]),
      );
      const outcome = settled(appends);
      await opened.store.close();
      const { landed, errors } = await outcome;
      expect(landed.length + errors.length).toBe(50);
      const stored = await all(await opened.reopen(), stream);
      expect(ids(stored)).toEqual(ids(given.slice(0, stored.length)));
      expect(stored.length).toBeGreaterThanOrEqual(landed.length);
    });

    it('may be done twice', async () => {
      const { store } = await subject.open();
      await Promise.all([store.close(), store.close()]);
      await expect(store.close()).resolves.toBeUndefined();
    });

    it('refuses every call after it', async () => {
      const { store } = await subject.open();
      await store.close();
      await expect(store.append(subject.stream(), 'no-stream', [event()])).rejects.toBeInstanceOf(StoreClosed);
      await expect(all(store, subject.stream())).rejects.toBeInstanceOf(StoreClosed);
      await expect(batchesOf(store).next()).rejects.toBeInstanceOf(StoreClosed);
      await expect(store.head()).rejects.toBeInstanceOf(StoreClosed);
    });
  });

  describe('opening again', () => {
    it('finds everything as it was', async () => {
      const opened = await subject.open();
      const stream = subject.stream();
      await opened.store.append(stream, 'no-stream', events(5));
      await opened.store.append(stream, 4, [{ ...event({ text: 'ö' }), metadata: { salt: 'x' } }]);
      const before = await all(opened.store, stream);
      expect(await all(await opened.reopen(), stream)).toEqual(before);
    });

    it('goes on where the stream and the log were', async () => {
      const opened = await subject.open();
      const stream = subject.stream();
      const { position } = await opened.store.append(stream, 'no-stream', events(2));
      const store = await opened.reopen();
      const next = await store.append(stream, 1, [event()]);
      expect(next.revision).toBe(2);
      expect(next.position > position).toBe(true);
    });

    it('knows an append of before', async () => {
      const opened = await subject.open();
      const stream = subject.stream();
      const given = events(2);
      const original = await opened.store.append(stream, 'no-stream', given);
      await opened.store.append(stream, 1, events(2));
      const store = await opened.reopen();
      expect(await store.append(stream, 'no-stream', given)).toEqual(original);
      expect(await all(store, stream)).toHaveLength(4);
    });

    it('knows a conflict with what was before', async () => {
      const opened = await subject.open();
      const stream = subject.stream();
      await opened.store.append(stream, 'no-stream', events(2));
      const store = await opened.reopen();
      const conflict = store.append(stream, 0, [event()]);
      await expect(conflict).rejects.toBeInstanceOf(WrongExpectedRevision);
      await expect(conflict).rejects.toMatchObject({ actual: 1 });
    });

    it('lets a follower resume', async () => {
      const opened = await subject.open();
      const stream = subject.stream();
      const { position } = await opened.store.append(stream, 'no-stream', events(2));
      await opened.store.append(stream, 1, events(2));
      const store = await opened.reopen();
      await store.append(stream, 3, events(2));
      const found = await followed(store, [stream], 4, { after: position });
      expect(found.map(({ revision }) => revision)).toEqual([2, 3, 4, 5]);
    });
  });
}
