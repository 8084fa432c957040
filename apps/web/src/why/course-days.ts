/** Days on which a factor is looked at: enough to see a course, few enough to be read in a moment. */
export const MAX_DAYS = 31;

/** Evenly some of the days, the last one always among them. */
export function evenly(days: readonly string[], most: number = MAX_DAYS): string[] {
  if (days.length <= most) return [...days];
  const step = (days.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => days[Math.round(index * step)] ?? '');
}

/** The days to look at up to one of them: the same ones whatever it is, so that little is read anew as it moves. */
export function daysUntil(days: readonly string[], last: string | undefined): string[] {
  const end = last ?? days.at(-1);
  if (end === undefined) return [];
  return [...evenly(days).filter((day) => day < end), end];
}
