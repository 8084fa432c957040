import { Ledger } from '../entry/ledger.fixture';
import { facts } from '../scoring/journal.fixture';
import { score } from '../scoring/score';
import { viewsOf } from '../views.fixture';
import { lateLoggingOf } from './late-logging.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const NOTE = { kind: 'note.logged', factor: 614, sign: '-', text: 'x' } as const;

describe('late logging', () => {
  it('is the days between what happened and its record, per party', async () => {
    const ledger = new Ledger();
    const late = ledger.at('2026-03-10T09:00:00Z').logs('client', { ...NOTE, effective: '2026-02-01' });
    ledger.logs('client', { ...NOTE, effective: '2026-03-08' });
    ledger.logs('client', { ...NOTE, effective: '2026-03-10' });
    ledger.logs('provider', { ...NOTE, effective: '2026-03-01' });
    const { lateLogging, answerDays } = await lateLoggingOf(ledger.views(), 'road', {}, NOW);
    expect(answerDays).toBe(28);
    expect(lateLogging).toEqual([
      {
        ...{ party: 'client', logged: 4, medianDays: 2, upperQuartileDays: 4, longestDays: 37 },
        ...{ late: [{ entry: late, kind: 'note.logged', days: 37 }], entries: [late] },
      },
      { party: 'provider', logged: 1, medianDays: 9, upperQuartileDays: 9, longestDays: 9, late: [], entries: [] },
    ]);
    const earlier = await lateLoggingOf(ledger.views(), 'road', { knownAt: '2026-03-09' }, NOW);
    expect(earlier.lateLogging).toMatchObject([{ party: 'client', logged: 1 }]);
  });

  it('takes a coarse date as far as it reaches', async () => {
    const ledger = new Ledger();
    ledger.at('2026-03-10T09:00:00Z').logs('provider', { ...NOTE, effective: '2026-03' });
    const { lateLogging } = await lateLoggingOf(ledger.views(), 'road', {}, NOW);
    expect(lateLogging[1]).toMatchObject({ party: 'provider', longestDays: 0 });
  });

  it('says nothing of an import that claims no recorded time', async () => {
    const [fact] = facts({ ...NOTE, effective: '2019-01-01' });
    if (fact === undefined) throw new Error('one fact');
    expect((await lateLoggingOf(viewsOf([fact]), 'road', {}, NOW)).lateLogging).toEqual([]);
    const claimed = { ...fact, ledgerRecorded: NOW };
    expect((await lateLoggingOf(viewsOf([claimed]), 'road', {}, NOW)).lateLogging).toMatchObject([{ logged: 1 }]);
  });

  it('lowers no score', () => {
    const scoreOf = (recorded: string) =>
      score(facts({ ...NOTE, effective: '2019-01-01', recorded }), { relationship: 'road', asOf: '2019-06-30' });
    expect(scoreOf('2019-06-30T10:00:00Z')).toEqual(scoreOf('2019-01-01T10:00:00Z'));
  });
});
