import { Ledger } from '../entry/ledger.fixture';
import type { Clocks } from '../parameters';
import { indicatorsOf, type Indicator } from './indicators.queries';
import { deductionsOf, paymentsOf } from './payments.queries';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const RATE = { indicator: 'rate' };
const pounds = (amount: string) => ({ amount, currency: 'GBP' });
const defined = (data: object = {}) => ({
  kind: 'indicator.defined',
  data: { ...RATE, title: 'On time', unit: '%', target: 90, direction: 'at-least', every: 'month', ...data },
});
const measured = (value: number, data: object = {}) => ({
  kind: 'indicator.measured',
  effective: '2026-03-02',
  data: { ...RATE, value, from: '2026-02-01', until: '2026-02-28', ...data },
});
const acted = { kind: 'indicator.acted-on', effective: '2026-03-02', data: { ...RATE, action: 'A look ahead' } };

describe('the register of indicators', () => {
  let ledger: Ledger;
  let first: string;

  beforeEach(() => {
    ledger = new Ledger({ end: '2026-12-31' });
    first = ledger.logs('client', defined());
    ledger.at('2026-03-02T09:00:00Z');
  });

  async function only(clocks: Clocks = {}): Promise<Indicator | undefined> {
    const { indicators } = await indicatorsOf(ledger.views(), 'road', clocks, NOW);
    expect(indicators.length).toBeLessThan(2);
    return indicators[0];
  }

  it('holds the target with its direction and period, and when the first figure is due', async () => {
    expect(await only({ asOf: '2026-01-31' })).toEqual({
      id: 'rate',
      title: 'On time',
      situation: 'not-measured',
      unit: '%',
      target: 90,
      direction: 'at-least',
      every: 'month',
      defined: '2026-01-05',
      definedBy: 'client',
      value: null,
      from: null,
      until: null,
      figureDue: '2026-03-14',
      actDue: null,
      measurements: [],
      acts: [],
      unacted: [],
      overdue: [],
      deductions: [],
      entries: [first],
    });
    expect(await only({ asOf: '2027-01-15' })).toMatchObject({ figureDue: null });
  });

  it('shows a miss with its reason, which costs nothing, and until when to act on it', async () => {
    const miss = ledger.logs('provider', measured(80, { reason: 'Two posts empty' }));
    expect(ledger.last()).toMatchObject({ sign: '0' });
    const shown = { entry: miss, value: 80, onTarget: false, reason: 'Two posts empty', by: 'provider' };
    const waiting = { situation: 'off-target', value: 80, from: '2026-02-01', until: '2026-02-28' };
    expect(await only({ asOf: '2026-03-02' })).toMatchObject({
      ...waiting,
      figureDue: '2026-04-14',
      actDue: '2026-03-30',
      measurements: [shown],
    });
    const act = ledger.logs('client', acted);
    expect(await only({ asOf: '2026-03-02' })).toMatchObject({
      ...waiting,
      actDue: null,
      acts: [{ entry: act, by: 'client', action: 'A look ahead' }],
    });
  });

  it('shows what was not done: figures not given, and misses on which nobody acted', async () => {
    ledger.logs('provider', measured(80));
    const [unacted, overdue] = ledger.strikes('2026-04-20T00:00:00Z');
    expect(await only({ asOf: '2026-04-20' })).toMatchObject({
      actDue: null,
      unacted: [{ entry: unacted, due: '2026-03-30' }],
      overdue: [{ entry: overdue, due: '2026-04-14' }],
    });
  });

  it('judges by the period, not by the day of logging, and at most is a direction too', async () => {
    ledger = new Ledger();
    ledger.logs('client', defined({ target: 4, direction: 'at-most' }));
    ledger.at('2026-03-02T09:00:00Z');
    ledger.logs('provider', measured(4));
    ledger.logs('provider', measured(9, { from: '2026-01-01', until: '2026-01-31' }));
    expect(await only()).toMatchObject({
      situation: 'on-target',
      value: 4,
      measurements: [{ onTarget: true }, { onTarget: false }],
    });
  });

  it('goes by a figure that nobody disputes where there is one', async () => {
    const own = ledger.logs('provider', measured(95));
    ledger.logs('client', { kind: 'entry.disputed', answers: own, text: 'We counted.' });
    expect(await only()).toMatchObject({ situation: 'on-target', value: 95, measurements: [{ status: 'disputed' }] });
    ledger.logs('client', measured(80));
    ledger.logs('provider', measured(96, { from: '2026-03-01', until: '2026-03-02' }));
    expect(await only()).toMatchObject({ situation: 'on-target', value: 96 });
    const before = (await only())?.measurements.at(-1)?.entry ?? '';
    ledger.logs('client', { kind: 'entry.disputed', answers: before, text: 'We counted.' });
    expect(await only()).toMatchObject({ situation: 'off-target', value: 80, until: '2026-02-28' });
  });

  it('goes by the figure as it was corrected', async () => {
    const id = ledger.logs('provider', measured(80));
    const known = ledger.last().recorded;
    ledger.logs('provider', { kind: 'entry.corrected', answers: id, data: { value: 95 } });
    expect(await only({ asOf: '2026-03-03' })).toMatchObject({ situation: 'on-target', value: 95, actDue: null });
    expect(await only({ asOf: '2026-03-03', knownAt: known })).toMatchObject({ value: 80, actDue: '2026-03-30' });
    expect(ledger.refuses('provider', acted)).toBe('not-allowed-now');
    expect(ledger.strikes('2026-04-01T00:00:00Z')).toEqual([]);
  });

  it('gives time anew for what misses only as corrected, and for another slip none', async () => {
    const id = ledger.logs('provider', measured(95));
    const corrects = (value: number, sign?: '0') =>
      ledger.logs('provider', { kind: 'entry.corrected', answers: id, data: { value, ...(sign && { sign }) } });
    ledger.at('2026-05-01T09:00:00Z');
    corrects(80, '0');
    expect(await only({ asOf: '2026-05-02' })).toMatchObject({ actDue: '2026-05-29' });
    ledger = new Ledger();
    ledger.logs('client', defined());
    ledger.at('2026-03-02T09:00:00Z');
    const slip = ledger.logs('provider', measured(80));
    ledger.at('2026-03-20T09:00:00Z').logs('provider', {
      kind: 'entry.corrected',
      answers: slip,
      data: { value: 81 },
    });
    expect(await only({ asOf: '2026-03-21' })).toMatchObject({ actDue: '2026-03-30' });
  });

  it('asks no act of a figure on its target that was given no sign', async () => {
    ledger.logs('provider', { ...measured(95), sign: '0' });
    expect(await only({ asOf: '2026-03-02' })).toMatchObject({ situation: 'on-target', actDue: null });
    expect(ledger.strikes('2026-04-01T00:00:00Z')).toEqual([]);
  });

  it('takes no minus for a figure, now or by a correction', () => {
    expect(ledger.refuses('client', { ...measured(80), sign: '-' })).toBe('no-fault');
    const id = ledger.logs('client', measured(80));
    const correction = { kind: 'entry.corrected', answers: id, data: { sign: '-' } };
    expect(ledger.refuses('client', correction)).toBe('no-fault');
  });

  it('takes one figure of a party for a period, of a period that is over, and an act where there is a miss', () => {
    expect(ledger.refuses('client', acted)).toBe('not-allowed-now');
    ledger.logs('provider', measured(95));
    expect(ledger.refuses('client', acted)).toBe('not-allowed-now');
    expect(ledger.refuses('provider', measured(96))).toBe('not-allowed-now');
    const coarse = { from: '2026-02', until: '2026-02' };
    expect(ledger.refuses('provider', measured(96, coarse))).toBe('not-allowed-now');
    expect(ledger.refuses('client', measured(80))).toBe('taken');
    expect(ledger.refuses('client', acted)).toBe('taken');
    expect(ledger.refuses('provider', measured(95, { until: '2026-03-31' }))).toBe('not-allowed-now');
    expect(ledger.refuses('provider', measured(95, { from: '2026-03-01', until: '2026-02-01' }))).toBe('invalid-entry');
  });

  it('is no trust indicator, nor is one of those one of these', () => {
    const TRUST = { indicator: 'candour' };
    ledger.logs('client', {
      kind: 'trust.defined',
      data: { ...TRUST, title: 'x', unit: 'of 5', target: 3, direction: 'at-least', every: 'year' },
    });
    const deducted = { amount: pounds('1.00'), about: 'provider', reason: 'x', ...TRUST };
    for (const body of [measured(80, TRUST), { kind: 'deduction.applied', data: deducted }])
      expect(ledger.refuses('client', body)).toBe('not-allowed-now');
    expect(ledger.refuses('client', { kind: 'trust.measured', data: measured(80).data })).toBe('not-allowed-now');
  });

  it('is said to be overdue by a party where the ledger would, by neither twice', () => {
    const overdue = (due: string) => ({ kind: 'report.overdue', effective: '2026-03-02', data: { ...RATE, due } });
    expect(ledger.refuses('client', overdue('2026-03-14'))).toBe('not-allowed-now');
    expect(ledger.refuses('client', overdue('2026-03'))).toBe('not-allowed-now');
    expect(ledger.refuses('client', overdue('2026-02-20'))).toBe('taken');
    ledger.at('2026-03-15T09:00:00Z');
    expect(ledger.refuses('client', overdue('2026-03-14'))).toBe('taken');
    expect(ledger.refuses('provider', overdue('2026-03-14'))).toBe('not-allowed-now');
    expect(ledger.strikes('2026-03-16T00:00:00Z')).toEqual([]);
    expect(ledger.strikes('2026-04-15T00:00:00Z')).toHaveLength(1);
    expect(ledger.refuses('client', overdue('2026-04-14'))).toBe('not-allowed-now');
    ledger.at('2026-05-20T09:00:00Z');
    ledger.logs('provider', measured(95, { from: '2026-04-01', until: '2026-04-30' }));
    expect(ledger.refuses('client', overdue('2026-05-14'))).toBe('not-allowed-now');
  });
});

