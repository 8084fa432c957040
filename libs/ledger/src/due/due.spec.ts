import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore } from '@app/event-store';
import { completenessOf } from '../completeness/completeness.queries';
import { Ledger } from '../entry/ledger.fixture';
import { logEntry } from '../entry/log-entry';
import { importJournal } from '../journal/import';
import { logViews } from '../log-views';
import { LedgerClock } from './clock';
import { dueOf } from './due.queries';
import { MAX_DUE } from './limits';

const IMPORTED = Date.parse('2026-06-01T09:00:00Z');
const NOW = Date.parse('2026-09-15T09:00:00Z');

const line = (day: string, kind: string, data: object) => ({
  ...{ id: `${kind}-${day}`, relationship: 'old', kind, party: 'client', text: 'x', data },
  ...{ effective: day, recorded: `${day}T00:00:00Z` },
});

describe('what is due of a ledger that was imported', () => {
  let directory: string;
  let store: EventStore;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'due-'));
    store = await openEventStore({ kind: 'sqlite', directory });
    const lines = [
      line('2020-01-01', 'governance.established', { body: 'board', title: 'Board', terms: 'x', meets: 'yearly' }),
      line('2020-01-01', 'knowledge.planned', { plan: 'x', nextReview: '2021-01-01' }),
      line('2020-02-01', 'communication.planned', { plan: 'x', nextReview: '2026-08-31' }),
    ];
    const source = async function* () {
      for (const each of lines) yield Buffer.from(`${JSON.stringify(each)}\n`);
    };
    await importJournal(store, source, { format: 'journal', nowMs: IMPORTED });
  });

  afterEach(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  const due = async (asOf?: string): Promise<unknown[]> => {
    const answer = await dueOf(logViews(store), 'old', { within: '366', ...(asOf !== undefined && { asOf }) }, NOW);
    return answer.due.map((item) => [item.kind, item.due, item.overdue]);
  };

  it('is what came after the import, and nothing that its past left open', async () => {
    expect(await due()).toEqual([
      ['communication.review-overdue', '2026-08-31', true],
      ['meeting.missed', '2027-01-11', false],
    ]);
  });

  it('was, in that past, what was still to come', async () => {
    expect(await due('2020-06-01')).toEqual([
      ['knowledge.review-overdue', '2021-01-01', false],
      ['meeting.missed', '2021-01-11', false],
    ]);
    expect(await due('2021-01-05')).toEqual([['meeting.missed', '2021-01-11', false]]);
  });

  it('is nothing of what an import claims no recorded time for', async () => {
    const { recorded, ...missed } = line('2020-03-01', 'milestone.missed', { objective: 'o', milestone: 'm' });
    expect(recorded).toBeDefined();
    const source = async function* () {
      yield Buffer.from(JSON.stringify({ ...missed, relationship: 'other' }));
    };
    await importJournal(store, source, { format: 'journal', nowMs: IMPORTED });
    const views = logViews(store);
    expect((await dueOf(views, 'other', {}, IMPORTED)).due).toEqual([]);
    const onFailure = (relationship: string, error: unknown): never => {
      throw new Error(`${relationship} failed`, { cause: error });
    };
    expect(await new LedgerClock({ store, views, onFailure }).strike(Date.parse('2026-07-15T00:00:00Z'))).toBe(0);
  });

  it('is done by what its lines say, in whatever order they are', async () => {
    const about = { objective: 'o', milestone: 'm' };
    const told = [line('2026-05-25', 'milestone.missed', about), line('2026-05-28', 'remedial.taken', about)];
    for (const [relationship, lines] of Object.entries({ forth: told, back: told.toReversed() })) {
      const source = async function* () {
        for (const each of lines) yield Buffer.from(`${JSON.stringify({ ...each, relationship })}\n`);
      };
      await importJournal(store, source, { format: 'journal', nowMs: IMPORTED });
      expect((await dueOf(logViews(store), relationship, {}, IMPORTED)).due).toEqual([]);
    }
  });

  it('is what a live entry asks for, even where it was over by then', async () => {
    const author = { role: 'member', member: 'm-1', party: 'client' } as const;
    const body = {
      kind: 'knowledge.planned',
      text: 'x',
      effective: '2026-05-01',
      data: { plan: 'x', nextReview: '2026-05-31' },
    };
    await logEntry(store, { relationship: 'old', author, key: '1', body }, Date.parse('2026-06-02T09:00:00Z'));
    expect(await due()).toContainEqual(['knowledge.review-overdue', '2026-05-31', true]);
  });

  it('counts what it leaves out, and keeps reminders until they are done', async () => {
    const reminder = line('2020-03-01', 'case.recorded', {
      pressure: 'funding',
      position: 'x',
      nextReview: '2021-03-01',
    });
    const plan = line('2020-03-01', 'knowledge.planned', { plan: 'x', nextReview: '2021-01-01' });
    const source = async function* () {
      for (const each of [reminder, plan]) yield Buffer.from(`${JSON.stringify({ ...each, relationship: 'other' })}\n`);
    };
    await importJournal(store, source, { format: 'journal', nowMs: IMPORTED });
    expect(await dueOf(logViews(store), 'other', {}, NOW)).toMatchObject({
      leftOut: 1,
      due: [{ kind: null, due: '2021-03-01', overdue: false, parties: ['client'] }],
    });
    const author = { role: 'member', member: 'm-1', party: 'client' } as const;
    const data = { pressure: 'funding', position: 'y' };
    const body = { kind: 'case.recorded', text: 'x', effective: '2026-06-02', data };
    await logEntry(store, { relationship: 'other', author, key: '1', body }, IMPORTED + 86_400_000);
    expect(await dueOf(logViews(store), 'other', {}, NOW)).toMatchObject({ leftOut: 1, due: [] });
  });

  it('tells of what repeats no further back than a century', async () => {
    const old = line('1700-01-01', 'governance.established', {
      body: 'guild',
      title: 'x',
      terms: 'x',
      meets: 'weekly',
    });
    const indicator = { indicator: 'i', title: 'x', unit: 'x', target: 1, direction: 'at-most', every: 'month' };
    const source = async function* () {
      for (const each of [old, line('1700-01-02', 'indicator.defined', indicator)])
        yield Buffer.from(`${JSON.stringify({ ...each, relationship: 'older' })}\n`);
    };
    await importJournal(store, source, { format: 'journal', nowMs: IMPORTED });
    const { completeness } = await completenessOf(logViews(store), 'older', { asOf: '2026-09-01' }, NOW);
    expect(completeness.map(({ planned }) => planned)).toEqual([5219, 1200]);
    const { due, notShown } = await dueOf(logViews(store), 'older', { asOf: '2076-09-01' }, NOW);
    expect(due.length).toBeLessThan(MAX_DUE);
    expect(notShown).toBe(0);
  });

  it('names so many and no more, the earliest, and says how many follow', async () => {
    const ledger = new Ledger();
    for (const body of ['a', 'b']) {
      const data = { body, title: 'x', terms: 'x', meets: 'weekly' };
      ledger.logs('client', { kind: 'governance.established', data });
    }
    const answer = await dueOf(ledger.views(), 'road', { asOf: '2076-01-01', within: '0' }, NOW);
    expect(answer.due).toHaveLength(MAX_DUE);
    expect(answer.due[0]).toMatchObject({ due: '2026-01-22' });
    expect(answer.notShown).toBeGreaterThan(0);
    expect(answer.leftOut).toBe(0);
  });
});

