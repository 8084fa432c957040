import fc from 'fast-check';
import type { JsonObject } from '@app/event-store';
import { Ledger } from '../entry/ledger.fixture';
import { dayOf, parseEffective } from '../scoring/days';
import { scoreOf } from '../score/score.queries';
import { broughtOf, type BroughtYear } from './brought.queries';
import type { Money } from './money';
import { contractYearOf, financialYearOf } from './years';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const START = dayOf(Date.parse('2026-01-01'));
const pounds = (amount: string) => ({ amount, currency: 'GBP' });

const forecast = (benefit: string, data: JsonObject = {}) => ({
  kind: 'benefit.forecast',
  data: {
    ...{ benefit, title: benefit, type: 'productivity', cashability: 'cashable', to: 'client', recurring: false },
    ...{
      baseline: 'None',
      because: 'collaboration',
      amount: pounds('100.00'),
      from: '2026-01-01',
      until: '2026-04-30',
    },
    ...data,
  },
});
const realised = (benefit: string, data: JsonObject = {}) => ({
  kind: 'benefit.realised',
  data: {
    benefit,
    amount: pounds('60.00'),
    from: '2026-01-01',
    until: '2026-01-05',
    validatedBy: 'both-finance',
    ...data,
  },
});

interface Said {
  readonly amount?: Money;
  readonly until: string;
}

