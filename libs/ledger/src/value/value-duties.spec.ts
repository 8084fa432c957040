import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore } from '@app/event-store';
import { LedgerClock } from '../due/clock';
import { dueOf } from '../due/due.queries';
import type { Author } from '../entry/author';
import type { EntryBody } from '../entry/entry';
import { establishRelationship, logEntry } from '../entry/log-entry';
import { importJournal } from '../journal/import';
import { logViews } from '../log-views';
import { benefitsOf } from './benefits.queries';
import { ideasOf } from './ideas.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const OPENED = Date.parse('2026-01-01T09:00:00Z');
const TERMS = { title: 'Road', client: 'North Council', provider: 'Fieldway', start: '2026-01-01' };
const AUTHORS: Readonly<Record<string, Author>> = {
  client: { role: 'member', member: 'm-1', party: 'client' },
  provider: { role: 'member', member: 'm-2', party: 'provider' },
};

describe('the clock of value', () => {
  let directory: string;
  let store: EventStore;
  let keys = 0;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'value-'));
    store = await openEventStore({ kind: 'sqlite', directory });
    const author: Author = { role: 'operator', member: 'operator', party: null };
    await establishRelationship(store, { relationship: 'road', author, key: 'open', data: TERMS }, OPENED);
  });

  afterEach(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  const onFailure = (relationship: string, error: unknown): never => {
    throw new Error(`${relationship} failed`, { cause: error });
  };
  const strike = (at: string): Promise<number> =>
    new LedgerClock({ store, views: logViews(store), onFailure }).strike(Date.parse(at));
  const log = async (party: string, day: string, body: Omit<EntryBody, 'text'>): Promise<string> => {
    keys += 1;
    const effective = body.answers === undefined ? { effective: day } : {};
    const request = {
      relationship: 'road',
      author: AUTHORS[party] as Author,
      key: `${keys}`,
      body: { text: 'x', ...effective, ...body },
    };
    return (await logEntry(store, request, Date.parse(`${day}T10:00:00Z`))).id;
  };
  const derived = async (relationship = 'road'): Promise<unknown[]> =>
    ((await logViews(store).facts(relationship)) ?? [])
      .filter(({ party }) => party === 'ledger')
      .map(({ kind, effective, data, sign, severity, factor }) => [kind, effective, data, sign, severity, factor]);

  const proposed = { kind: 'idea.proposed', data: { idea: 'night', title: 'Night works' } };
  const tested = { kind: 'idea.tested', data: { idea: 'night', result: 'Works' } };
  const unanswered = (due: string) => [
    'idea.unanswered', due, { idea: 'night', about: 'client', due }, '-', 'minor', 610,
  ]; // prettier-ignore
  const forecast = (until: string, from = '2026-01-01') => ({
    kind: 'benefit.forecast',
    data: {
      ...{ benefit: 'gangs', title: 'Gangs', type: 'social', cashability: 'non-cashable', to: 'community' },
      ...{ recurring: false, baseline: 'None', because: 'collaboration', from, until },
    },
  });
  const report = { kind: 'benefit.missed', data: { benefit: 'gangs', reason: 'Rain' } };

  it('says once, of the other party, that an idea had no answer in sixty days, also after a pause', async () => {
    await log('provider', '2026-01-05', proposed);
    expect(await strike('2026-03-06T23:59:59.999Z')).toBe(0);
    await log('client', '2026-03-20', tested);
    expect(await strike('2026-09-01T00:00:00Z')).toBe(1);
    expect(await strike('2026-09-02T00:00:00Z')).toBe(0);
    expect(await derived()).toEqual([unanswered('2026-03-06')]);
    const { ideas } = await ideasOf(logViews(store), 'road', { asOf: '2026-09-01' }, NOW);
    expect(ideas).toMatchObject([
      { answerDue: '2026-03-06', answered: '2026-03-20', inTime: false, unanswered: expect.any(String) },
    ]);
  });

  it.each([
    ['idea.tested', { result: 'Works' }],
    ['idea.implemented', {}],
    ['idea.declined', { reason: 'Too dark' }],
  ] as const)('takes %s of the other party as an answer', async (kind, said) => {
    await log('provider', '2026-01-05', proposed);
    await log('client', '2026-03-06', { kind, data: { idea: 'night', ...said } });
    expect(await strike('2026-09-01T00:00:00Z')).toBe(0);
  });

  it('takes what the proposer did itself as an answer from when the other agrees', async () => {
    await log('provider', '2026-01-05', proposed);
    const own = await log('provider', '2026-02-01', tested);
    const due = async (asOf: string) => (await dueOf(logViews(store), 'road', { asOf }, NOW)).due;
    expect(await due('2026-03-01')).toMatchObject([
      { kind: 'idea.unanswered', due: '2026-03-06', parties: ['client'] },
    ]);
    await log('client', '2026-03-20', { kind: 'entry.agreed', answers: own });
    expect(await due('2026-03-20')).toEqual([]);
    expect(await strike('2026-09-01T00:00:00Z')).toBe(1);
    expect(await derived()).toEqual([unanswered('2026-03-06')]);
  });

  it('takes such an agreement in time, and what the proposer takes back', async () => {
    await log('provider', '2026-01-05', proposed);
    const own = await log('provider', '2026-02-01', tested);
    await log('client', '2026-03-06', { kind: 'entry.agreed', answers: own });
    await log('client', '2026-03-07', { ...proposed, data: { ...proposed.data, idea: 'vans' } });
    await log('client', '2026-03-08', { kind: 'idea.declined', data: { idea: 'vans', reason: 'Insurance' } });
    expect(await strike('2026-09-01T00:00:00Z')).toBe(0);
  });

  it('says once that nobody reported on a benefit, some days after its period, however coarse', async () => {
    await log('provider', '2026-01-05', forecast('2026-03'));
    const { due } = await dueOf(logViews(store), 'road', { asOf: '2026-03-01' }, NOW);
    expect(due).toMatchObject([{ kind: 'benefit.unreported', due: '2026-04-14', parties: ['client', 'provider'] }]);
    expect(await strike('2026-04-14T22:59:59.999Z')).toBe(0);
    expect(await strike('2026-04-14T23:00:00Z')).toBe(1);
    await log('client', '2026-05-01', report);
    expect(await strike('2026-09-01T00:00:00Z')).toBe(0);
    expect(await derived()).toEqual([
      ['benefit.unreported', '2026-04-14', { benefit: 'gangs', due: '2026-04-14' }, '-', 'moderate', 610],
    ]);
    const { benefits } = await benefitsOf(logViews(store), 'road', { asOf: '2026-04-30' }, NOW);
    expect(benefits).toMatchObject([
      { situation: 'unreported', reportDue: '2026-04-14', unreported: expect.any(String) },
    ]);
  });

  it('says nothing of a report in time, nor of a forecast that is logged late or was voided', async () => {
    await log('provider', '2026-01-05', forecast('2026-03-31'));
    await log('client', '2026-04-14', report);
    const late = forecast('2025-12-31', '2025-01-01');
    await log('client', '2026-05-01', { ...late, data: { ...late.data, benefit: 'late' } });
    const other = forecast('2026-06-30');
    const id = await log('client', '2026-05-01', { ...other, data: { ...other.data, benefit: 'other' } });
    await log('client', '2026-05-02', { kind: 'entry.voided', answers: id });
    expect(await strike('2027-01-01T00:00:00Z')).toBe(0);
    const { benefits } = await benefitsOf(logViews(store), 'road', {}, Date.parse('2027-01-01T00:00:00Z'));
    expect(benefits.map(({ id, situation }) => [id, situation])).toEqual([
      ['gangs', 'missed'],
      ['late', 'forecast'],
    ]);
  });

  it('says nothing of the imported past', async () => {
    const lines = [proposed, forecast('2020-12-31', '2020-01-01')].map((body, index) => ({
      ...{ id: `i-${index}`, relationship: 'old', party: 'client', text: 'x', ...body },
      ...{ effective: '2020-01-01', recorded: '2020-01-02T00:00:00Z' },
    }));
    const source = async function* () {
      yield Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'));
    };
    await importJournal(store, source, { format: 'journal', nowMs: OPENED });
    expect(await strike('2027-01-01T00:00:00Z')).toBe(0);
    expect(await derived('old')).toEqual([]);
    const { benefits } = await benefitsOf(logViews(store), 'old', {}, Date.parse('2027-01-01T00:00:00Z'));
    expect(benefits).toMatchObject([{ situation: 'forecast', unreported: null }]);
  });
});
