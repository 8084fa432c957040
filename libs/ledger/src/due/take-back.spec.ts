import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore, type JsonObject } from '@app/event-store';
import type { Author } from '../entry/author';
import type { EntryBody } from '../entry/entry';
import { establishRelationship, logEntry } from '../entry/log-entry';
import { importJournal } from '../journal/import';
import { logViews } from '../log-views';
import { LedgerClock, type LedgerClockOptions } from './clock';

const TERMS = { title: 'Road', client: 'North Council', provider: 'Fieldway', start: '2026-01-01' };
const BOARD = { body: 'board', title: 'x', terms: 'x', meets: 'monthly' };
const HELD = { body: 'board', quorate: true, attended: 'x' };

describe('what the ledger says was missed, and takes back', () => {
  let directory: string;
  let store: EventStore;
  let keys = 0;
  let failures: unknown[] = [];

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'take-back-'));
    store = await openEventStore({ kind: 'sqlite', directory });
    failures = [];
    const author: Author = { role: 'operator', member: 'operator', party: null };
    const opened = Date.parse('2026-06-01T09:00:00Z');
    await establishRelationship(store, { relationship: 'road', author, key: 'open', data: TERMS }, opened);
    await log('client', '2026-06-01', 'governance.established', BOARD);
  });

  afterEach(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  const logs = async (party: string, day: string, body: EntryBody): Promise<string> => {
    const author: Author = { role: 'member', member: `m-${party}`, party };
    keys += 1;
    const request = { relationship: 'road', author, key: `${keys}`, body };
    return (await logEntry(store, request, Date.parse(`${day}T10:00:00Z`))).id;
  };
  const log = (party: string, day: string, kind: string, data: JsonObject, effective = day): Promise<string> =>
    logs(party, day, { kind, text: 'x', effective, data });
  const agree = (day: string, answers: string): Promise<string> =>
    logs('provider', day, { kind: 'entry.agreed', answers });
  const correct = (party: string, day: string, answers: string, data: JsonObject): Promise<string> =>
    logs(party, day, { kind: 'entry.corrected', text: 'x', answers, data });
  const strike = (day: string, options: Partial<LedgerClockOptions> = {}): Promise<number> =>
    new LedgerClock({
      ...{ store, views: logViews(store), onFailure: (_, error) => failures.push(error), ...options },
    }).strike(Date.parse(`${day}T12:00:00Z`));
  /** The ledger’s own: of what it said was missed the day for which it was planned. */
  const own = async (): Promise<unknown[]> =>
    ((await logViews(store).facts('road')) ?? [])
      .filter(({ party }) => party === 'ledger')
      .map(({ kind, data }) => (kind === 'entry.voided' ? kind : (data['due'] ?? kind)));

  it('is not said again, to whatever day it was moved afterwards', async () => {
    const move = await log('provider', '2026-07-02', 'meeting.postponed', { body: 'board', newDate: '2026-07-15' });
    expect(await strike('2026-07-26')).toBe(1);
    const held = await log('client', '2026-07-27', 'meeting.held', HELD, '2026-07-20');
    await agree('2026-07-28', held);
    expect(await strike('2026-07-28')).toBe(1);
    await logs('provider', '2026-07-29', { kind: 'entry.disputed', text: 'x', answers: held });
    await correct('provider', '2026-07-29', move, { newDate: '2026-07-16' });
    expect(await strike('2026-07-30')).toBe(0);
    await log('client', '2026-08-01', 'issue.raised', { issue: 'gully', title: 'Blocked', impact: 'low' });
    expect(await strike('2026-08-20')).toBeGreaterThan(0);
    expect(failures).toEqual([]);
    expect((await own()).filter((said) => said === '2026-07-01')).toHaveLength(1);
  });

  it('stops nothing else where it cannot be written', async () => {
    let looked = 0;
    const also = (): Promise<{ recorded: number; nextMs: number }> => {
      looked += 1;
      return Promise.resolve({ recorded: 0, nextMs: Infinity });
    };
    const failing: EventStore = Object.create(store) as EventStore;
    let calls = 0;
    failing.append = async (...given) => {
      calls += 1;
      if (calls === 1) throw new Error('the disk is full');
      return store.append(...given);
    };
    expect(await strike('2026-08-20', { store: failing, also })).toBe(1);
    expect([await own(), looked, failures]).toEqual([['2026-08-01'], 1, [new Error('the disk is full')]]);
    expect(await strike('2026-08-20')).toBe(1);
  });

  it.each([
    [
      'moved by a correction of one side behind it',
      '2026-07-20',
      async (move: string) => correct('provider', '2026-07-28', move, { newDate: '2026-07-12' }),
      true,
    ],
    [
      'moved to then by one side afterwards',
      '2026-07-27',
      async (move: string) => correct('provider', '2026-07-28', move, { newDate: '2026-07-25' }),
      false,
    ],
  ])('is judged as it was said: %s', async (_name, day, corrects, isTakenBack) => {
    const move = await log('provider', '2026-07-02', 'meeting.postponed', { body: 'board', newDate: '2026-07-15' });
    expect(await strike('2026-07-26')).toBe(1);
    const held = await log('client', '2026-07-27', 'meeting.held', HELD, day);
    await agree('2026-07-27', held);
    await corrects(move);
    await strike('2026-07-28');
    expect((await own()).includes('entry.voided')).toBe(isTakenBack);
  });

  it('stays missed by a meeting held later, whatever the move was corrected to', async () => {
    const move = await log('provider', '2026-07-02', 'meeting.postponed', { body: 'board', newDate: '2026-07-05' });
    expect(await strike('2026-07-16')).toBe(1);
    await agree('2026-07-21', await log('client', '2026-07-21', 'meeting.held', HELD, '2026-07-20'));
    await correct('provider', '2026-07-22', move, { newDate: '2026-07-12' });
    expect(await strike('2026-07-23')).toBe(0);
  });

  const line = (id: string, given: object): string =>
    `${JSON.stringify({ id, relationship: 'road', text: 'x', ...given })}\n`;
  const imports = async (given: object): Promise<void> => {
    const source = async function* () {
      yield Buffer.from(line('i-1', given));
    };
    const report = await importJournal(store, source, { format: 'journal', nowMs: Date.parse('2026-07-25T00:00:00Z') });
    expect(report).toMatchObject({ appended: 1, rejected: [] });
  };

  it('is not taken back by an import of a meeting of all', async () => {
    expect(await strike('2026-07-12')).toBe(1);
    await imports({ kind: 'meeting.held', party: 'joint', effective: '2026-07-05', data: HELD });
    expect(await strike('2026-07-26')).toBe(0);
  });

  it('is not taken back by an agreement that was imported', async () => {
    expect(await strike('2026-07-12')).toBe(1);
    const answers = await log('client', '2026-07-20', 'meeting.held', HELD, '2026-07-05');
    await imports({ kind: 'entry.agreed', party: 'provider', answers, data: {} });
    expect(await strike('2026-07-26')).toBe(0);
    await agree('2026-07-27', answers);
    expect(await own()).toEqual(['2026-07-01']);
  });

  it('stays missed where the meeting does for the next planned day already', async () => {
    expect(await strike('2026-07-12')).toBe(1);
    const held = await log('client', '2026-07-20', 'meeting.held', HELD, '2026-07-05');
    expect(await strike('2026-08-12')).toBe(0);
    await agree('2026-08-13', held);
    expect(await strike('2026-08-14')).toBe(0);
    expect(await own()).toEqual(['2026-07-01']);
  });

  it('leaves the next planned day to a meeting of its own, also where that is disputed afterwards', async () => {
    expect(await strike('2026-07-12')).toBe(1);
    const held = await log('client', '2026-07-20', 'meeting.held', HELD, '2026-07-05');
    await agree('2026-07-21', held);
    expect(await strike('2026-07-22')).toBe(1);
    await logs('provider', '2026-07-23', { kind: 'entry.disputed', text: 'x', answers: held });
    expect(await strike('2026-08-12')).toBe(1);
    expect(await own()).toEqual(['2026-07-01', 'entry.voided', '2026-08-01']);
  });

  it('is taken back whatever one side says before', async () => {
    expect(await strike('2026-07-12')).toBe(1);
    await log('provider', '2026-07-13', 'meeting.held', HELD, '2026-07-12');
    await agree('2026-07-21', await log('client', '2026-07-20', 'meeting.held', HELD, '2026-07-05'));
    expect(await strike('2026-07-22')).toBe(1);
  });

  it('stays missed of a benefit, whatever was agreed of its figure', async () => {
    await log('client', '2026-06-02', 'benefit.forecast', {
      ...{ benefit: 'b', title: 'x', type: 'social', cashability: 'non-cashable', to: 'both', recurring: false },
      ...{ baseline: 'x', because: 'collaboration', from: '2026-06-01', until: '2026-06-20' },
    });
    await log('client', '2026-07-01', 'meeting.held', HELD);
    expect(await strike('2026-07-20')).toBe(1);
    await agree(
      '2026-07-21',
      await log('client', '2026-07-21', 'benefit.missed', { benefit: 'b', reason: 'x' }, '2026-06-20'),
    );
    expect(await strike('2026-07-22')).toBe(0);
  });
});