describe('what was brought', () => {
  it('stands in the years in which its periods end, of each party, with its entries', async () => {
    const ledger = new Ledger({ annualValue: pounds('1000') });
    const first = ledger.logs('provider', forecast('gangs'));
    const came = ledger.agree(realised('gangs'));
    const anyway = ledger.logs('client', forecast('salt', { because: 'would-have-happened-anyway', to: 'both' }));
    const salt = ledger.logs('client', realised('salt', { amount: pounds('5.5'), validatedBy: 'not-validated' }));
    ledger.logs('provider', { kind: 'entry.disputed', answers: salt, text: 'Not ours.' });
    const missed = ledger.logs('client', {
      kind: 'benefit.missed',
      data: { benefit: 'gangs', reason: 'Rain', amount: pounds('40') },
    });
    const lost = ledger.logs('client', {
      kind: 'disbenefit.recorded',
      data: { title: 'Noise', borneBy: 'community', amount: { amount: '9', currency: 'EUR' } },
    });
    const spent = ledger.logs('provider', {
      kind: 'cost.incurred',
      data: { what: 'systems', amount: pounds('20'), from: '2025-11-01', until: '2025-12', borneBy: 'both' },
    });
    const noise = ledger.logs('client', { kind: 'disbenefit.recorded', data: { title: 'Smell', borneBy: 'client' } });

    const brought = await broughtOf(ledger.views(), 'road', { asOf: '2026-03-31' }, NOW);
    expect(brought).toMatchObject({
      relationship: 'road',
      asOf: '2026-03-31',
      knownAt: null,
      note: expect.stringContaining('not proof of cause'),
      attribution: expect.stringContaining('whole'),
      start: '2026-01-01',
      annualValue: pounds('1000'),
      annualValueEntry: expect.any(String),
    });
    const none = { amount: '0', share: 0, agreed: '0', disputed: '0', entries: [] };
    const figure = (amount: string, share: number, ...entries: string[]) => ({
      amount, share, agreed: '0', disputed: '0', entries,
    }); // prettier-ignore
    const [lastYear, thisYear] = brought.financialYears;
    expect(brought.financialYears.map(({ year }) => year)).toEqual(['2025/26', '2026/27']);
    expect(lastYear).toMatchObject({
      from: '2025-04-01',
      to: '2026-03-31',
      scoreOn: '2026-03-31',
      withoutAmount: [noise],
    });
    expect(lastYear?.parties).toEqual([
      {
        party: 'both', currency: 'GBP', forecast: none, missed: none, disbenefit: none,
        validated: none, cost: figure('20', 0.02, spent),
        realised: { ...figure('5.5', 0.0055, salt), disputed: '5.5' },
        anyway: { ...figure('5.5', 0.0055, salt), disputed: '5.5' },
        cashable: { ...figure('5.5', 0.0055, salt), disputed: '5.5' },
      },
      {
        party: 'client', currency: 'GBP', forecast: none, missed: none, disbenefit: none, cost: none, anyway: none,
        ...Object.fromEntries(
          ['realised', 'cashable', 'validated'].map((name) => [
            name,
            { ...figure('60.00', 0.06, came), agreed: '60.00' },
          ]),
        ),
      },
      {
        party: 'community', currency: 'EUR',
        ...Object.fromEntries(
          ['forecast', 'realised', 'cashable', 'validated', 'anyway', 'missed', 'cost'].map((name) => [
            name,
            { ...none, share: null },
          ]),
        ),
        disbenefit: { ...figure('9', 0, lost), share: null },
      },
    ]); // prettier-ignore
    expect(lastYear?.totals).toMatchObject([
      { currency: 'EUR', disbenefit: { amount: '9' } },
      { currency: 'GBP', realised: { amount: '65.50', entries: [came, salt] }, validated: { amount: '60.00' } },
    ]);
    // What is forecast for the future is there, without a score.
    expect(thisYear).toMatchObject({
      year: '2026/27', score: null, scoreOn: null,
      totals: [{ forecast: { amount: '200.00', entries: [first, anyway] }, missed: { amount: '40', entries: [missed] } }],
    }); // prettier-ignore
    expect(brought.contractYears).toMatchObject([
      { year: 'Year 0', from: '2025-01-01', to: '2025-12-31', totals: [{ cost: { entries: [spent] } }] },
      { year: 'Year 1', totals: [{ currency: 'EUR' }, { forecast: { amount: '200.00' } }], scoreOn: '2026-03-31' },
    ]);
    const earlier = await broughtOf(ledger.views(), 'road', { knownAt: '2026-01-05T09:30:00Z' }, NOW);
    expect(earlier.financialYears.flatMap(({ totals }) => totals)).toEqual([]);
  });

  it('shows the score of the end of each year', async () => {
    const ledger = new Ledger();
    for (const factor of [601, 602, 603, 604, 605, 606, 607, 608, 609, 610, 611, 612, 613, 614, 615, 616])
      for (const party of ['client', 'provider']) ledger.logs(party, { kind: 'rating.given', factor, level: 3 });
    const views = ledger.views();
    const { financialYears, annualValue, contractYears } = await broughtOf(views, 'road', { asOf: '2027-06-30' }, NOW);
    expect(annualValue).toBeNull();
    expect(financialYears.map(({ year, scoreOn }) => [year, scoreOn])).toEqual([
      ['2025/26', '2026-03-31'],
      ['2026/27', '2027-03-31'],
      ['2027/28', '2027-06-30'],
    ]);
    for (const { score, level, scoreOn } of [...financialYears, ...contractYears]) {
      expect(scoreOn).not.toBeNull();
      const then = await scoreOf(views, 'road', { asOf: scoreOn ?? '' }, NOW);
      expect({ score, level }).toEqual({ score: then.score, level: then.level });
    }
    expect(financialYears[0]?.score).not.toBeNull();
  });

  it('adds up to the sum of its entries, in whichever years they are', async () => {
    const date = fc
      .record({ year: fc.integer({ min: 2020, max: 2032 }), month: fc.integer({ min: 1, max: 12 }) })
      .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`);
    const money = fc.record({
      amount: fc.stringMatching(/^\d{1,9}(\.\d{1,4})?$/),
      currency: fc.constantFrom('GBP', 'EUR'),
    });
    const to = fc.constantFrom('client', 'provider', 'both', 'community', 'partner');
    const body = fc.oneof(
      fc.record({ until: date, amount: money, to }).map(
        ({ until, amount, to: whom }) =>
          (index: number) =>
            forecast(`b-${index}`, { from: '2020-01-01', until, amount, to: whom }),
      ),
      fc.record({ until: date, amount: money, borneBy: to }).map((data) => () => ({
        kind: 'disbenefit.recorded',
        data: { title: 'x', ...data },
      })),
      fc.record({ until: date, amount: money }).map((data) => () => ({
        kind: 'cost.incurred',
        data: { what: 'other', from: '2020-01-01', borneBy: 'client', ...data },
      })),
      fc.constant(() => ({ kind: 'disbenefit.recorded', data: { title: 'x', borneBy: 'client' } })),
    );
    const answer = fc.constantFrom(null, null, 'entry.agreed', 'entry.disputed', 'entry.voided');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ body, answer }), { maxLength: 12 }), async (told) => {
        const ledger = new Ledger();
        const said = new Map<string, Required<Said>>();
        told.forEach((each, index) => {
          const entry = each.body(index);
          const id = ledger.logs('client', entry);
          const party = each.answer === 'entry.voided' ? 'client' : 'provider';
          if (each.answer !== null) ledger.logs(party, { kind: each.answer, answers: id, text: 'x' });
          const { amount, until } = entry.data as unknown as Said;
          if (each.answer !== 'entry.voided' && amount !== undefined) said.set(id, { amount, until });
        });
        const brought = await broughtOf(ledger.views(), 'road', {}, NOW);
        for (const [years, yearOf] of [
          [brought.financialYears, financialYearOf],
          [brought.contractYears, (day: number) => contractYearOf(day, START)],
        ] as const) {
          expect(sumOfAll(years, 'totals')).toEqual(sumOfAll(years, 'parties'));
          const found = years.flatMap(({ year, parties }) =>
            parties.flatMap(({ currency, forecast: f, realised: r, missed: m, disbenefit: d, cost: c }) =>
              [f, r, m, d, c].flatMap(({ amount, entries }) => {
                // Every figure is the sum of the entries that it names, and they belong to its year and currency.
                const own = entries.map((id) => said.get(id));
                expect(scaled(amount)).toBe(own.reduce((sum, one) => sum + scaled(one?.amount.amount ?? ''), 0n));
                for (const one of own) {
                  expect(one?.amount.currency).toBe(currency);
                  expect(yearOf(parseEffective(one?.until ?? '')?.lastDay ?? 0).year).toBe(year);
                }
                return entries;
              }),
            ),
          );
          expect(found.toSorted()).toEqual([...said.keys()].toSorted());
        }
      }),
      { numRuns: 40 },
    );
  });
});

const scaled = (amount: string): bigint => {
  const [whole = '0', decimals = ''] = amount.split('.');
  return BigInt(whole + decimals.padEnd(4, '0'));
};

function sumOfAll(years: readonly BroughtYear[], of: 'totals' | 'parties'): Record<string, bigint> {
  const sums: Record<string, bigint> = {};
  for (const year of years)
    for (const row of year[of])
      for (const name of ['forecast', 'realised', 'missed', 'disbenefit', 'cost'] as const) {
        const key = `${year.year} ${row.currency} ${name}`;
        sums[key] = (sums[key] ?? 0n) + scaled(row[name].amount);
      }
  return sums;
}