describe('what is due of one party', () => {
  it('is what it has to do alone, and what all have to', async () => {
    const ledger = new Ledger();
    const board = { body: 'board', title: 'Board', terms: 'x', meets: 'monthly' };
    const meets = ledger.logs('client', { kind: 'governance.established', data: board });
    const issue = { issue: 'iss-1', title: 'Late', impact: 'high', owner: 'provider' };
    ledger.at('2026-01-20T09:00:00Z').logs('client', { kind: 'issue.raised', effective: '2026-01-20', data: issue });
    const left = { kind: 'sponsor.changed', data: { about: 'provider', role: 'x' } };
    const vacant = ledger.at('2026-01-21T09:00:00Z').logs('provider', { ...left, effective: '2026-01-21' });
    const entriesOf = async (party?: string): Promise<readonly string[]> => {
      const asked = party === undefined ? {} : { party };
      const { due } = await dueOf(ledger.views(), 'road', asked, Date.parse('2026-01-22T12:00:00Z'));
      if (party !== undefined) expect(due.filter(({ parties }) => !parties.includes(party))).toEqual([]);
      return due.map(({ entry }) => entry);
    };
    const all = await entriesOf();
    expect(all).toEqual(expect.arrayContaining([meets, vacant]));
    expect(await entriesOf('provider')).toEqual(all);
    expect(await entriesOf('client')).toContain(meets);
    expect(await entriesOf('client')).not.toContain(vacant);
    await expect(entriesOf('nobody')).rejects.toMatchObject({ code: 'unknown-party', field: 'party' });
  });
});
