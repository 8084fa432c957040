import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  PositionBeyondLog,
  StoreUnavailable,
  type EventStore,
  type FollowOptions,
  type JsonObject,
  type RecordedEvent,
} from '@app/event-store';
import {
  openReadModel,
  ProjectionsLocked,
  ReadModelNotReady,
  rebuildProjections,
  runProjections,
  type Gathering,
  type Projection,
  type ProjectionState,
  type RunningProjections,
  type RunProjectionsOptions,
} from './index';
import { openServedFiles, servedPath, type ServedFile } from './served-files';

const RETRY = { minMs: 1, maxMs: 4 };
const WAIT_MS = 10_000;

/** A log in memory that can be told to break. */
class Log {
  readonly events: RecordedEvent[] = [];
  unreachable = 0;
  /** Delivers some events again, as a log that follows at least once may. */
  overlap = 0;
  private readonly wake: (() => void)[] = [];

  readonly store: EventStore = {
    append: () => Promise.reject(new Error('not here')),
    read: (stream, from = 0) => this.read(stream, from),
    head: async () => this.events.at(-1)?.position ?? null,
    close: async () => undefined,
    follow: (options) => this.follow(options),
  };

  add(type: string, data: JsonObject = {}): RecordedEvent {
    const revision = this.events.length;
    const event: RecordedEvent = {
      id: `id-${revision}`,
      type,
      data,
      metadata: {},
      stream: 'relationship-a',
      revision,
      position: String(revision + 1).padStart(8, '0'),
    };
    this.events.push(event);
    for (const wake of this.wake.splice(0)) wake();
    return event;
  }

  private async *read(stream: string, from: number) {
    yield* this.events.filter((event) => event.stream === stream && event.revision >= from);
  }

  private async *follow({ after, signal, batchSize = 10 }: FollowOptions = {}) {
    if (this.unreachable > 0) {
      this.unreachable -= 1;
      throw new StoreUnavailable('the log is away');
    }
    const head = this.events.at(-1)?.position ?? null;
    if (after !== undefined && after > (head ?? '')) throw new PositionBeyondLog(after, head);
    let next = this.events.findIndex((event) => event.position > (after ?? ''));
    if (next === -1) next = this.events.length;
    if (next === this.events.length) yield { events: [], live: true };
    while (!signal?.aborted) {
      if (next === this.events.length) {
        await new Promise<void>((resolve) => {
          this.wake.push(resolve);
          signal?.addEventListener('abort', () => resolve(), { once: true });
        });
        continue;
      }
      const from = Math.max(0, next - this.overlap);
      const events = this.events.slice(from, next + batchSize);
      next = from + events.length;
      yield { events, live: next === this.events.length };
    }
  }
}

const sums = (version = 1, name = 'sums'): Projection => ({
  name,
  version,
  schema: 'create table sums (kind text primary key, total integer not null, count integer not null) strict',
  finish: ['create index if not exists sums_by_total on sums (total)'],
  on: {
    'added.v1': (db, event) =>
      db.run(
        `insert into sums values (?, ?, 1)
         on conflict (kind) do update set total = total + excluded.total, count = count + 1`,
        event.revision % 2 === 0 ? 'even' : 'odd',
        Number(event.data['amount']) * version,
      ),
  },
});

const rowsOf = (directory: string, projection: Projection = sums(), alsoReads: number[] = []): unknown[] => {
  const model = openReadModel(directory, projection, alsoReads);
  try {
    return model
      .read((db) => db.all<object>('select kind, total, count from sums order by kind'))
      .map((row) => ({ ...row }));
  } finally {
    model.close();
  }
};

const filesOf = (directory: string): string[] => readdirSync(directory).filter((name) => /-v\d+\.\d+\.db$/.test(name));

