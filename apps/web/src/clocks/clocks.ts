/**
 * The two clocks of every view: `asOf` cuts on when it happened, `knownAt` on when the ledger learned it. Both stand in
 * the address; absent, it is now.
 */
export interface Clocks {
  /** `YYYY-MM-DD`; absent: today. */
  readonly asOf?: string | undefined;
  /** `YYYY-MM-DD` (to its end) or an RFC 3339 instant; absent: all that is known now. */
  readonly knownAt?: string | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;

/** What an address says of the clocks; what is no date is as if it were not there. */
export function clocksOf(search: Readonly<Record<string, unknown>>): Clocks {
  const asOf = dayIn(search['asOf']);
  const known = search['knownAt'];
  const knownAt = dayIn(known) ?? (typeof known === 'string' && INSTANT.test(known) ? known : undefined);
  return { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };
}

export function dayIn(value: unknown): string | undefined {
  return typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

/** The same day a year before; of a leap day the day before it. */
export function yearBefore(day: string): string {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return before.endsWith('-02-29') ? before.replace('-29', '-28') : before;
}
