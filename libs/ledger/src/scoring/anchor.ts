/**
 * Half-lives after which the decayed sums are held to a new day: 2^256 is far from overflow, and with the built-in
 * half-life it is 126 years, so that a relationship of any real length is held to one day.
 */
const HALF_LIVES_PER_ANCHOR = 256;

/**
 * The day to which the sums are held that are asked for at `asOf`: it depends on nothing else, so that a single score and
 * a course through the same day work with the same numbers.
 */
export function anchorDay(asOf: number, halfLifeDays: number): number {
  const span = Math.max(1, Math.floor(HALF_LIVES_PER_ANCHOR * halfLifeDays));
  return Math.floor(asOf / span) * span;
}
