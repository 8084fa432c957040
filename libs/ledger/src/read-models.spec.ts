import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, FollowOptions, RecordedEvent } from '@app/event-store';
import { openReadModel, runProjections, type ReadModel, type RunningProjections } from '@app/projections';
import * as fc from 'fast-check';
import type { Entry, Envelope, Payload } from './entry/entry';
import { entryOf, factOf, streamOf } from './entry/read';
import { ledgerProjections } from './projections';
import { findRelationship, listRelationships, relationshipsProjection } from './relationship/relationships.projection';
import { FACTS_PER_PACK, factsProjection } from './score/facts.projection';
import { factsReader } from './score/facts-reader';
import { packFacts, unpackFacts } from './score/packed-facts';
import type { Fact } from './scoring/fact';
import { trailProjection } from './trail/trail.projection';
import { storedEntries } from './trail/trail.queries';
import type { EntrySelection } from './views';
import { matchesSearch } from './trail/words';

const WAIT_MS = 20_000;

interface Said extends Partial<Omit<Envelope, 'facts'>>, Partial<Omit<Payload, 'data'>> {
  readonly facts?: Envelope['facts'];
  readonly data?: Payload['data'];
}

/** A log of entries as the ledger stores them, in memory. */
class Log {
  readonly events: RecordedEvent[] = [];
  private readonly revisions = new Map<string, number>();
  private readonly wake: (() => void)[] = [];

  readonly store = { follow: (options?: FollowOptions) => this.follow(options) } as unknown as EventStore;

  add(relationship: string, kind: string, said: Said = {}, stream = streamOf(relationship)): RecordedEvent {
    const revision = this.revisions.get(stream) ?? 0;
    this.revisions.set(stream, revision + 1);
    const place = this.events.length;
    const envelope: Envelope = {
      id: `e-${revision}`,
      stream,
      revision,
      kind,
      recorded: new Date(Date.UTC(2026, 0, 1) + place * 1000).toISOString(),
      effective: '2025-12-31',
      relationship,
      party: 'client',
      factor: null,
      sign: null,
      severity: null,
      level: null,
      evidenced: null,
      answers: null,
      imported: false,
      claimedRecorded: null,
      commandId: '',
      commandHash: '',
      correlation: null,
      causation: null,
      facts: {},
      commitment: '',
      previous: null,
      ...envelopePart(said),
    };
    const { text = null, data = {}, evidence = [], member = 'm-1', tags = [], source = null } = said;
    const event = {
      id: `00000000-0000-0000-0000-${String(place).padStart(12, '0')}`,
      type: `${kind}.v1`,
      stream,
      revision,
      position: String(place + 1).padStart(16, '0'),
      data: envelope as unknown as RecordedEvent['data'],
      metadata: {
        payload: { text, data, evidence, member, tags, source },
        salt: '',
      } as unknown as RecordedEvent['metadata'],
    };
    this.events.push(event);
    for (const wake of this.wake.splice(0)) wake();
    return event;
  }

