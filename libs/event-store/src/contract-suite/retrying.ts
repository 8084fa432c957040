import { WrongExpectedRevision } from '../errors';
import { all, event, events, ids, type Subject } from './subject';

export function retrying(subject: Subject): void {
  describe('the same append again', () => {
    it('answers the original result on a new stream', async () => {
      const stream = subject.stream();
      const given = events(3);
      const original = await subject.store.append(stream, 'no-stream', given);
      expect(await subject.store.append(stream, 'no-stream', given)).toEqual(original);
      expect(await all(subject.store, stream)).toHaveLength(3);
    });

    it('answers the original result at an exact revision', async () => {
      const stream = subject.stream();
      await subject.store.append(stream, 'no-stream', events(2));
      const given = events(2);
      const original = await subject.store.append(stream, 1, given);
      expect(await subject.store.append(stream, 1, given)).toEqual(original);
      expect(await all(subject.store, stream)).toHaveLength(4);
    });

    it('answers the original result after later events', async () => {
      const stream = subject.stream();
      const [first, second] = [events(2), events(2)];
      const original = await subject.store.append(stream, 'no-stream', first);
      const next = await subject.store.append(stream, 1, second);
      await subject.store.append(stream, 3, events(4));
      expect(await subject.store.append(stream, 'no-stream', first)).toEqual(original);
      expect(await subject.store.append(stream, 1, second)).toEqual(next);
      expect(await all(subject.store, stream)).toHaveLength(8);
    });

    it('is found when it races with itself', async () => {
      const stream = subject.stream();
      const given = events(2);
      const results = await Promise.all([1, 2, 3].map(() => subject.store.append(stream, 'no-stream', given)));
      expect(new Set(results.map(({ position }) => position)).size).toBe(1);
      expect(await all(subject.store, stream)).toHaveLength(2);
    });

    it('is the same by its ids alone: another body is dropped', async () => {
      const stream = subject.stream();
      const given = event({ said: 'first' });
      const original = await subject.store.append(stream, 'no-stream', [given]);
      const again = { ...given, data: { said: 'second' }, type: 'other.v1' };
      expect(await subject.store.append(stream, 'no-stream', [again])).toEqual(original);
      const stored = await all(subject.store, stream);
      expect(stored.map(({ data, type }) => ({ data, type }))).toEqual([{ data: given.data, type: given.type }]);
    });

    it('is the same whatever the case of its ids', async () => {
      const stream = subject.stream();
      const given = event();
      const original = await subject.store.append(stream, 'no-stream', [given]);
      const again = { ...given, id: given.id.toUpperCase() };
      expect(await subject.store.append(stream, 'no-stream', [again])).toEqual(original);
      expect(ids(await all(subject.store, stream))).toEqual([given.id]);
    });

    it('may be a prefix of the original batch', async () => {
      const stream = subject.stream();
      const given = events(4);
      await subject.store.append(stream, 'no-stream', given);
      const result = await subject.store.append(stream, 'no-stream', given.slice(0, 2));
      expect(result.revision).toBe(1);
      expect((await all(subject.store, stream)).map(({ position }) => position)).toContain(result.position);
      expect(ids(await all(subject.store, stream))).toEqual(ids(given));
    });

    it('may have an id twice in it', async () => {
      const stream = subject.stream();
      const twice = event();
      const given = [twice, twice, event()];
      const original = await subject.store.append(stream, 'no-stream', given);
      expect(await subject.store.append(stream, 'no-stream', given)).toEqual(original);
      expect(ids(await all(subject.store, stream))).toEqual(ids(given));
    });
  });

  describe('nearly the same append again', () => {
    it.each<[string, readonly number[]]>([
      ['a partial overlap', [1, 2, 3]],
      ['a known start with a new end', [0, 1, 2, 3]],
      ['a known start with another next', [0, 3]],
      ['another order', [1, 0, 2]],
      ['a later part of the batch', [1, 2]],
    ])('is a conflict: %s', async (_, chosen) => {
      const stream = subject.stream();
      const given = events(4);
      const stored = given.slice(0, 3);
      await subject.store.append(stream, 'no-stream', stored);
      const again = chosen.flatMap((index) => given.slice(index, index + 1));
      await expect(subject.store.append(stream, 'no-stream', again)).rejects.toBeInstanceOf(WrongExpectedRevision);
      expect(ids(await all(subject.store, stream))).toEqual(ids(stored));
    });

    it('is a conflict at another revision that is not the head', async () => {
      const stream = subject.stream();
      const given = events(3);
      await subject.store.append(stream, 'no-stream', given);
      await expect(subject.store.append(stream, 0, given.slice(0, 1))).rejects.toBeInstanceOf(WrongExpectedRevision);
    });

    it('is a second event at the head: ids are not unique in a stream', async () => {
      const stream = subject.stream();
      const given = event();
      await subject.store.append(stream, 'no-stream', [given]);
      expect((await subject.store.append(stream, 0, [given])).revision).toBe(1);
      expect(ids(await all(subject.store, stream))).toEqual([given.id, given.id]);
    });

    it('keeps an id that is twice in a batch twice', async () => {
      const stream = subject.stream();
      const given = event();
      expect((await subject.store.append(stream, 'no-stream', [given, given])).revision).toBe(1);
      expect(ids(await all(subject.store, stream))).toEqual([given.id, given.id]);
    });
  });
}
