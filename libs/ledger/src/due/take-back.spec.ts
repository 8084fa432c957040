import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore, type JsonObject } from '@app/event-store';
import type { Author } from '../entry/author';
import type { EntryBody } from '../entry/entry';
import { establishRelationship, logEntry } from '../entry/log-entry';
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
});