  private async *follow({ after, signal }: FollowOptions = {}) {
    let next = after === undefined ? 0 : Number(after);
    if (next === this.events.length) yield { events: [], live: true };
    while (!signal?.aborted) {
      if (next < this.events.length) {
        const events = this.events.slice(next, next + 1000);
        next += events.length;
        yield { events, live: next === this.events.length };
        continue;
      }
      await new Promise<void>((resolve) => {
        this.wake.push(resolve);
        signal?.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }
}

function envelopePart({
  text: _text,
  data: _data,
  evidence: _evidence,
  member: _member,
  tags: _tags,
  source: _source,
  ...envelope
}: Said) {
  return envelope;
}

/** Everything in every table of the read models, as one text. */
function allRows(directory: string): string {
  const rows = ledgerProjections.flatMap((projection) => {
    const model = openReadModel(directory, projection);
    try {
      return model.read((db) =>
        db
          .all<{ name: string }>(
            `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'words%' order by name`,
          )
          .map(({ name }) => [name, db.all<object>(`select * from "${name}"`)]),
      );
    } finally {
      model.close();
    }
  });
  return JSON.stringify(rows, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  );
}

describe('the read models of the ledger', () => {
  let directory: string;
  let log: Log;
  let running: RunningProjections | undefined;
  const models: ReadModel[] = [];

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'read-models-'));
    log = new Log();
    running = undefined;
  });
  afterEach(async () => {
    await running?.stop();
    for (const model of models.splice(0)) model.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const caughtUp = async (): Promise<void> => {
    running ??= runProjections({ store: log.store, directory, projections: ledgerProjections });
    expect(await running.waitFor(log.events.at(-1)?.position ?? '', WAIT_MS)).toBe(true);
  };
  const model = (projection: { name: string; version: number }): ReadModel => {
    const opened = openReadModel(directory, projection);
    models.push(opened);
    return opened;
  };
  const factsOf = (relationship: string): Fact[] =>
    log.events.filter((event) => event.stream === streamOf(relationship)).map(factOf);

  it('keeps facts in ledger order across packs, and reads on from the last one it has', async () => {
    for (let index = 0; index < FACTS_PER_PACK * 2 + 10; index += 1) {
      log.add(index % 3 === 0 ? 'b' : 'a', 'note.logged', {
        factor: 601,
        sign: '+',
        facts: { about: `p-${index % 7}` },
      });
    }
    await caughtUp();
    const reader = factsReader(model(factsProjection));
    const first = reader.facts('a');
    expect(first).toEqual(factsOf('a'));
    expect(reader.facts('a')).toBe(first);
    const { length } = first ?? [];
    log.add('a', 'entry.agreed', { effective: null, answers: 'e-1', party: 'provider' });
    await caughtUp();
    expect(reader.facts('a')).toEqual(factsOf('a'));
    expect(reader.facts('a')?.[0]).toBe(first?.[0]);
    expect(first).toHaveLength(length);
    // Past the end of a pack while the reader held a part of it.
    for (let index = 0; index < FACTS_PER_PACK; index += 1) log.add('a', 'note.logged');
    await caughtUp();
    expect(reader.facts('a')).toEqual(factsOf('a'));
    expect(reader.facts('nowhere')).toBeNull();
  });

  it('keeps no more facts than it may', async () => {
    for (let index = 0; index < 30; index += 1) log.add(`r-${index % 3}`, 'note.logged');
    await caughtUp();
    const reader = factsReader(model(factsProjection), 20);
    const [first, second] = [reader.facts('r-0'), reader.facts('r-1')];
    expect(reader.facts('r-0')).toBe(first);
    reader.facts('r-2');
    expect(reader.facts('r-0')).toBe(first);
    expect(reader.facts('r-1')).not.toBe(second);
    expect(reader.facts('r-1')).toEqual(second);
  });

  it('packs and unpacks any facts', () => {
    const text = fc.string({ unit: 'binary' });
    const fact = fc.record<Omit<Fact, 'revision'>>({
      id: text,
      kind: text,
      party: text,
      recorded: fc.integer({ min: -8.64e15, max: 8.64e15 }),
      ledgerRecorded: fc.integer({ min: -8.64e15, max: 8.64e15 }),
      imported: fc.boolean(),
      effective: fc.option(text),
      factor: fc.option(fc.integer()),
      sign: fc.option(fc.constantFrom('+', '-', '0')),
      severity: fc.option(fc.constantFrom('minor', 'moderate', 'major', 'critical')),
      level: fc.option(fc.integer({ min: 0, max: 4 })),
      evidenced: fc.option(fc.boolean()),
      answers: fc.option(text),
      data: fc.dictionary(text, fc.jsonValue()).map((data) => JSON.parse(JSON.stringify(data)) as Fact['data']),
    });
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 60 }), fc.integer({ min: -1, max: 60 }), (bodies, after) => {
        const facts: Fact[] = bodies.map((body, revision) => ({ revision, ...body }));
        const { columns, texts } = packFacts(facts);
        // Anywhere in a buffer, as SQLite may hand it out.
        const shifted = new Uint8Array(columns.length + 3).subarray(3);
        shifted.set(columns);
        const unpacked: Fact[] = [];
        unpackFacts({ columns: shifted, texts }, after, unpacked);
        expect(JSON.stringify(unpacked)).toBe(JSON.stringify(facts.slice(after + 1)));
      }),
    );
  });

  it('rebuilds to the same rows as it had live', async () => {
    running = runProjections({ store: log.store, directory, projections: ledgerProjections });
    for (let index = 0; index < 1_500; index += 1) {
      log.add(index % 5 === 0 ? 'b' : 'a', 'note.logged', {
        text: `Entry ${index}`,
        data: { about: 'provider' },
        factor: 601,
      });
      if (index % 97 === 0) await caughtUp();
    }
    await caughtUp();
    const live = allRows(directory);
    const found = storedEntries(model(trailProjection), 'b', { text: 'entry 10' });
    await running.rebuild();
    expect(running.status().map(({ build }) => build)).toEqual([2, 2, 2]);
    expect(allRows(directory)).toBe(live);
    expect(storedEntries(model(trailProjection), 'b', { text: 'entry 10' })).toEqual(found);
    expect(found).toHaveLength(23);
  });

  it('stand still at an entry that a newer program wrote', async () => {
    log.add('a', 'note.logged');
    const newer = log.add('a', 'kind.to-come');
    const failing = await new Promise<string | null | undefined>((resolve) => {
      running = runProjections({
        store: log.store,
        directory,
        projections: ledgerProjections,
        onProgress: (state) => {
          if (state.name === 'facts' && state.failing) resolve(state.failing.eventId);
        },
      });
    });
    expect(failing).toBe(newer.id);
  });

  it('shows entries as they are, whatever they carry, and nothing of other streams', async () => {
    const events = [
      log.add('a', 'relationship.established', { data: { title: 'A' }, tags: ['x'] }),
      log.add('a', 'rating.given', {
        level: 3,
        evidenced: true,
        factor: 603,
        imported: true,
        claimedRecorded: '2019-04-02T09:00:00.000Z',
      }),
      log.add('a', 'note.logged', {
        text: 'ü\0"',
        evidence: [{ title: 'minutes' }],
        source: 's',
        member: null,
        evidenced: false,
      }),
    ];
    log.add('a', 'member.admitted', {}, 'access');
    await caughtUp();
    const trail = model(trailProjection);
    expect(storedEntries(trail, 'a', {})).toEqual(events.map(entryOf));
    expect(storedEntries(trail, 'a', { ids: ['e-1'] })).toEqual([entryOf(events[1] as RecordedEvent)]);
    expect(storedEntries(trail, 'a', { ids: ['e-9'] })).toEqual([]);
    expect(storedEntries(trail, 'b', { ids: ['e-1'] })).toEqual([]);
  });

  it('selects entries as reading them all and filtering would', async () => {
    const kinds = ['note.logged', 'issue.raised', 'entry.agreed'];
    const parties = ['client', 'provider'];
    for (let index = 0; index < 120; index += 1) {
      log.add(index % 4 === 0 ? 'b' : 'a', kinds[index % 3] ?? '', {
        factor: 601 + (index % 2),
        party: parties[index % 2] ?? '',
        text: index % 5 === 0 ? 'The Café was re-opened' : 'Potholes, again',
        answers: index % 3 === 2 ? `e-${index % 7}` : null,
        ...(index % 2 === 0 && {
          imported: true,
          claimedRecorded: `2019-04-02T09:00:${String(index % 60).padStart(2, '0')}.000Z`,
        }),
      });
    }
    await caughtUp();
    const trail = model(trailProjection);
    const all = log.events.map(entryOf).filter(({ relationship }) => relationship === 'a');
    const expected = (selection: EntrySelection): Entry[] =>
      all
        .filter((entry) => selection.afterRevision === undefined || entry.revision > selection.afterRevision)
        .filter((entry) => selection.kind === undefined || entry.kind === selection.kind)
        .filter((entry) => selection.factor === undefined || entry.factor === selection.factor)
        .filter((entry) => selection.party === undefined || entry.party === selection.party)
        .filter((entry) => selection.ids === undefined || selection.ids.includes(entry.id))
        .filter((entry) => selection.text === undefined || matchesSearch(entry, selection.text));
    fc.assert(
      fc.property(
        fc.record<EntrySelection>(
          {
            afterRevision: fc.integer({ min: 0, max: 90 }),
            limit: fc.integer({ min: 0, max: 50 }),
            kind: fc.constantFrom(...kinds, 'other'),
            factor: fc.constantFrom(601, 602, 603),
            party: fc.constantFrom(...parties, 'third-party'),
            ids: fc.subarray(['e-0', 'e-1', 'e-50', 'none']),
            text: fc.constantFrom('cafe', 'CAFÉ open', 'pot', 'again potholes', 'issue', 'the -was', 'hole'),
          },
          { requiredKeys: [] },
        ),
        (selection) => {
          const wanted = expected(selection);
          expect(storedEntries(trail, 'a', selection)).toEqual(wanted.slice(0, selection.limit));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes any text as a search', async () => {
    const typed = [
      '',
      ' ',
      '"',
      '""',
      "'",
      '*',
      '-',
      'a AND',
      'NOT b',
      'x:y',
      'near(a b)',
      '^a',
      '(',
      '{a b}:c',
      '\0',
      '\ud800',
      'a"b',
      '+',
      'Ünï',
      '数据',
      'a\0b',
      '\uE000a',
    ];
    for (const text of typed) log.add('a', 'note.logged', { text, data: { note: { deep: ['needle'] } } });
    await caughtUp();
    const trail = model(trailProjection);
    const entries = log.events.map(entryOf);
    const check = (text: string): void =>
      expect(storedEntries(trail, 'a', { text }).map(({ id }) => id)).toEqual(
        entries.filter((entry) => matchesSearch(entry, text)).map(({ id }) => id),
      );
    typed.forEach(check);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), check), { numRuns: 500 });
    fc.assert(fc.property(fc.string(), check), { numRuns: 500 });
    expect(storedEntries(trail, 'a', { text: 'needle' })).toHaveLength(typed.length);
    expect(storedEntries(trail, 'a', { text: '...' })).toEqual([]);
  });

  it('lists relationships, established or only imported', async () => {
    log.add('north', 'relationship.established', {
      effective: '2019-04-01',
      data: { title: 'North', client: 'C', provider: 'P', start: '2019-04-01', end: '2029-03-31' },
      tags: ['sample'],
    });
    log.add('north', 'entry.corrected', {
      effective: null,
      answers: 'e-0',
      data: { title: 'North roads', end: null, text: 'why' },
    });
    log.add('south', 'note.logged', { effective: '2020', imported: true, claimedRecorded: '2020-08-05T00:00:00Z' });
    log.add('south', 'note.logged', { effective: '2019-06', imported: true, claimedRecorded: '2020-08-05T00:00:00Z' });
    const last = log.add('south', 'entry.agreed', { effective: null, answers: 'e-0' });
    await caughtUp();
    const list = model(relationshipsProjection);
    expect(listRelationships(list)).toMatchObject([
      {
        id: 'north',
        title: 'North roads',
        client: 'C',
        provider: 'P',
        start: '2019-04-01',
        end: null,
        entries: 2,
        established: { title: 'North roads' },
        imported: false,
        sample: true,
      },
      {
        id: 'south',
        title: 'south',
        client: null,
        start: '2019-06-30',
        firstEffective: '2019-06',
        entries: 3,
        revision: 2,
        lastPosition: last.position,
        established: null,
        imported: true,
        sample: false,
      },
    ]);
    expect(findRelationship(list, 'south')?.id).toBe('south');
    expect(findRelationship(list, 'east')).toBeNull();
  });
});