describe('the register of payments', () => {
  const made = (amount: string, data: object = {}) => ({
    kind: 'payment.made',
    data: { amount: pounds(amount), ...data },
  });
  const late = (data: object) => ({ kind: 'payment.late', data: { about: 'client', amount: pounds('5.00'), ...data } });

  it('holds what was paid and what was not when it was due, in exact sums by year', async () => {
    const ledger = new Ledger();
    const paid = ledger.logs('client', made('0.10', { to: 'provider', due: '2026-01-31' }));
    const tardy = ledger.logs('client', made('0.20', { due: '2026-01-02' }));
    const unpaid = ledger.logs('provider', late({ due: '2026-01-01' }));
    ledger.logs('client', { kind: 'entry.agreed', answers: unpaid });
    const { payments, totals } = await paymentsOf(ledger.views(), 'road', {}, NOW);
    expect(payments).toMatchObject([
      { id: paid, situation: 'made', to: 'provider', about: null, due: '2026-01-31', daysLate: 0 },
      { id: tardy, daysLate: 3 },
      { id: unpaid, situation: 'late', about: 'client', amount: pounds('5.00'), daysLate: 4, status: 'agreed' },
    ]);
    const year = { financialYear: '2025/26', currency: 'GBP', disputed: '0' };
    expect(totals).toEqual([
      { ...year, situation: 'late', amount: '5.00', agreed: '5.00', entries: [unpaid] },
      { ...year, situation: 'made', amount: '0.30', agreed: '0', entries: [paid, tardy] },
    ]);
    expect((await paymentsOf(ledger.views(), 'road', { asOf: '2026-01-04' }, NOW)).payments).toEqual([]);
  });

  it('takes nothing for late while there is time, and no negative sum', () => {
    const ledger = new Ledger();
    expect(ledger.refuses('provider', late({ due: '2026-01-05' }))).toBe('not-allowed-now');
    expect(ledger.refuses('provider', late({ due: '2026' }))).toBe('not-allowed-now');
    expect(ledger.refuses('provider', late({ due: '2026-01-04' }))).toBe('taken');
    expect(ledger.refuses('provider', late({ due: '2025', about: 'third-party' }))).toBe('invalid-entry');
    expect(ledger.refuses('client', made('-1.00'))).toBe('invalid-entry');
  });
});

