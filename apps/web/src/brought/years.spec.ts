import { broughtSearchOf } from './brought-search';
import { allYears, currenciesOf, partiesOf, totalIn, type Year } from './years';

const figure = (amount: string) => ({ amount, share: null, agreed: '0', disputed: '0', entries: [] });
const total = (currency: string, realised: string) =>
  ({ currency, realised: figure(realised), forecast: figure('0') }) as unknown as Year['totals'][number];
const year = (name: string, totals: Year['totals'], party = 'both'): Year => ({
  ...{ year: name, from: '2018-04-01', to: '2019-03-31', score: 60, level: null, scoreOn: null, totals },
  parties: totals.map((of) => ({ ...of, party })),
  withoutAmount: [],
});
const YEARS = [
  year('2018/19', [total('EUR', '1'), total('GBP', '151500.00')]),
  year('2019/20', []),
  year('2020/21', [total('GBP', '0.50')], 'client'),
];

describe('what the years brought', () => {
  it('is told in each currency by itself, that of the most years first', () => {
    expect(currenciesOf(YEARS)).toEqual(['GBP', 'EUR']);
    expect([totalIn(YEARS[1] as Year, 'GBP'), allYears(YEARS, 'GBP', 'realised')]).toEqual([null, '151500.50']);
    expect(allYears([], 'GBP', 'realised')).toBe('0');
  });

  it('comes to the parties that its entries name', () => {
    expect(partiesOf(YEARS, 'GBP')).toEqual(['both', 'client']);
    expect(partiesOf(YEARS, 'EUR')).toEqual(['both']);
  });
});

describe('the address', () => {
  it('chooses years and currency, and nothing that it does not know', () => {
    expect(broughtSearchOf({ years: 'contract', currency: 'EUR', as: 'table' })).toEqual({
      years: 'contract',
      currency: 'EUR',
      as: 'table',
    });
    expect(broughtSearchOf({ years: 'lunar', as: 'film' })).toEqual({});
  });
});
