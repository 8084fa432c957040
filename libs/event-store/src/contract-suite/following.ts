import { PositionBeyondLog } from '../errors';
import type { RecordedEvent } from '../event-store';
import { batchesOf, followed, fromHere, nextBatch, untilEnd, untilLive, untilSeen } from './follower';
import { all, event, events, ids, type Subject } from './subject';

const WRITERS = 8;
const FOLLOWERS = 4;
const APPENDS_OF_A_WRITER = 40;

export function following(subject: Subject): void {
  describe('following', () => {
    it('hands over what is there, from the beginning', async () => {
      const stream = subject.stream();
      await subject.store.append(stream, 'no-stream', events(3));
      expect(await followed(subject.store, [stream], 3)).toEqual(await all(subject.store, stream));
    });

    it('hands over only what comes after a position', async () => {
      const stream = subject.stream();
      const { position } = await subject.store.append(stream, 'no-stream', events(3));
      await subject.store.append(stream, 2, events(2));
      const found = await followed(subject.store, [stream], 2, { after: position });
      expect(found.map(({ revision }) => revision)).toEqual([3, 4]);
    });

    it('resumes from any position, also within a batch', async () => {
      const stream = subject.stream();
      await subject.store.append(stream, 'no-stream', events(7));
      await subject.store.append(stream, 6, events(5));
      const stored = await all(subject.store, stream);
      for (const [index, { position }] of stored.slice(0, -1).entries()) {
        const rest = stored.slice(index + 1);
        expect(await followed(subject.store, [stream], rest.length, { after: position })).toEqual(rest);
      }
    });

    it('hands over events of all streams in the order of the log', async () => {
      const here = await fromHere(subject.store);
      const streams = [subject.stream(), subject.stream(), subject.stream()];
      const given: string[] = [];
      for (let revision = 0; revision < 10; revision += 1) {
        for (const stream of streams) {
          const one = event();
          given.push(one.id);
          await subject.store.append(stream, revision === 0 ? 'no-stream' : revision - 1, [one]);
        }
      }
      expect(ids(await followed(subject.store, streams, 30, here))).toEqual(given);
    });

    it('goes on with what is appended later', async () => {
      const stream = subject.stream();
      const batches = batchesOf(subject.store, await fromHere(subject.store));
      await untilLive(batches);
      for (let revision = 0; revision < 5; revision += 1) {
        const one = event();
        await subject.store.append(stream, revision === 0 ? 'no-stream' : revision - 1, [one]);
        await untilSeen(batches, one.id);
      }
      await batches.return?.();
    });

    it('is live at once where nothing waits', async () => {
      await subject.store.append(subject.stream(), 'no-stream', [event()]);
      const batches = batchesOf(subject.store, await fromHere(subject.store));
      await untilLive(batches);
      await batches.return?.();
    });

    it('is live only when it has handed over everything that was there', async () => {
      const stream = subject.stream();
      const here = await fromHere(subject.store);
      await subject.store.append(stream, 'no-stream', events(25));
      const batches = batchesOf(subject.store, { ...here, batchSize: 10 });
      const found = (await untilLive(batches)).filter((recorded) => recorded.stream === stream);
      await batches.return?.();
      expect(found.map(({ revision }) => revision)).toEqual(Array.from({ length: 25 }, (_, index) => index));
    });

    it.each([1, 7])('hands over at most %d at a time when asked', async (batchSize) => {
      const stream = subject.stream();
      const here = await fromHere(subject.store);
      await subject.store.append(stream, 'no-stream', events(20));
      let count = 0;
      for await (const batch of subject.store.follow({ ...here, batchSize })) {
        expect(batch.events.length).toBeLessThanOrEqual(batchSize);
        count += batch.events.filter((recorded) => recorded.stream === stream).length;
        if (count === 20) break;
      }
      expect(count).toBe(20);
    });

    it('hands over large events', async () => {
      const stream = subject.stream();
      const here = await fromHere(subject.store);
      for (let revision = 0; revision < 4; revision += 1) {
        await subject.store.append(stream, revision === 0 ? 'no-stream' : revision - 1, [
          event({ text: String(revision).repeat(900_000) }),
        ]);
      }
      const found = await followed(subject.store, [stream], 4, here);
      expect(found).toEqual(await all(subject.store, stream));
    });

    it('serves several followers, each at its own pace', async () => {
      const stream = subject.stream();
      const here = await fromHere(subject.store);
      await subject.store.append(stream, 'no-stream', events(30));
      const found = await Promise.all(
        [1, 4, 30].map((batchSize) => followed(subject.store, [stream], 30, { ...here, batchSize })),
      );
      expect(new Set(found.map((one) => ids(one).join())).size).toBe(1);
    });

    it('does not hold up appends while a follower rests', async () => {
      const stream = subject.stream();
      const batches = batchesOf(subject.store, await fromHere(subject.store));
      await untilLive(batches);
      for (let batch = 0; batch < 50; batch += 1) {
        await subject.store.append(stream, batch === 0 ? 'no-stream' : batch * 20 - 1, events(20));
      }
      const found: RecordedEvent[] = [];
      while (found.length < 1_000) {
        found.push(...(await nextBatch(batches)).events.filter((recorded) => recorded.stream === stream));
      }
      await batches.return?.();
      expect(found.map(({ revision }) => revision)).toEqual(Array.from({ length: 1_000 }, (_, index) => index));
    });

    it('refuses a position beyond the end of the log', async () => {
      const { position } = await subject.store.append(subject.stream(), 'no-stream', [event()]);
      const beyond = `1${position.slice(1)}`;
      const batches = batchesOf(subject.store, { after: beyond });
      await expect(batches.next()).rejects.toBeInstanceOf(PositionBeyondLog);
    });

    it(`misses and doubles nothing with ${WRITERS} writers and ${FOLLOWERS} followers that stall`, async () => {
      const here = await fromHere(subject.store);
      const streams = Array.from({ length: WRITERS }, () => subject.stream());
      const sizes = Array.from({ length: APPENDS_OF_A_WRITER }, (_, index) => 1 + (index % 3));
      const length = sizes.reduce((sum, size) => sum + size, 0);
      const progress: (() => void)[] = [];
      const write = async (stream: string): Promise<void> => {
        let revision = -1;
        for (const size of sizes) {
          await subject.store.append(stream, revision < 0 ? 'no-stream' : revision, events(size, revision + 1));
          revision += size;
          for (const wake of progress.splice(0)) wake();
        }
      };
      let writing = true;
      const follow = async (which: number): Promise<RecordedEvent[]> => {
        const found: RecordedEvent[] = [];
        for await (const batch of subject.store.follow({ ...here, batchSize: 1 + which * 5 })) {
          found.push(...batch.events.filter((recorded) => streams.includes(recorded.stream)));
          if (found.length >= length * WRITERS) return found;
          // A stall lasts for some appends of the writers, never for a time.
          for (let stall = 0; writing && stall < (found.length * (which + 1)) % 7; stall += 1) {
            await new Promise<void>((wake) => progress.push(wake));
          }
        }
        return found;
      };
      const followers = Array.from({ length: FOLLOWERS }, (_, which) => follow(which));
      await Promise.all(streams.map(write));
      writing = false;
      for (const wake of progress.splice(0)) wake();
      const revisions = Array.from({ length }, (_, index) => index);
      for (const found of await Promise.all(followers)) {
        const positions = found.map(({ position }) => position);
        expect(positions).toEqual([...new Set(positions)].sort());
        for (const stream of streams) {
          expect(found.filter((one) => one.stream === stream).map(({ revision }) => revision)).toEqual(revisions);
        }
      }
    });
  });

  describe('ending a follower', () => {
    it('hands over nothing when the signal was aborted before', async () => {
      const batches = batchesOf(subject.store, { signal: AbortSignal.abort() });
      expect((await batches.next()).done).toBe(true);
    });

    it('ends a waiting follower when the signal is aborted', async () => {
      const controller = new AbortController();
      const batches = batchesOf(subject.store, { ...(await fromHere(subject.store)), signal: controller.signal });
      await untilLive(batches);
      const end = untilEnd(batches);
      controller.abort();
      await expect(end).resolves.toBeUndefined();
    });

    it('ends between two batches when the signal is aborted', async () => {
      const stream = subject.stream();
      const here = await fromHere(subject.store);
      await subject.store.append(stream, 'no-stream', events(50));
      const controller = new AbortController();
      const batches = batchesOf(subject.store, { ...here, batchSize: 5, signal: controller.signal });
      await batches.next();
      controller.abort();
      expect((await batches.next()).done).toBe(true);
    });

    it('leaves other followers and appends alone', async () => {
      const stream = subject.stream();
      const here = await fromHere(subject.store);
      const controller = new AbortController();
      const ended = batchesOf(subject.store, { ...here, signal: controller.signal });
      const other = batchesOf(subject.store, here);
      await Promise.all([untilLive(ended), untilLive(other)]);
      controller.abort();
      await untilEnd(ended);
      const one = event();
      await subject.store.append(stream, 'no-stream', [one]);
      await untilSeen(other, one.id);
      await other.return?.();
    });

    it('may be left in the middle of the loop', async () => {
      const stream = subject.stream();
      await subject.store.append(stream, 'no-stream', events(5));
      for await (const batch of subject.store.follow({ batchSize: 1 })) if (batch.events.length > 0) break;
      expect(await all(subject.store, stream)).toHaveLength(5);
    });
  });
}
