const DAY_MS = 86_400_000;

/**
 * Days from when something had happened to when it was recorded; 0 where it was recorded before its month or year was
 * over, null where it does not say when it happened.
 *
 * @param effective `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or an instant
 * @param recorded an instant
 */
export function daysLate(effective: string | null, recorded: string): number | null {
  if (effective === null) return null;
  return Math.max(0, Math.floor((startOfDay(recorded) - endDayOf(effective)) / DAY_MS));
}

/** The last day that the date may mean. */
function endDayOf(effective: string): number {
  const [year = 0, month] = effective.split('-').map(Number);
  if (/^\d{4}$/.test(effective)) return Date.UTC(year, 11, 31);
  if (/^\d{4}-\d{2}$/.test(effective)) return Date.UTC(year, month ?? 1, 0);
  return startOfDay(effective);
}

const startOfDay = (instant: string): number => Date.parse(`${new Date(instant).toISOString().slice(0, 10)}T00:00:00Z`);
