import { all, event, events, ids, type Subject } from './subject';

export function reading(subject: Subject): void {
  describe('reading a stream', () => {
    it('finds nothing where there is none', async () => {
      expect(await all(subject.store, subject.stream())).toEqual([]);
      expect(await all(subject.store, subject.stream(), 5)).toEqual([]);
    });

    it('goes from oldest to newest, with revisions from 0', async () => {
      const stream = subject.stream();
      const given = events(5);
      await subject.store.append(stream, 'no-stream', given.slice(0, 2));
      await subject.store.append(stream, 1, given.slice(2));
      const stored = await all(subject.store, stream);
      expect(ids(stored)).toEqual(ids(given));
      expect(stored.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4]);
    });

    it.each([0, 1, 6, 9])('starts at revision %d, inclusive', async (from) => {
      const stream = subject.stream();
      await subject.store.append(stream, 'no-stream', events(10));
      const revisions = (await all(subject.store, stream, from)).map(({ revision }) => revision);
      expect(revisions).toEqual(Array.from({ length: 10 - from }, (_, index) => from + index));
    });

    it.each([3, 4, 1_000_000])('finds nothing from revision %d of a stream of 3 events', async (from) => {
      const stream = subject.stream();
      await subject.store.append(stream, 'no-stream', events(3));
      expect(await all(subject.store, stream, from)).toEqual([]);
    });

    it('passes over the events of other streams', async () => {
      const streams = [subject.stream(), subject.stream()];
      for (let revision = 0; revision < 5; revision += 1) {
        for (const stream of streams) {
          await subject.store.append(stream, revision === 0 ? 'no-stream' : revision - 1, [event()]);
        }
      }
      for (const stream of streams) {
        const stored = await all(subject.store, stream);
        expect(stored.map((recorded) => recorded.stream)).toEqual(Array.from({ length: 5 }, () => stream));
      }
    });

    it('reads a stream longer than any chunk', async () => {
      const stream = subject.stream();
      for (let batch = 0; batch < 5; batch += 1) {
        await subject.store.append(stream, batch === 0 ? 'no-stream' : batch * 700 - 1, events(700, batch * 700));
      }
      const stored = await all(subject.store, stream);
      expect(stored.map(({ data }) => data.n)).toEqual(Array.from({ length: 3_500 }, (_, index) => index));
    });

    it('may be left early, and read by several at once', async () => {
      const stream = subject.stream();
      await subject.store.append(stream, 'no-stream', events(600));
      for await (const recorded of subject.store.read(stream)) {
        if (recorded.revision === 2) break;
      }
      const readings = await Promise.all([0, 100, 599].map((from) => all(subject.store, stream, from)));
      expect(readings.map(({ length }) => length)).toEqual([600, 500, 1]);
    });

    it('sees an append as soon as it is acknowledged', async () => {
      const stream = subject.stream();
      for (let revision = 0; revision < 30; revision += 1) {
        await subject.store.append(stream, revision === 0 ? 'no-stream' : revision - 1, [event()]);
        expect(await all(subject.store, stream, revision)).toHaveLength(1);
      }
    });
  });

  describe('the head of the log', () => {
    it('is not before what was acknowledged', async () => {
      const { position } = await subject.store.append(subject.stream(), 'no-stream', events(3));
      const head = await subject.store.head();
      expect(head !== null && head >= position).toBe(true);
    });

    it('moves with an append', async () => {
      await subject.store.append(subject.stream(), 'no-stream', [event()]);
      const before = (await subject.store.head()) ?? '';
      const { position } = await subject.store.append(subject.stream(), 'no-stream', [event()]);
      expect(position > before).toBe(true);
      expect(position).toHaveLength(before.length);
    });
  });
}
