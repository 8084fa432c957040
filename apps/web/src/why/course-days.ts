/** Days on which a factor is looked at: enough to see a course, few enough to be read in a moment. */
export const MAX_DAYS = 21;

/** Evenly some of the days, the last one always among them. */
export function evenly(days: readonly string[], most: number = MAX_DAYS): string[] {
  if (days.length <= most) return [...days];
  const step = (days.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => days[Math.round(index * step)] ?? '');
}
