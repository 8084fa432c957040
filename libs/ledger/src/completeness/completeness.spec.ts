import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { completenessOf, type Completeness } from './completeness.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const BODY = { body: 'board' };

describe('completeness', () => {
  let ledger: Ledger;
  let board: string;
  let delays: string;

  beforeEach(() => {
    ledger = new Ledger();
    board = ledger.logs('client', {
      kind: 'governance.established',
      effective: '2026-01-05',
      data: { ...BODY, title: 'Joint board', terms: 'x', meets: 'monthly' },
    });
    delays = ledger.logs('client', {
      kind: 'indicator.defined',
      data: { indicator: 'delays', title: 'Delays', unit: 'h', target: 3, direction: 'at-most', every: 'month' },
    });
  });

  const ask = (clocks: Clocks): Promise<Completeness> => completenessOf(ledger.views(), 'road', clocks, NOW);
  const met = (day: string): string =>
    ledger.at(`${day}T15:00:00Z`).logs('client', {
      kind: 'meeting.held',
      effective: day,
      data: { ...BODY, quorate: true, attended: 'All' },
    });
  const measured = (day: string): string =>
    ledger.at(`${day}T15:00:00Z`).logs('provider', {
      kind: 'indicator.measured',
      effective: day,
      data: { indicator: 'delays', value: 1, from: '2026-02-01', until: '2026-02-28' },
    });

  it('counts planned against logged meetings, and names the days of those that the record lacks', async () => {
    const [first, third] = [met('2026-02-10'), met('2026-04-05')];
    expect((await ask({ asOf: '2026-04-30' })).completeness[0]).toEqual({
      ...{ of: 'meetings', id: 'board', title: 'Joint board', planned: 3, logged: 2, missing: ['2026-03-05'] },
      entries: [board, first, third],
    });
    expect((await ask({ asOf: '2026-02-28' })).completeness[0]).toMatchObject({ planned: 1, logged: 1, missing: [] });
    expect((await ask({ asOf: '2026-02-28', knownAt: '2026-02-01' })).completeness[0]).toMatchObject({
      ...{ planned: 1, logged: 0, missing: ['2026-02-05'] },
    });
  });

  it('counts one meeting once, and two of one month not for the next', async () => {
    met('2026-02-04');
    met('2026-02-05');
    expect((await ask({ asOf: '2026-03-31' })).completeness[0]).toMatchObject({ planned: 2, logged: 1 });
  });

  it('counts meetings by the days on which they were, whenever they were logged', async () => {
    for (const day of ['2026-02-05', '2026-03-05', '2026-04-05']) {
      ledger.at('2026-05-01T09:00:00Z').logs('client', {
        kind: 'meeting.held',
        effective: day,
        data: { ...BODY, quorate: true, attended: 'All' },
      });
    }
    expect((await ask({ asOf: '2026-05-02' })).completeness[0]).toMatchObject({ planned: 3, logged: 3, missing: [] });
    expect((await ask({ asOf: '2026-05-02', knownAt: '2026-04-30' })).completeness[0]).toMatchObject({ logged: 0 });
  });

  it('counts what was planned of the past, though a body or an indicator was logged late', async () => {
    ledger = new Ledger().at('2026-06-01T09:00:00Z');
    const [board, effective] = [{ ...BODY, title: 'Joint board', terms: 'x', meets: 'monthly' }, '2026-01-05'];
    ledger.logs('client', { kind: 'governance.established', effective, data: board });
    const delays = { indicator: 'delays', title: 'Delays', unit: 'h', target: 3, direction: 'at-most', every: 'month' };
    ledger.logs('client', { kind: 'indicator.defined', effective, data: delays });
    const held = { ...BODY, quorate: true, attended: 'All' };
    ledger.logs('client', { kind: 'meeting.held', effective: '2026-03-05', data: held });
    const { completeness } = await ask({ asOf: '2026-06-02' });
    expect(completeness).toMatchObject([
      { planned: 4, logged: 1, missing: ['2026-02-05', '2026-04-05', '2026-05-05'] },
      { planned: 3, logged: 0, missing: ['2026-03-14', '2026-04-14', '2026-05-14'] },
    ]);
    expect(ledger.strikes('2026-06-02T09:00:00Z')).toEqual([]);
  });

  it('counts reports of periods whose report is due', async () => {
    const report = measured('2026-03-05');
    // That of March is due on 14 April.
    expect((await ask({ asOf: '2026-04-13' })).completeness[1]).toEqual({
      ...{
        of: 'reports',
        id: 'delays',
        title: 'Delays',
        planned: 1,
        logged: 1,
        missing: [],
        entries: [delays, report],
      },
    });
    expect((await ask({ asOf: '2026-04-14' })).completeness[1]).toMatchObject({
      ...{ planned: 2, logged: 1, missing: ['2026-04-14'] },
    });
  });

  it('names whole months in which nothing happened', async () => {
    met('2026-03-31');
    expect(await ask({ asOf: '2026-03-31' })).toMatchObject({ silentMonths: ['2026-02'], months: 3 });
    expect(await ask({ asOf: '2026-03-30' })).toMatchObject({ silentMonths: ['2026-02'], months: 2 });
    expect(await ask({ asOf: '2026-01-30' })).toMatchObject({ silentMonths: [], months: 0 });
  });

  it('begins with the first whole month', async () => {
    ledger = new Ledger({ start: '2026-01-15' });
    ledger.at('2026-03-10T09:00:00Z').logs('client', { kind: 'note.logged', effective: '2026-03-09', text: 'x' });
    expect(await ask({ asOf: '2026-03-31' })).toMatchObject({ silentMonths: ['2026-02'], months: 2 });
  });

  it('looks no further than the contract lasts', async () => {
    ledger.agree({ kind: 'contract.amended', data: { title: 'x', what: 'term', end: '2026-02-28' } });
    expect(await ask({ asOf: '2026-12-31' })).toMatchObject({ months: 2, completeness: [{ planned: 1 }, {}] });
  });
});