describe('running projections', () => {
  let directory: string;
  let log: Log;
  let states: ProjectionState[];
  const started: RunningProjections[] = [];

  const run = (options: Partial<RunProjectionsOptions> = {}): RunningProjections => {
    const running = runProjections({
      store: log.store,
      directory,
      projections: [sums()],
      retry: RETRY,
      onProgress: (state) => states.push(state),
      ...options,
    });
    started.push(running);
    return running;
  };
  const add = (count: number): string => {
    let position = '';
    for (let index = 0; index < count; index += 1) position = log.add('added.v1', { amount: 1 }).position;
    return position;
  };

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'projections-'));
    log = new Log();
    states = [];
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((running) => running.stop()));
    rmSync(directory, { recursive: true, force: true });
  });

  it('catches up, then follows event by event', async () => {
    const running = run();
    expect(await running.waitFor(add(25), WAIT_MS)).toBe(true);
    expect(rowsOf(directory)).toEqual([
      { kind: 'even', total: 13, count: 13 },
      { kind: 'odd', total: 12, count: 12 },
    ]);
    expect(await running.waitFor(add(1), WAIT_MS)).toBe(true);
    expect(rowsOf(directory)).toContainEqual({ kind: 'odd', total: 13, count: 13 });
    expect(running.status()).toEqual([
      { name: 'sums', version: 1, build: 1, position: log.events.at(-1)?.position, live: true },
    ]);
  });

  it('takes no rest while somebody waits', async () => {
    const running = run({ restMs: 10 * WAIT_MS });
    expect(await running.waitFor(add(1), WAIT_MS)).toBe(true);
    expect(await running.waitFor(add(1), WAIT_MS)).toBe(true);
    const [first, second] = [add(1), add(1)];
    expect(await Promise.all([running.waitFor(second, WAIT_MS), running.waitFor(first, WAIT_MS)])).toEqual([
      true,
      true,
    ]);
  });

  it('serves an empty log', async () => {
    const running = run();
    // The first build is still to come: it is the one that is waited for.
    await running.rebuild();
    expect(running.status()).toEqual([{ name: 'sums', version: 1, build: 1, position: null, live: true }]);
    expect(rowsOf(directory)).toEqual([]);
  });

  it('moves on over events that it passes over', async () => {
    const running = run();
    expect(await running.waitFor(log.add('else.v1').position, WAIT_MS)).toBe(true);
    expect(rowsOf(directory)).toEqual([]);
  });

  it('stands still at an event that it must not pass over', async () => {
    const refused: Projection = {
      ...sums(),
      passOver: ({ type }) => {
        throw new Error(`${type} is not known`);
      },
    };
    add(1);
    const unknown = log.add('else.v1');
    const failed = new Promise<ProjectionState>((resolve) => {
      run({ projections: [refused], onProgress: (state) => state.failing && resolve(state) });
    });
    expect((await failed).failing).toMatchObject({
      position: unknown.position,
      eventId: unknown.id,
      message: 'else.v1 is not known',
    });
  });

  it('goes on where it was when it is started again', async () => {
    const first = run();
    await first.waitFor(add(15), WAIT_MS);
    await first.stop();
    const last = add(15);
    const seen: string[] = [];
    const watched: Projection = {
      ...sums(),
      on: {
        'added.v1': (db, event) => {
          seen.push(event.id);
          sums().on['added.v1']?.(db, event);
        },
      },
    };
    const second = run({ projections: [watched] });
    await second.waitFor(last, WAIT_MS);
    expect(seen[0]).toBe('id-15');
    expect(seen).toHaveLength(15);
    expect(rowsOf(directory)).toContainEqual({ kind: 'odd', total: 15, count: 15 });
  });

  it('counts an event once however often it is delivered', async () => {
    log.overlap = 7;
    const running = run();
    await running.waitFor(add(95), WAIT_MS);
    await running.waitFor(add(3), WAIT_MS);
    expect(rowsOf(directory)).toEqual([
      { kind: 'even', total: 49, count: 49 },
      { kind: 'odd', total: 49, count: 49 },
    ]);
  });

  it.each([0, 1, 9, 10, 24, 39])('loses and repeats nothing when a handler breaks in the middle, at %i', async (at) => {
    add(40);
    let failures = 3;
    const breaking: Projection = {
      ...sums(),
      on: {
        'added.v1': (db, event) => {
          sums().on['added.v1']?.(db, event);
          // After its rows: they must go with it.
          if (event.revision === at && (failures -= 1) >= 0) throw new Error('broken');
        },
      },
    };
    const running = run({ projections: [breaking, sums(1, 'other')] });
    await running.waitFor(log.events[39]?.position ?? '', WAIT_MS);
    expect(rowsOf(directory)).toEqual(rowsOf(directory, sums(1, 'other')));
    expect(states.some((state) => state.name === 'sums' && state.failing?.attempts === 3)).toBe(true);
    expect(running.status().every((state) => state.failing === undefined)).toBe(true);
  });

  it('stops at a poison event, says so, and lets the others go on', async () => {
    const poison: Projection = {
      ...sums(1, 'poisoned'),
      on: {
        'added.v1': (db, event) => {
          if (event.data['amount'] === 666) throw new Error('cannot take 666');
          sums().on['added.v1']?.(db, event);
        },
      },
    };
    const running = run({ projections: [poison, sums()] });
    await running.waitFor(add(5), WAIT_MS);
    const bad = log.add('added.v1', { amount: 666 });
    const last = add(20);
    expect(await running.waitFor(last, WAIT_MS, 'sums')).toBe(true);
    const failing = (): ProjectionState | undefined => running.status().find((state) => state.name === 'poisoned');
    expect(failing()?.failing).toMatchObject({ position: bad.position, eventId: bad.id, message: 'cannot take 666' });
    expect(running.position('poisoned')).toBe(log.events[4]?.position);
    expect(await running.waitFor(last, 20, 'poisoned')).toBe(false);
    expect(failing()?.failing?.attempts).toBeGreaterThan(1);
    // A program that can take it, started later, mends it without losing the place.
    await running.stop();
    const mended = run({ projections: [sums(1, 'poisoned'), sums()] });
    expect(await mended.waitFor(last, WAIT_MS)).toBe(true);
    expect(rowsOf(directory, sums(1, 'poisoned'))).toEqual(rowsOf(directory));
    expect(mended.status().some((state) => state.failing)).toBe(false);
  });

  it('counts what a projection gathers once, also when an event behind it fails', async () => {
    const totals: Gathering<Map<string, { total: number; count: number }>> = {
      start: () => new Map(),
      write: (db, gathered) => {
        for (const [kind, { total, count }] of gathered) {
          db.run(
            `insert into sums values (?, ?, ?)
             on conflict (kind) do update set total = total + excluded.total, count = count + excluded.count`,
            kind,
            total,
            count,
          );
        }
      },
    };
    let failures = 3;
    const gathering: Projection = {
      ...sums(1, 'gathering'),
      on: {
        'added.v1': (db, { revision, data }) => {
          const kind = revision % 2 === 0 ? 'even' : 'odd';
          const gathered = db.gathered(totals);
          const { total, count } = gathered.get(kind) ?? { total: 0, count: 0 };
          gathered.set(kind, { total: total + Number(data['amount']), count: count + 1 });
          if (revision === 7 && failures-- > 0) throw new Error('not yet');
        },
      },
    };
    add(25);
    const running = run({ projections: [gathering, sums()] });
    expect(await running.waitFor(add(5), WAIT_MS)).toBe(true);
    expect(failures).toBe(-1);
    expect(rowsOf(directory, gathering)).toEqual(rowsOf(directory));
  });

  it('shows that the log is away and goes on when it is back', async () => {
    log.unreachable = 3;
    add(12);
    const running = run();
    await running.waitFor(log.events[11]?.position ?? '', WAIT_MS);
    expect(states.some((state) => state.interrupted?.attempts === 3)).toBe(true);
    expect(running.status()[0]?.interrupted).toBeUndefined();
  });

  it('stops when it is ahead of the log, and a rebuild mends it', async () => {
    const first = run();
    await first.waitFor(add(30), WAIT_MS);
    await first.stop();
    log.events.length = 12;
    const failed = new Promise<ProjectionState>((resolve) => {
      run({ onProgress: (state) => state.failing && resolve(state) });
    });
    expect((await failed).failing).toMatchObject({
      eventId: null,
      message: 'position 00000030 lies beyond the end of the log (00000012): rebuild it',
    });
    await started.at(-1)?.rebuild();
    expect(started.at(-1)?.status()[0]).toMatchObject({ position: '00000012', live: true });
    expect(rowsOf(directory)).toContainEqual({ kind: 'even', total: 6, count: 6 });
  });

  it('stops when the log lost its end and grew again, and a rebuild mends it', async () => {
    const first = run();
    await first.waitFor(add(30), WAIT_MS);
    await first.stop();
    const lost = log.events.splice(12);
    for (const { id, ...event } of lost) log.events.push({ ...event, id: `other-${id}` });
    add(5);
    const failed = new Promise<ProjectionState>((resolve) => {
      run({ onProgress: (state) => state.failing && resolve(state) });
    });
    expect((await failed).failing?.message).toBe(
      'the log holds another event at 00000030 than the one that was taken there: rebuild it',
    );
    await started.at(-1)?.rebuild();
    expect(started.at(-1)?.status()[0]).toMatchObject({ position: '00000035', live: true });
  });

  it('builds a new version beside the old, which readers see until it has caught up', async () => {
    const first = run();
    await first.waitFor(add(40), WAIT_MS);
    await first.stop();
    const second = sums(2);
    const model = openReadModel(directory, second, [1]);
    const total = (): number =>
      model.read((db) => Number(db.get<{ sum: number }>('select sum(total) as sum from sums')?.sum));
    const seen = new Set<number>();
    const running = run({ projections: [second], onProgress: () => seen.add(total()) });
    expect(() => rowsOf(directory, second)).toThrow(ReadModelNotReady);
    await running.waitFor(log.events[39]?.position ?? '', WAIT_MS);
    expect([...seen].sort()).toEqual([40, 80]);
    expect(total()).toBe(80);
    expect(filesOf(directory)).toEqual(['sums-v2.2.db']);
    model.close();
  });

  it('builds anew when the declaration changed under the same version', async () => {
    const first = run();
    await first.waitFor(add(4), WAIT_MS);
    await first.stop();
    const running = run({ projections: [{ ...sums(), finish: [] }] });
    await running.waitFor(log.events[3]?.position ?? '', WAIT_MS);
    expect(filesOf(directory)).toEqual(['sums-v1.2.db']);
  });

  it('rebuilds to the same rows while events keep coming and readers read', async () => {
    const running = run({ projections: [sums(), sums(1, 'other')] });
    await running.waitFor(add(500), WAIT_MS);
    const model = openReadModel(directory, sums());
    const rebuilt = running.rebuild('sums');
    let done = false;
    void rebuilt.then(() => (done = true));
    while (!done) {
      expect(await running.waitFor(add(1), WAIT_MS)).toBe(true);
      const { position, count } = model.read((db) => ({
        position: db.position,
        count: Number(db.get<{ count: number }>('select sum(count) as count from sums')?.count),
      }));
      expect(position).toBe(String(count).padStart(8, '0'));
    }
    await rebuilt;
    await running.waitFor(add(1), WAIT_MS);
    expect(rowsOf(directory)).toEqual(rowsOf(directory, sums(1, 'other')));
    expect(filesOf(directory).sort()).toEqual(['other-v1.1.db', 'sums-v1.2.db']);
    model.close();
  });

  it('goes on after a rebuild of everything that ended where the log was quiet', async () => {
    const running = run({ projections: [sums(), sums(1, 'other')] });
    await running.waitFor(add(500), WAIT_MS);
    for (let rebuilds = 0; rebuilds < 3; rebuilds += 1) {
      await running.rebuild();
      expect(await running.waitFor(add(1), WAIT_MS)).toBe(true);
    }
  });

  it('keeps one runner to a directory, and a second process asks it to rebuild', async () => {
    const running = run();
    await running.waitFor(add(5), WAIT_MS);
    expect(() => run()).toThrow(ProjectionsLocked);
    await rebuildProjections({ store: log.store, directory, projections: [sums()] });
    expect(running.status()[0]).toMatchObject({ build: 2, live: true });
    await running.stop();
    await rebuildProjections({ store: log.store, directory, projections: [sums()] }, 'sums');
    expect(filesOf(directory)).toEqual(['sums-v1.3.db']);
  });

  it('sweeps away what a killed build left', async () => {
    const first = run();
    await first.waitFor(add(5), WAIT_MS);
    const kept = Object.fromEntries(filesOf(directory).map((name) => [name, true]));
    await first.stop();
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(directory, 'sums-v1.9.db'), 'half a file');
    const running = run();
    await running.waitFor(add(1), WAIT_MS);
    expect(Object.fromEntries(filesOf(directory).map((name) => [name, true]))).toEqual(kept);
  });

  it('builds anew when the file cannot be read', async () => {
    const first = run();
    await first.waitFor(add(5), WAIT_MS);
    await first.stop();
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(directory, 'sums-v1.1.db'), 'no database');
    const running = run();
    expect(await running.waitFor(add(1), WAIT_MS)).toBe(true);
    expect(rowsOf(directory)).toContainEqual({ kind: 'even', total: 3, count: 3 });
  });

  it('answers again when a file that could not be opened is there', async () => {
    const running = run();
    await running.waitFor(add(3), WAIT_MS);
    await running.stop();
    const model = openReadModel(directory, sums());
    const total = (): number | undefined =>
      model.read((db) => db.get<{ total: number }>('select sum(total) as total from sums')?.total);
    expect(total()).toBe(3);
    const files = openServedFiles(directory);
    const served = files.served('sums') as ServedFile;
    const next = { ...served, build: served.build + 1 };
    mkdirSync(servedPath(directory, next));
    files.serve(next);
    expect(total).toThrow(ReadModelNotReady);
    expect(total).toThrow(ReadModelNotReady);
    files.serve(served);
    expect(total()).toBe(3);
    files.close();
    model.close();
  });

  it('brings events to their newest version first', async () => {
    const running = run({
      upcast: (event) => (event.type === 'added.v0' ? { ...event, type: 'added.v1', data: { amount: 7 } } : event),
    });
    await running.waitFor(log.add('added.v0').position, WAIT_MS);
    expect(rowsOf(directory)).toEqual([{ kind: 'even', total: 7, count: 1 }]);
  });

  it('answers those who wait when it stops', async () => {
    const running = run();
    const waiting = running.waitFor('99999999', WAIT_MS);
    await running.stop();
    expect(await waiting).toBe(false);
    await expect(running.rebuild('nothing')).rejects.toThrow('there is no projection nothing');
  });
});
