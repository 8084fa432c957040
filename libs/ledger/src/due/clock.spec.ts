import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore } from '@app/event-store';
import type { Author } from '../entry/author';
import { establishRelationship, logEntry } from '../entry/log-entry';
import { importJournal } from '../journal/import';
import { logViews } from '../log-views';
import type { EntryBody } from '../entry/entry';
import { LedgerClock } from './clock';

const MONDAY = Date.parse('2026-06-01T09:00:00Z');
const TERMS = { title: 'Road', client: 'North Council', provider: 'Fieldway', start: '2026-01-01' };
const AUTHORS: Readonly<Record<string, Author>> = {
  client: { role: 'member', member: 'm-1', party: 'client' },
  provider: { role: 'member', member: 'm-2', party: 'provider' },
};

describe('the clock of the ledger', () => {
  let directory: string;
  let store: EventStore;
  let keys = 0;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'clock-'));
    store = await openEventStore({ kind: 'sqlite', directory });
    const author: Author = { role: 'operator', member: 'operator', party: null };
    await establishRelationship(store, { relationship: 'road', author, key: 'open', data: TERMS }, MONDAY);
  });

  afterEach(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  const onFailure = (relationship: string, error: unknown): never => {
    throw new Error(`${relationship} failed`, { cause: error });
  };
  const clock = (): LedgerClock => new LedgerClock({ store, views: logViews(store), onFailure });
  /** A clock that knows nothing of what it was told before. */
  const strike = (at: string): Promise<number> => clock().strike(Date.parse(at));
  const log = async (party: string, at: string, body: EntryBody): Promise<string> => {
    const author = AUTHORS[party] as Author;
    keys += 1;
    const effective = body.answers === undefined ? { effective: at.slice(0, 10) } : {};
    const request = { relationship: 'road', author, key: `${keys}`, body: { ...effective, ...body } };
    return (await logEntry(store, request, Date.parse(at))).id;
  };
  const raised = {
    kind: 'issue.raised',
    text: 'x',
    data: { issue: 'gully', title: 'Blocked', impact: 'low' },
  } as const;
  const derived = async (): Promise<unknown[]> =>
    ((await logViews(store).facts('road')) ?? [])
      .filter(({ party }) => party === 'ledger')
      .map(({ kind, effective, recorded, data, sign, factor }) => ({
        kind, effective, recorded: new Date(recorded).toISOString(), data, sign, factor,
      })); // prettier-ignore

  it('says once that a level’s time ran out, on the day on which it did', async () => {
    await log('client', '2026-06-01T10:00:00Z', raised);
    expect(await strike('2026-06-08T22:59:59.999Z')).toBe(0);
    expect(await strike('2026-06-08T23:00:00Z')).toBe(1);
    expect(await strike('2026-06-09T00:00:00Z')).toBe(0);
    expect(await derived()).toEqual([
      {
        kind: 'issue.deadline-missed',
        effective: '2026-06-08',
        recorded: '2026-06-08T23:00:00.000Z',
        data: { issue: 'gully', level: '1', due: '2026-06-08T22:59:59.999Z' },
        sign: '-',
        factor: 609,
      },
    ]);
  });

  it('after a pause, comes to the same as if it had never stopped', async () => {
    await log('client', '2026-06-01T10:00:00Z', raised);
    await log('client', '2026-06-10T10:00:00Z', {
      kind: 'issue.escalated',
      text: 'x',
      data: { issue: 'gully', level: '2', reason: 'x' },
    });
    await log('provider', '2026-07-01T10:00:00Z', {
      kind: 'issue.resolved',
      text: 'x',
      data: { issue: 'gully', resolution: 'x' },
    });
    expect(await strike('2026-12-01T00:00:00Z')).toBe(2);
    expect(await derived()).toMatchObject([
      { effective: '2026-06-08', data: { level: '1' } },
      { effective: '2026-06-24', data: { level: '2' } },
    ]);
  });

  it('two of them at once write everything once', async () => {
    const second = await openEventStore({ kind: 'sqlite', directory });
    try {
      await log('client', '2026-06-01T10:00:00Z', raised);
      const now = Date.parse('2026-07-01T00:00:00Z');
      const clocks = [store, second].map((each) => new LedgerClock({ store: each, views: logViews(each), onFailure }));
      const counts = await Promise.all(clocks.map((each) => each.strike(now)));
      expect(counts.toSorted()).toEqual([0, 1]);
      expect(await derived()).toHaveLength(1);
    } finally {
      await second.close();
    }
  });

  it('leaves alone what was done in time, withdrawn, extended by both or at a level without a limit', async () => {
    await log('client', '2026-06-01T10:00:00Z', raised);
    const extended = await log('client', '2026-06-02T10:00:00Z', {
      kind: 'issue.extended', text: 'x', data: { issue: 'gully', due: '2026-06-30', reason: 'x' },
    }); // prettier-ignore
    await log('provider', '2026-06-03T10:00:00Z', { kind: 'entry.agreed', answers: extended });
    expect(await strike('2026-06-30T22:59:59Z')).toBe(0);
    await log('provider', '2026-06-30T20:00:00Z', {
      kind: 'issue.escalated',
      text: 'x',
      data: { issue: 'gully', level: '4', reason: 'x' },
    });
    expect(await strike('2027-06-30T22:59:59Z')).toBe(0);
  });

  it('begins a level anew when an issue is reopened', async () => {
    await log('client', '2026-06-01T10:00:00Z', raised);
    await log('provider', '2026-06-02T10:00:00Z', {
      kind: 'issue.resolved',
      text: 'x',
      data: { issue: 'gully', resolution: 'x' },
    });
    await log('client', '2026-07-01T10:00:00Z', {
      kind: 'issue.reopened',
      text: 'x',
      data: { issue: 'gully', reason: 'x' },
    });
    expect(await strike('2026-07-08T22:00:00Z')).toBe(0);
    expect(await strike('2026-07-09T00:00:00Z')).toBe(1);
  });

  it('says nothing of what was imported, nor of an issue that was over when it was logged late', async () => {
    const line = {
      ...{ id: 'i-1', relationship: 'old', kind: 'issue.raised', party: 'client', text: 'x' },
      ...{ effective: '2020-01-01', recorded: '2020-01-01T00:00:00Z', data: { issue: 'a', title: 'A', impact: 'low' } },
    };
    const source = async function* () {
      yield Buffer.from(JSON.stringify(line));
    };
    await importJournal(store, source, { format: 'journal', nowMs: MONDAY });
    await log('client', '2026-06-01T10:00:00Z', { ...raised, effective: '2026-01-01' });
    expect(await strike('2026-06-05T00:00:00Z')).toBe(0);
  });

  describe('of a document that is to be reviewed', () => {
    const issue = (at: string, nextReview: string): Promise<string> =>
      log('client', at, { kind: 'plan.issued', text: 'x', data: { version: '1', nextReview } });
    const agree = async (logged: string, agreed: string, nextReview: string): Promise<void> => {
      const data = { version: '1', howReviewed: 'x', nextReview };
      const answers = await log('client', logged, { kind: 'plan.agreed', text: 'x', data });
      await log('provider', agreed, { kind: 'entry.agreed', answers });
    };
    const overdue = (day: string) => ({ kind: 'plan.review-overdue', effective: day, data: { due: day }, sign: '-' });

    it('says once that it was not, also after a pause', async () => {
      await issue('2026-06-01T10:00:00Z', '2026-08-31');
      expect(await strike('2026-08-31T22:59:59Z')).toBe(0);
      await log('client', '2026-09-10T10:00:00Z', {
        kind: 'plan.reviewed', text: 'x', data: { version: '1.1', finding: 'x', nextReview: '2026-11-30' },
      }); // prettier-ignore
      expect(await strike('2026-12-24T00:00:00Z')).toBe(2);
      expect(await strike('2026-12-25T00:00:00Z')).toBe(0);
      expect(await derived()).toMatchObject([overdue('2026-08-31'), overdue('2026-11-30')]);
    });

    it('takes an agreement from the day on which all had agreed', async () => {
      await issue('2026-06-01T10:00:00Z', '2026-08-31');
      await agree('2026-08-01T10:00:00Z', '2026-09-02T10:00:00Z', '2026-09-01');
      // The review was due while nothing was agreed; that which the agreement names was over before it was.
      expect(await strike('2026-12-24T00:00:00Z')).toBe(1);
      expect(await derived()).toMatchObject([overdue('2026-08-31')]);
    });

    it('says nothing of a reminder', async () => {
      await issue('2026-06-01T10:00:00Z', '2028-08-31');
      await log('client', '2026-06-02T10:00:00Z', {
        kind: 'contract.amended', text: 'x', data: { title: 'Two more years' },
      }); // prettier-ignore
      expect(await strike('2026-12-24T00:00:00Z')).toBe(0);
    });
  });
});
