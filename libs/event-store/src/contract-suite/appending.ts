import { WrongExpectedRevision } from '../errors';
import { MAX_APPEND_EVENTS } from '../limits';
import { all, event, events, ids, settled, type Subject } from './subject';

const WRITERS = 32;
const ROUNDS = 10;

export function appending(subject: Subject): void {
  describe('appending', () => {
    it('starts a stream at revision 0', async () => {
      expect((await subject.store.append(subject.stream(), 'no-stream', [event()])).revision).toBe(0);
    });

    it('continues a stream at its exact revision', async () => {
      const stream = subject.stream();
      await subject.store.append(stream, 'no-stream', [event()]);
      expect((await subject.store.append(stream, 0, [event()])).revision).toBe(1);
      expect((await subject.store.append(stream, 1, [event()])).revision).toBe(2);
    });

    it('answers revision and position of the last event of a batch', async () => {
      const stream = subject.stream();
      const result = await subject.store.append(stream, 'no-stream', events(3));
      const last = (await all(subject.store, stream)).at(-1);
      expect(result).toEqual({ revision: 2, position: last?.position });
    });

    it('stores every field as given', async () => {
      const stream = subject.stream();
      const given = { ...event({ a: [1, { b: null }] }), type: 'issue.escalated.v12', metadata: { salt: 'x', n: 1 } };
      const { position } = await subject.store.append(stream, 'no-stream', [given]);
      expect(await all(subject.store, stream)).toEqual([{ ...given, stream, revision: 0, position }]);
    });

    it('keeps the order of a batch', async () => {
      const stream = subject.stream();
      const given = events(500);
      expect((await subject.store.append(stream, 'no-stream', given)).revision).toBe(499);
      expect(ids(await all(subject.store, stream))).toEqual(ids(given));
    });

    it('takes a batch of the largest number of events', async () => {
      const stream = subject.stream();
      const result = await subject.store.append(stream, 'no-stream', events(MAX_APPEND_EVENTS));
      expect(result.revision).toBe(MAX_APPEND_EVENTS - 1);
      expect(await all(subject.store, stream)).toHaveLength(MAX_APPEND_EVENTS);
    });

    it('gives positions of one width that sort as strings in the order of the log', async () => {
      const [one, other] = [subject.stream(), subject.stream()];
      const positions: string[] = [];
      for (let revision = 0; revision < 12; revision += 1) {
        const expected = revision === 0 ? 'no-stream' : revision - 1;
        for (const stream of [one, other]) {
          positions.push((await subject.store.append(stream, expected, [event()])).position);
        }
      }
      expect(positions).toEqual([...new Set(positions)].sort());
      expect(new Set(positions.map((position) => position.length)).size).toBe(1);
    });

    it('gives each event of a batch a position of its own, in order', async () => {
      const stream = subject.stream();
      await subject.store.append(stream, 'no-stream', events(20));
      const positions = (await all(subject.store, stream)).map(({ position }) => position);
      expect(positions).toEqual([...new Set(positions)].sort());
    });

    it('keeps streams apart, also with the same ids', async () => {
      const [one, other] = [subject.stream(), subject.stream()];
      const given = events(2);
      await subject.store.append(one, 'no-stream', given);
      expect((await subject.store.append(other, 'no-stream', given)).revision).toBe(1);
      expect(ids(await all(subject.store, one))).toEqual(ids(await all(subject.store, other)));
    });

    it.each(['with space/and slash', 'Größe–協力-🤝', "quote ' and -- comment", 'a.b_c:d'])(
      'takes the stream name %s',
      async (name) => {
        const stream = `${subject.stream()} ${name}`;
        await subject.store.append(stream, 'no-stream', [event()]);
        expect((await all(subject.store, stream)).map((recorded) => recorded.stream)).toEqual([stream]);
      },
    );

    it('tells apart stream names that differ only in case', async () => {
      const stream = subject.stream();
      await subject.store.append(`${stream}-a`, 'no-stream', [event()]);
      expect((await subject.store.append(`${stream}-A`, 'no-stream', [event()])).revision).toBe(0);
    });
  });

  describe('conflicts', () => {
    it('refuses no-stream where there is one, and says where it is', async () => {
      const stream = subject.stream();
      await subject.store.append(stream, 'no-stream', events(2));
      const conflict = subject.store.append(stream, 'no-stream', [event()]);
      await expect(conflict).rejects.toBeInstanceOf(WrongExpectedRevision);
      await expect(conflict).rejects.toMatchObject({ stream, expected: 'no-stream', actual: 1 });
    });

    it('refuses a revision on a missing stream', async () => {
      const stream = subject.stream();
      const conflict = subject.store.append(stream, 0, [event()]);
      await expect(conflict).rejects.toBeInstanceOf(WrongExpectedRevision);
      await expect(conflict).rejects.toMatchObject({ stream, expected: 0, actual: 'no-stream' });
    });

    it.each([0, 1, 3, 400])('refuses revision %d of a stream at 2', async (expected) => {
      const stream = subject.stream();
      await subject.store.append(stream, 'no-stream', events(3));
      const conflict = subject.store.append(stream, expected, [event()]);
      await expect(conflict).rejects.toBeInstanceOf(WrongExpectedRevision);
      await expect(conflict).rejects.toMatchObject({ expected, actual: 2 });
    });

    it('writes nothing of a refused batch', async () => {
      const stream = subject.stream();
      const given = events(2);
      await subject.store.append(stream, 'no-stream', given);
      await expect(subject.store.append(stream, 0, events(5))).rejects.toBeInstanceOf(WrongExpectedRevision);
      expect(ids(await all(subject.store, stream))).toEqual(ids(given));
    });

    it(`lets one of ${WRITERS} concurrent writers win, ${ROUNDS} times`, async () => {
      const stream = subject.stream();
      for (let round = 0; round < ROUNDS; round += 1) {
        const expected = round === 0 ? 'no-stream' : round - 1;
        const appends = Array.from({ length: WRITERS }, () => subject.store.append(stream, expected, [event()]));
        const { landed, errors } = await settled(appends);
        expect(landed.map(({ revision }) => revision)).toEqual([round]);
        expect(errors.every((error) => error instanceof WrongExpectedRevision)).toBe(true);
      }
      expect(await all(subject.store, stream)).toHaveLength(ROUNDS);
    });

    it(`lets ${WRITERS} writers of one stream all land in the end when they try again`, async () => {
      const stream = subject.stream();
      const write = async (): Promise<void> => {
        const given = event();
        let expected: number | 'no-stream' = 'no-stream';
        for (let attempt = 0; attempt <= WRITERS; attempt += 1) {
          try {
            await subject.store.append(stream, expected, [given]);
            return;
          } catch (error) {
            if (!(error instanceof WrongExpectedRevision)) throw error;
            expected = error.actual;
          }
        }
        throw new Error('another writer won more often than there are writers');
      };
      await Promise.all(Array.from({ length: WRITERS }, write));
      const stored = await all(subject.store, stream);
      expect(stored.map(({ revision }) => revision)).toEqual(Array.from({ length: WRITERS }, (_, index) => index));
      expect(new Set(ids(stored)).size).toBe(WRITERS);
    });
  });

  describe('appends that are not awaited', () => {
    it('keep their order on one stream', async () => {
      const stream = subject.stream();
      const given = events(200);
      const appends = given.map((one, index) =>
        subject.store.append(stream, index === 0 ? 'no-stream' : index - 1, [one]),
      );
      const results = await Promise.all(appends);
      expect(results.map(({ revision }) => revision)).toEqual(given.map((_, index) => index));
      expect(ids(await all(subject.store, stream))).toEqual(ids(given));
    });

    it('keep their order on many interleaved streams', async () => {
      const streams = Array.from({ length: 8 }, () => subject.stream());
      const given = streams.map(() => events(25));
      const appends = Array.from({ length: 25 }, (_, index) =>
        streams.map((stream, which) => {
          const one = given[which]?.[index] ?? event();
          return subject.store.append(stream, index === 0 ? 'no-stream' : index - 1, [one]);
        }),
      );
      await Promise.all(appends.flat());
      for (const [which, stream] of streams.entries()) {
        expect(ids(await all(subject.store, stream))).toEqual(ids(given[which] ?? []));
      }
    });

    it('are checked each on its own: a conflict among them is refused, the others land', async () => {
      const [stream, other] = [subject.stream(), subject.stream()];
      const [first, second, third, elsewhere] = [event(), event(), event(), event()];
      const { landed, errors } = await settled([
        subject.store.append(stream, 'no-stream', [first]),
        subject.store.append(stream, 0, [second]),
        subject.store.append(stream, 0, [event()]),
        subject.store.append(other, 7, [event()]),
        subject.store.append(stream, 1, [third]),
        subject.store.append(other, 'no-stream', [elsewhere]),
      ]);
      expect(landed.map(({ revision }) => revision)).toEqual([0, 1, 2, 0]);
      expect(errors).toHaveLength(2);
      expect(errors.every((error) => error instanceof WrongExpectedRevision)).toBe(true);
      expect(ids(await all(subject.store, stream))).toEqual(ids([first, second, third]));
      expect(ids(await all(subject.store, other))).toEqual([elsewhere.id]);
    });

    it('fall with the one they were built on', async () => {
      const stream = subject.stream();
      await subject.store.append(stream, 'no-stream', [event()]);
      const { landed, errors } = await settled([
        subject.store.append(stream, 'no-stream', [event()]),
        subject.store.append(stream, 1, [event()]),
        subject.store.append(stream, 2, [event()]),
      ]);
      expect(landed).toEqual([]);
      expect(errors).toHaveLength(3);
      expect(await all(subject.store, stream)).toHaveLength(1);
    });
  });
}
