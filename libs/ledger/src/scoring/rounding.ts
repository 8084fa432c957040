const BILLION = 1e9;
/** What separates two numbers of four decimals, in billionths. */
const TEN_THOUSANDTH = 1e5;

/** A number in billionths: comparisons are made on these, so that arithmetic noise decides nothing (reading rule 14). */
function billionths(value: number): number {
  return Math.round(value * BILLION);
}

/** `a >= b`, on values rounded to 9 decimals. */
export function atLeast(a: number, b: number): boolean {
  return billionths(a) >= billionths(b);
}

/** `a < b`, on values rounded to 9 decimals. */
export function below(a: number, b: number): boolean {
  return billionths(a) < billionths(b);
}

/** Rounded to 9 decimals, then half-up to 4; never a negative zero (rule 18, reading rule 14). */
export function fourDecimals(value: number): number {
  return Math.floor((billionths(value) + TEN_THOUSANDTH / 2) / TEN_THOUSANDTH) / 10_000 + 0;
}

/** `fourDecimals`, null staying null. */
export function fourDecimalsOrNull(value: number | null): number | null {
  return value === null ? null : fourDecimals(value);
}

/** Rule 4: what is left of a weight after some days. */
export function freshness(ageDays: number, halfLifeDays: number): number {
  return Math.pow(2, -ageDays / halfLifeDays);
}
