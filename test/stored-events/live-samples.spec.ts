import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore, type RecordedEvent } from '@app/event-store';
import { catalogue, entryOfEvent, envelopeOf, establishRelationship, importJournal, Problem, streamOf, type Author } from '@app/ledger'; // prettier-ignore
import { logEntry } from '../../libs/ledger/src/entry/log-entry';
import { lineOf } from '../../libs/ledger/src/journal/export';
import { LIVE_SAMPLES } from './live-samples';
import type { By, Refused, Said, Told } from './sample';

const NOW_MS = Date.parse('2026-06-01T09:00:00Z');
const TODAY = '2026-06-01';
const AUTHORS: Readonly<Record<Exclude<By, 'both'>, Author>> = {
  client: { role: 'member', member: 'm-1', party: 'client' },
  provider: { role: 'member', member: 'm-2', party: 'provider' },
  auditor: { role: 'auditor', member: 'm-5', party: null },
};
const OPERATOR: Author = { role: 'operator', member: 'operator', party: null };
const TERMS = { title: 'Road', client: 'North Council', provider: 'Fieldway', start: '2026-01-01', end: '2030-12-31' };
const KINDS = new Map(catalogue.kinds.map((kind) => [kind.kind, kind]));

describe('every kind of the catalogue', () => {
  let directory: string;
  let store: EventStore;
  let keys = 0;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'live-samples-'));
    store = await openEventStore({ kind: 'sqlite', directory });
  });
  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  /** A ledger of its own for each sample. */
  async function open(kind: string): Promise<string> {
    const relationship = `${kind}-${++keys}`;
    if (LIVE_SAMPLES[kind]?.imported !== true) {
      // Candidates stand in a ledger of their own.
      const isSelection = KINDS.get(kind)?.family === 'selection';
      const opening = { relationship, author: OPERATOR, key: 'open', data: TERMS, isSelection };
      await establishRelationship(store, opening, NOW_MS);
      return relationship;
    }
    const line = { id: 'i-1', relationship, kind: 'note.logged', party: 'client', effective: '2026-01-01', text: 'x' };
    await importLines([line]);
    return relationship;
  }

  async function eventsOf(relationship: string): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of store.read(streamOf(relationship))) events.push(event);
    return events;
  }

  const importLines = (lines: readonly object[]) => {
    const source = async function* () {
      yield Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    };
    return importJournal(store, source, { format: 'journal', nowMs: NOW_MS });
  };

  const log = async (relationship: string, by: Exclude<By, 'both'>, kind: string, said: Said): Promise<string> => {
    const dated = KINDS.get(kind)?.answer === true ? {} : { effective: TODAY };
    const request = { relationship, author: AUTHORS[by], key: `${++keys}`, body: { ...dated, ...said, kind } };
    return (await logEntry(store, request, NOW_MS)).id;
  };

  /** Answers the id of the entry; an answer is about the last one. */
  async function tell(relationship: string, [by, kind, said]: Told, last?: string): Promise<string> {
    const about = KINDS.get(kind)?.answer === true && last !== undefined ? { answers: last } : {};
    const id = await log(relationship, by === 'both' ? 'client' : by, kind, { ...about, ...said });
    if (by === 'both') await log(relationship, 'provider', 'entry.agreed', { answers: id });
    return id;
  }

  async function prepare(kind: string): Promise<{ readonly relationship: string; readonly last: string | undefined }> {
    const relationship = await open(kind);
    let last: string | undefined;
    for (const told of LIVE_SAMPLES[kind]?.before ?? []) last = await tell(relationship, told);
    return { relationship, last };
  }

  it('has a sample and a refused example, and nothing else has', () => {
    expect(Object.keys(LIVE_SAMPLES)).toEqual(catalogue.kinds.map(({ kind }) => kind));
  });

  it('is accepted by an import as it was stored', async () => {
    const file = join(__dirname, 'v1.ndjson');
    const events = readFileSync(file, 'utf8').trimEnd().split('\n');
    const entries = events.map((line) => entryOfEvent({ ...(JSON.parse(line) as RecordedEvent), position: '0' }));
    const report = await importLines(entries.map(lineOf));
    expect(report).toMatchObject({ appended: entries.length, rejected: [] });
  });

  const live = catalogue.kinds.filter(({ kind }) => LIVE_SAMPLES[kind]?.said !== null).map(({ kind }) => kind);
  it.each(live)('is taken live: %s', async (kind) => {
    const { by = 'client', said } = LIVE_SAMPLES[kind] ?? {};
    const { relationship, last } = await prepare(kind);
    const id = await tell(relationship, [by, kind, said ?? {}], last);
    const event = (await eventsOf(relationship)).find((each) => envelopeOf(each).id === id);
    expect(event?.type).toBe(`${kind}.v1`);
    expect(envelopeOf(event as RecordedEvent)).toMatchObject({ kind, imported: false });
  });

  it('is written by the ledger, or the operator, alone where nobody can log it', () => {
    const nobodys = catalogue.kinds.filter(({ kind }) => !live.includes(kind));
    const byLedger = nobodys.filter(({ derived, byLedger: own }) => derived === true || own === true);
    expect(nobodys.filter((kind) => !byLedger.includes(kind)).map(({ kind }) => kind)).toEqual([
      'relationship.established',
    ]);
  });

  it.each(catalogue.kinds.map(({ kind }) => kind))('refuses what is wrong, and changes nothing: %s', async (kind) => {
    const { by: author = 'client', said: taken, refused } = LIVE_SAMPLES[kind] as (typeof LIVE_SAMPLES)[string];
    const { relationship, last } = await prepare(kind);
    const before = await eventsOf(relationship);
    const by = refused.by ?? author;
    const wrong = tell(relationship, [by, kind, changed(taken ?? {}, refused.said)], last);
    const problem: unknown = await wrong.then(
      () => 'taken',
      (error: unknown) => error,
    );
    if (!(problem instanceof Problem)) throw new Error(`${kind} was not refused: ${String(problem)}`);
    expect([problem.code, problem.field]).toEqual([refused.code, refused.field]);
    expect(await eventsOf(relationship)).toHaveLength(before.length);
  });
});

function changed(said: Said, change: Refused['said']): Said {
  const data = Object.entries({ ...said.data, ...change.data }).filter(([, value]) => value !== undefined);
  return { ...said, ...change, data: Object.fromEntries(data) as NonNullable<Said['data']> };
}
