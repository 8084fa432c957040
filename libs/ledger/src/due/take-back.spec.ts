import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore, type JsonObject } from '@app/event-store';
import type { Author } from '../entry/author';
import type { EntryBody } from '../entry/entry';
import { establishRelationship, logEntry } from '../entry/log-entry';
import { exportJournal } from '../journal/export';
import { importJournal } from '../journal/import';
import { verifyLedger } from '../log/verify';
import { logViews } from '../log-views';
import type { Fact } from '../scoring/fact';
import { readingAt } from '../scoring/knowledge';
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

  describe('of a resolution whose issue is reopened', () => {
    const GULLY = { issue: 'gully' };
    let resolved: string;

    beforeEach(async () => {
      await log('client', '2026-06-02', 'issue.raised', { ...GULLY, title: 'Blocked', impact: 'low' });
      resolved = await log('provider', '2026-06-03', 'issue.resolved', { ...GULLY, resolution: 'Cleared' });
      await agreeAs('client', '2026-06-03', resolved);
    });

    const agreeAs = (party: string, day: string, answers: string): Promise<string> =>
      logs(party, day, { kind: 'entry.agreed', answers });
    const reopens = (day: string): Promise<string> =>
      log('client', day, 'issue.reopened', { ...GULLY, reason: 'Blocked again' });
    const corrections = async (from = store): Promise<Fact[]> =>
      ((await logViews(from).facts('road')) ?? []).filter(({ kind }) => kind === 'entry.corrected');
    const words = async (): Promise<unknown[]> => {
      const found = await logViews(store).entries('road', { ids: (await corrections()).map(({ id }) => id) });
      return found.map(({ text, data }) => [text, data]);
    };
    const signIn = async (from = store): Promise<unknown> =>
      readingAt((await logViews(from).facts('road')) ?? [], null).entry(resolved)?.sign;

    it('takes the plus back and gives it back, each once, also where there are two clocks', async () => {
      const reopened = await reopens('2026-06-04');
      const second = await openEventStore({ kind: 'sqlite', directory });
      try {
        const together = async (day: string): Promise<number[]> =>
          (await Promise.all([strike(day), strike(day, { store: second, views: logViews(second) })])).toSorted();
        expect(await together('2026-06-05')).toEqual([0, 1]);
        expect(await together('2026-06-05')).toEqual([0, 0]);
        await logs('provider', '2026-06-05', { kind: 'entry.disputed', answers: reopened, text: 'Another gully' });
        expect(await together('2026-06-06')).toEqual([0, 1]);
        expect(await together('2026-06-06')).toEqual([0, 0]);
      } finally {
        await second.close();
      }
      expect(await words()).toEqual([
        [`The issue was reopened: entry ${reopened} says so.`, { sign: '0' }],
        [`The issue is not held to be reopened any more: entry ${reopened} is disputed.`, { sign: '+' }],
      ]);
      expect([await signIn(), failures]).toEqual(['+', []]);
    });

    it('catches up after a pause, with what is left of it', async () => {
      const reopened = await reopens('2026-06-04');
      await logs('client', '2026-06-05', { kind: 'entry.voided', answers: reopened, text: 'x' });
      await log('client', '2026-06-06', 'issue.reopened', { ...GULLY, reason: 'Blocked again' });
      await log('provider', '2026-06-07', 'issue.resolved', { ...GULLY, resolution: 'New grates' });
      expect(await strike('2026-06-20')).toBe(1);
      expect(await corrections()).toMatchObject([{ answers: resolved, data: { sign: '0' } }]);
    });

    it('says nothing where the ledger has gone on since it was read', async () => {
      const reopened = await reopens('2026-06-04');
      const facts = await logViews(store).facts('road');
      await logs('client', '2026-06-05', { kind: 'entry.voided', answers: reopened, text: 'x' });
      await reopens('2026-06-05');
      const refused: string[] = [];
      const onRefused = (_: string, { code }: { readonly code: string }): number => refused.push(code);
      // Of which the other clock has said already.
      expect(await strike('2026-06-06')).toBe(1);
      const views = { ...logViews(store), facts: () => Promise.resolve(facts) };
      expect(await strike('2026-06-06', { views, onRefused })).toBe(0);
      expect([refused, failures]).toEqual([['not-allowed-now'], []]);
    });

    it('goes with the journal, whose lines must stand in their order', async () => {
      const reopened = await reopens('2026-06-04');
      await strike('2026-06-05');
      await logs('provider', '2026-06-05', { kind: 'entry.disputed', answers: reopened, text: 'Another gully' });
      await strike('2026-06-06');
      await agreeAs('provider', '2026-06-07', reopened);
      await strike('2026-06-08');
      const journal: string[] = [];
      for await (const each of exportJournal(store, 'road')) journal.push(each);
      const elsewhere = mkdtempSync(join(tmpdir(), 'take-back-'));
      const other = await openEventStore({ kind: 'sqlite', directory: elsewhere });
      const nowMs = Date.parse('2026-08-01T00:00:00Z');
      const into = (lines: readonly string[]): Promise<object> =>
        importJournal(other, () => chunks(lines), { format: 'journal', nowMs });
      try {
        const isOfIt = (each: string): boolean => each.includes(`"id":"${reopened}"`);
        const misplaced = [...journal.filter((each) => !isOfIt(each)), ...journal.filter(isOfIt)];
        await expect(into(misplaced)).rejects.toMatchObject({ code: 'not-allowed-now', field: 'answers' });
        expect(await into(journal)).toMatchObject({ appended: journal.length, rejected: [] });
        expect((await corrections(other)).map(({ data }) => data['sign'])).toEqual(['0', '+', '0']);
        expect(await signIn(other)).toBe('0');
        expect(await verifyLedger(other)).toMatchObject({ valid: true });
        expect(await into(journal)).toMatchObject({ appended: 0, rejected: [] });
        expect(await strike('2026-06-09', { store: other, views: logViews(other) })).toBe(0);
      } finally {
        await other.close();
        rmSync(elsewhere, { recursive: true });
      }
    });
  });
});

async function* chunks(lines: readonly string[]): AsyncGenerator<Buffer> {
  for (const each of lines) yield Buffer.from(each);
}
