import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { WrongExpectedRevision } from './errors';
import type { EventStore, EventToAppend, Json } from './event-store';
import { CommandIdReused, handle, type Decider } from './handle';
import { openSqliteStore } from './sqlite/sqlite-store';

interface Add {
  readonly id: string;
  readonly hash: string;
  /** Refused when the sum would pass this. */
  readonly limit?: number;
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** Counts; an event's id follows from the command that wrote it. */
function counter(): Decider<{ sum: number }, Add> {
  return {
    initial: () => ({ sum: 0 }),
    evolve: (state) => {
      state.sum += 1;
      return state;
    },
    decide: ({ id, hash, limit = Infinity }, { sum }) => {
      if (sum + 1 > limit) throw new Error(`would pass ${limit}`);
      return [{ id, type: 'added.v1', data: { command: id, hash, sum: sum + 1 }, metadata: {} }];
    },
    commandOf: ({ data }) => text(data['command']),
    saysTheSame: ({ hash }, { data }) => text(data['hash']) === hash,
  };
}

const add = (more: Partial<Add> = {}): Add => ({ id: randomUUID(), hash: 'a', ...more });

describe('handling commands on a stream', () => {
  let directory: string;
  let store: EventStore;
  const open = async (): Promise<EventStore> => openSqliteStore({ directory });

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'handle-'));
    store = await open();
  });

  afterEach(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  async function sums(): Promise<unknown[]> {
    const found: unknown[] = [];
    for await (const event of store.read('s')) found.push(event.data['sum']);
    return found;
  }

  it('decides concurrent commands one after another, each on what those before it leave', async () => {
    const decider = counter();
    const handled = await Promise.all(Array.from({ length: 200 }, () => handle(store, decider, 's', add())));
    expect(handled.map(({ revision }) => revision)).toEqual(Array.from({ length: 200 }, (_, index) => index));
    expect(await sums()).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  it('answers a command that comes again as it did before, also while it is in flight and after a restart', async () => {
    const command = add();
    const decider = counter();
    const [first, second] = await Promise.all([
      handle(store, decider, 's', command),
      handle(store, decider, 's', command),
    ]);
    await handle(store, decider, 's', add());
    await store.close();
    store = await open();
    const third = await handle(store, counter(), 's', command);
    expect(first).toMatchObject({ revision: 0, replayed: false });
    for (const again of [second, third])
      expect(again).toMatchObject({ revision: 0, position: first.position, replayed: true });
    expect(await sums()).toHaveLength(2);
  });

  it('refuses a used command id with another body', async () => {
    const decider = counter();
    const command = add();
    await handle(store, decider, 's', command);
    await handle(store, decider, 's', add());
    await expect(handle(store, decider, 's', { ...command, hash: 'b' })).rejects.toThrow(CommandIdReused);
    expect(await sums()).toHaveLength(2);
  });

  it('never oversteps a rule, whoever else writes to the stream', async () => {
    const other = await open();
    const mine = counter();
    const theirs = counter();
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, (_, index) =>
        index % 2 === 0 ? handle(store, mine, 's', add({ limit: 20 })) : handle(other, theirs, 's', add({ limit: 20 })),
      ),
    );
    await other.close();
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    expect(await sums()).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('sees what others appended before it rejects', async () => {
    const decider = counter();
    await handle(store, decider, 's', add());
    const reset: EventToAppend = {
      id: randomUUID(),
      type: 'added.v1',
      data: { command: randomUUID(), hash: '' },
      metadata: {},
    };
    await store.append('s', 0, [reset]);
    await expect(handle(store, decider, 's', add({ limit: 2 }))).rejects.toThrow('would pass 2');
    await expect(handle(store, decider, 's', add({ limit: 3 }))).resolves.toMatchObject({ revision: 2 });
  });

  it('sees what others appended before it rejects, also when two commands are rejected at once', async () => {
    const opensLater: Decider<{ open: boolean }, Add> = {
      ...counter(),
      initial: () => ({ open: false }),
      evolve: (state, event) => ({ open: state.open || event.type === 'opened.v1' }),
      decide: ({ id, hash }, { open }) => {
        if (!open) throw new Error('not open');
        return [{ id, type: 'added.v1', data: { command: id, hash }, metadata: {} }];
      },
    };
    await expect(handle(store, opensLater, 's', add())).rejects.toThrow('not open');
    await store.append('s', 'no-stream', [{ id: randomUUID(), type: 'opened.v1', data: {}, metadata: {} }]);
    const handled = await Promise.all([1, 2, 3].map(() => handle(store, opensLater, 's', add())));
    expect(handled.map(({ revision }) => revision)).toEqual([1, 2, 3]);
  });

  it('keeps no result of an append that has settled', async () => {
    const results: WeakRef<object>[] = [];
    const watched: EventStore = Object.assign(Object.create(store) as EventStore, {
      append: async (...call: Parameters<EventStore['append']>) => {
        const result = await store.append(...call);
        results.push(new WeakRef(result));
        return result;
      },
    });
    const decider = counter();
    for (let count = 0; count < 20; count += 1) await handle(watched, decider, 's', add());
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    collectGarbage();
    expect(results.slice(0, -1).filter((result) => result.deref() !== undefined)).toEqual([]);
  });

  it('drops what rested on an append that failed, and decides it again', async () => {
    let failing = 1;
    const flaky: EventStore = Object.assign(Object.create(store) as EventStore, {
      append: (...[stream, expected, events]: Parameters<EventStore['append']>) =>
        failing-- > 0
          ? Promise.reject(new WrongExpectedRevision(stream, expected, 'no-stream'))
          : store.append(stream, expected, events),
    });
    const decider = counter();
    const handled = await Promise.all([1, 2, 3].map(() => handle(flaky, decider, 's', add({ limit: 3 }))));
    expect(handled.map(({ revision }) => revision).toSorted()).toEqual([0, 1, 2]);
    expect(await sums()).toEqual([1, 2, 3]);
  });
});
