import { Big } from 'big.js';
import type { Json } from '@app/event-store';

/** An amount as it was said, never a float: `{ amount: '123.45', currency: 'GBP' }`. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Strict: a number, which has lost its decimals already, is refused. */
const Decimal = Big();
Decimal.strict = true;

/** The amount that a field holds; null where it holds none. */
export function moneyIn(value: Json | undefined): Money | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { amount, currency } = value as { readonly amount?: unknown; readonly currency?: unknown };
  return typeof amount === 'string' && typeof currency === 'string' ? { amount, currency } : null;
}

export function isNegative({ amount }: Money): boolean {
  return new Decimal(amount).lt('0');
}

/** The exact sum of amounts of one currency, with as many decimals as the most precise of them; `0` of none. */
export function sumOf(amounts: readonly string[]): string {
  const decimals = Math.max(0, ...amounts.map((amount) => amount.split('.')[1]?.length ?? 0));
  return amounts.reduce((sum, amount) => sum.plus(amount), new Decimal('0')).toFixed(decimals);
}

/** One sum for each currency, in the order of their names: currencies are never added to each other. */
export function sumsOf(amounts: readonly Money[]): Money[] {
  const currencies = [...new Set(amounts.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => ({
    amount: sumOf(amounts.filter((each) => each.currency === currency).map(({ amount }) => amount)),
    currency,
  }));
}

const SHARE_DECIMALS = 4;

/** What part one amount is of another of the same currency, rounded half-up to 4 decimals; null where there is no whole. */
export function shareOf({ amount, currency }: Money, whole: Money | null): number | null {
  if (whole === null || whole.currency !== currency || new Decimal(whole.amount).lte('0')) return null;
  const share = new Decimal(amount).div(whole.amount);
  // Zero is never negative.
  return Number(share.toFixed(SHARE_DECIMALS, Decimal.roundHalfUp)) + 0;
}
