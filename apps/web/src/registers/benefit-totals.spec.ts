import { shareOf, sumOf } from './amounts';
import { totalsBy, totalsByOf, type BenefitTotal } from './benefit-totals';

describe('amounts', () => {
  it.each([
    [[], '0'],
    [['0.1', '0.2'], '0.3'],
    [['140000.00', '1'], '140001.00'],
    [['1', '-1.005'], '-0.005'],
    [['9007199254740993', '1'], '9007199254740994'],
  ])('%j come to %s exactly', (amounts, sum) => {
    expect(sumOf(amounts)).toBe(sum);
  });

  it('refuse what is none', () => {
    expect(() => sumOf(['1,000'])).toThrow('no amount');
  });

  it('have no share of nothing', () => {
    expect(shareOf('5', '10')).toBe(0.5);
    expect(shareOf('5', '0.00')).toBeNull();
  });
});

describe('totals of benefits', () => {
  const total = (financialYear: string, type: string, currency: string, realised: string): BenefitTotal => {
    const none = { amount: '0', share: null, agreed: '0', disputed: '0', entries: [] };
    return {
      ...{ financialYear, contractYear: null, to: 'both', cashability: 'cashable', currency },
      type: type as BenefitTotal['type'],
      ...{ forecast: none, validated: none, missed: none },
      realised: { ...none, amount: realised, entries: [`s-${realised}`] },
    };
  };
  const TOTALS = [
    total('2018/19', 'productivity', 'GBP', '10'),
    total('2019/20', 'productivity', 'GBP', '5.50'),
    total('2019/20', 'social', 'EUR', '1'),
  ];

  it('are added up by what is asked for, and never over currencies', () => {
    expect(totalsBy(TOTALS, 'type').map(({ of, currency, realised }) => [of, currency, realised])).toEqual([
      ['productivity', 'GBP', { amount: '15.50', entries: ['s-10', 's-5.50'] }],
      ['social', 'EUR', { amount: '1', entries: ['s-1'] }],
    ]);
    expect(totalsBy(TOTALS, 'to')).toHaveLength(2);
  });

  it('are by financial year where an address asks for something else', () => {
    expect([totalsByOf('type'), totalsByOf('nothing'), totalsByOf(undefined)]).toEqual([
      'type',
      'financialYear',
      'financialYear',
    ]);
  });
});
