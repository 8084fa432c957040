/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? Number.NaN)) / 2 : upper;
}

/** The value that a share of all values does not exceed. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/**
 * Measures two things in turn, one run each and again: what else the machine does at the time weighs on both alike.
 */
export async function inTurn<Ours, Baseline>(
  runs: number,
  ours: () => Promise<Ours>,
  baseline: () => Promise<Baseline>,
): Promise<{ readonly ours: readonly Ours[]; readonly baseline: readonly Baseline[] }> {
  const measured = { ours: [] as Ours[], baseline: [] as Baseline[] };
  for (let run = 0; run < runs; run += 1) {
    measured.ours.push(await ours());
    measured.baseline.push(await baseline());
  }
  return measured;
}

/** The same for servers, after one round that does not count: what runs hot only after thousands of requests is hot then. */
export async function inTurnWarm<Ours, Baseline>(
  runs: number,
  ours: () => Promise<Ours>,
  baseline: () => Promise<Baseline>,
): Promise<{ readonly ours: readonly Ours[]; readonly baseline: readonly Baseline[] }> {
  await inTurn(1, ours, baseline);
  return inTurn(runs, ours, baseline);
}
