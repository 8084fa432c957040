import fc from 'fast-check';
import type { Json } from '@app/event-store';
import { isNegative, moneyIn, shareOf, sumOf, sumsOf } from './money';

/** Ten-thousandths, the finest that an amount says. */
const scaled = (amount: string): bigint => {
  const [whole = '0', decimals = ''] = amount.replace('-', '').split('.');
  return BigInt(whole + decimals.padEnd(4, '0')) * (amount.startsWith('-') ? -1n : 1n);
};
const amount = fc.stringMatching(/^-?\d{1,15}(\.\d{1,4})?$/);
const money = fc.record({ amount, currency: fc.constantFrom('GBP', 'EUR', 'USD') });

describe('money', () => {
  it('adds up exactly, whatever its size and order', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 30 }), (amounts) => {
        const sum = sumOf(amounts);
        expect(scaled(sum)).toBe(amounts.reduce((all, each) => all + scaled(each), 0n));
        expect(sumOf(amounts.toReversed())).toBe(sum);
      }),
    );
  });

  it('adds no currency to another', () => {
    fc.assert(
      fc.property(fc.array(money, { maxLength: 20 }), (moneys) => {
        const sums = sumsOf(moneys);
        for (const { currency, amount: sum } of sums) {
          const own = moneys.filter((each) => each.currency === currency);
          expect(scaled(sum)).toBe(own.reduce((all, each) => all + scaled(each.amount), 0n));
        }
        expect(sums.map(({ currency }) => currency)).toEqual([...new Set(moneys.map((each) => each.currency))].sort());
      }),
    );
  });

  it('keeps as many decimals as the most precise of them', () => {
    expect(sumOf(['0.1', '0.20'])).toBe('0.30');
    expect(sumOf(['999999999999999.9999', '0.0001'])).toBe('1000000000000000.0000');
    expect(sumOf(['1.50', '-1.50'])).toBe('0.00');
    expect(sumOf([])).toBe('0');
  });

  it('is a share of money of its own currency alone', () => {
    const whole = { amount: '3', currency: 'GBP' };
    expect(shareOf({ amount: '1', currency: 'GBP' }, whole)).toBe(0.3333);
    expect(shareOf({ amount: '-2', currency: 'GBP' }, whole)).toBe(-0.6667);
    expect(shareOf({ amount: '-0.00001', currency: 'GBP' }, whole)).toBe(0);
    expect(shareOf({ amount: '1', currency: 'EUR' }, whole)).toBeNull();
    expect(shareOf({ amount: '1', currency: 'GBP' }, null)).toBeNull();
    expect(shareOf({ amount: '1', currency: 'GBP' }, { amount: '0.00', currency: 'GBP' })).toBeNull();
  });

  it('is read only where it is money', () => {
    expect(moneyIn({ amount: '1.00', currency: 'GBP' })).toEqual({ amount: '1.00', currency: 'GBP' });
    const others: (Json | undefined)[] = [undefined, null, '1.00', 1, ['1.00'], { amount: 1, currency: 'GBP' }, {}];
    expect(others.map(moneyIn)).toEqual(others.map(() => null));
    expect([
      isNegative({ amount: '-0.00', currency: 'GBP' }),
      isNegative({ amount: '-0.01', currency: 'GBP' }),
    ]).toEqual([false, true]);
  });
});
