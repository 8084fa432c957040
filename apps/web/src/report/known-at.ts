/** The end of a day, or the instant itself. */
function endOf(knownAt: string): number {
  return Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(knownAt) ? `${knownAt}T23:59:59.999Z` : knownAt);
}

/** Whether it lies before an instant, so that nothing more comes to be known by it. */
export function isPast(knownAt: string, now: string): boolean {
  return endOf(knownAt) < Date.parse(now);
}

/** What a report is made of for ever: what was known then, or by now, where that is still to come. */
export function knownBy(knownAt: string | undefined, now: string): string {
  return knownAt !== undefined && isPast(knownAt, now) ? knownAt : now;
}
