import { fourDecimals } from '../scoring/rounding';

/** How quartiles are drawn, for whoever checks them. */
export const QUARTILES =
  'linear between the two nearest values in order, at 1 + (n - 1) p (Hyndman and Fan 1996, definition 7; QUARTILE.INC in spreadsheets)';

/** A figure of fewer than this many would be that of some. */
export const LEAST_RELATIONSHIPS = 5;

/** The middle of several numbers, and what a quarter of them does not exceed or does not fall below. */
export interface Quartiles {
  /** How many relationships stand behind it. */
  readonly relationships: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

/** Rounded to 4 decimals; null of fewer than {@link LEAST_RELATIONSHIPS}, those without a number not counted. */
export function quartilesOf(values: readonly (number | null)[]): Quartiles | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length < LEAST_RELATIONSHIPS) return null;
  const [lowerQuartile = 0, median = 0, upperQuartile = 0] = [1 / 4, 1 / 2, 3 / 4].map((share) =>
    fourDecimals(quantileOf(sorted, share)),
  );
  return { relationships: sorted.length, lowerQuartile, median, upperQuartile };
}

function quantileOf(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [low = 0, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}
