import { AppendTooLarge, InvalidAppend } from '../errors';
import type { EventToAppend, ExpectedRevision, JsonObject } from '../event-store';
import { MAX_APPEND_BYTES, MAX_APPEND_EVENTS, MAX_STREAM_NAME_LENGTH } from '../limits';
import { all, event, events, type Subject } from './subject';

/** An event whose data and metadata together are this many bytes of JSON. */
function ofBytes(bytes: number): EventToAppend {
  return event({ text: 'x'.repeat(bytes - '{"text":""}'.length - '{}'.length) });
}

/** What a caller without types can pass. */
function unchecked(value: unknown): JsonObject {
  return value as JsonObject;
}

function cycle(): unknown {
  const value: Record<string, unknown> = {};
  value.self = value;
  return value;
}

export function refusing(subject: Subject): void {
  async function refused(given: readonly EventToAppend[], error: new (...args: never[]) => Error): Promise<void> {
    const stream = subject.stream();
    await expect(subject.store.append(stream, 'no-stream', given)).rejects.toBeInstanceOf(error);
    expect(await all(subject.store, stream)).toEqual([]);
    expect((await subject.store.append(stream, 'no-stream', [event()])).revision).toBe(0);
  }

  describe('calls that are wrong', () => {
    it('refuses an empty batch on a missing stream', async () => {
      await refused([], InvalidAppend);
    });

    it('refuses an empty batch at the head of a stream', async () => {
      const stream = subject.stream();
      await subject.store.append(stream, 'no-stream', [event()]);
      await expect(subject.store.append(stream, 0, [])).rejects.toBeInstanceOf(InvalidAppend);
      expect(await all(subject.store, stream)).toHaveLength(1);
    });

    it.each([
      '',
      'entry-1',
      '0123456789abcdef0123456789abcdef',
      '{6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b}',
      'g'.repeat(36),
    ])('refuses the event id %j', async (id) => {
      await refused([event({}, id)], InvalidAppend);
    });

    it('gives ids back in lower case', async () => {
      const stream = subject.stream();
      await subject.store.append(stream, 'no-stream', [event({}, '6EC0BD7F-11C0-43DA-975E-2A8AD9EBAE0B')]);
      expect((await all(subject.store, stream))[0]?.id).toBe('6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b');
    });

    it.each<[string, unknown]>([
      ['a bigint', { n: 1n }],
      ['a cycle', cycle()],
      ['undefined', undefined],
      ['null', null],
      ['an array', [1]],
      ['text', 'text'],
    ])('refuses %s as data and as metadata', async (_, value) => {
      await refused([{ ...event(), data: unchecked(value) }], InvalidAppend);
      await refused([{ ...event(), metadata: unchecked(value) }], InvalidAppend);
    });

    it('refuses an event without a type', async () => {
      await refused([{ ...event(), type: '' }], InvalidAppend);
    });

    it('refuses a whole batch for one wrong event', async () => {
      await refused([event(), event(), event({}, 'wrong'), event()], InvalidAppend);
    });

    it.each(['', '$system', 'x'.repeat(MAX_STREAM_NAME_LENGTH + 1), 'lone \ud800'])(
      'refuses a wrong stream name (case %#)',
      async (stream) => {
        await expect(subject.store.append(stream, 'no-stream', [event()])).rejects.toBeInstanceOf(InvalidAppend);
      },
    );

    it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 'any' as ExpectedRevision])(
      'refuses %p as expected revision',
      async (expected) => {
        await expect(subject.store.append(subject.stream(), expected, [event()])).rejects.toBeInstanceOf(InvalidAppend);
      },
    );
  });

  describe('limits', () => {
    it('takes an append of the largest size', async () => {
      const stream = subject.stream();
      const given = ofBytes(MAX_APPEND_BYTES);
      await subject.store.append(stream, 'no-stream', [given]);
      expect((await all(subject.store, stream))[0]?.data).toEqual(given.data);
    });

    it('refuses one byte more, and says how much it was', async () => {
      await refused([ofBytes(MAX_APPEND_BYTES + 1)], AppendTooLarge);
      const append = subject.store.append(subject.stream(), 'no-stream', [ofBytes(MAX_APPEND_BYTES + 1)]);
      await expect(append).rejects.toMatchObject({ bytes: MAX_APPEND_BYTES + 1, maxBytes: MAX_APPEND_BYTES });
    });

    it('counts all events of a batch', async () => {
      const part = MAX_APPEND_BYTES / 4;
      const stream = subject.stream();
      await subject.store.append(stream, 'no-stream', [part, part, part, part].map(ofBytes));
      await refused([part, part, part, part + 1].map(ofBytes), AppendTooLarge);
    });

    it('counts metadata', async () => {
      await refused([{ ...ofBytes(MAX_APPEND_BYTES), metadata: { a: 1 } }], AppendTooLarge);
    });

    it('counts bytes, not characters', async () => {
      await refused([event({ text: 'ö'.repeat(MAX_APPEND_BYTES / 2) })], AppendTooLarge);
    });

    it('refuses one event more than the largest number', async () => {
      await refused(events(MAX_APPEND_EVENTS + 1), InvalidAppend);
    });
  });
}