describe('the register of deductions', () => {
  const applied = (amount: string, data: object = {}) => ({
    kind: 'deduction.applied',
    data: { amount: pounds(amount), about: 'provider', reason: 'Late again', ...data },
  });

  it('holds them with the indicator, and their sums, what is disputed among them', async () => {
    const ledger = new Ledger();
    ledger.logs('client', defined());
    const one = ledger.logs('client', applied('57000.00', RATE));
    const two = ledger.logs('client', applied('0.01'));
    ledger.logs('provider', { kind: 'entry.disputed', answers: two, text: 'We were in time.' });
    const { deductions, totals } = await deductionsOf(ledger.views(), 'road', {}, NOW);
    expect(deductions).toMatchObject([
      { id: one, amount: pounds('57000.00'), about: 'provider', reason: 'Late again', indicator: 'rate' },
      { id: two, indicator: null, status: 'disputed' },
    ]);
    expect(totals).toEqual([
      {
        financialYear: '2025/26',
        currency: 'GBP',
        about: 'provider',
        amount: '57000.01',
        agreed: '0',
        disputed: '0.01',
        entries: [one, two],
      },
    ]);
    const { indicators } = await indicatorsOf(ledger.views(), 'road', {}, NOW);
    expect(indicators).toMatchObject([{ deductions: [one] }]);
    expect(ledger.refuses('client', { ...applied('1.00'), sign: '-', factor: 613 })).toBe('no-fault');
    expect(ledger.refuses('client', applied('-1.00'))).toBe('invalid-entry');
  });
});
