import { dayIn } from '../clocks/clocks';

/** Days, `YYYY-MM-DD`, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The period that an address names; what it does not name: the year up to that day. */
export function periodOf({ from, to }: { readonly from?: string; readonly to?: string }, today: string): Period {
  const end = to ?? today;
  return { from: from ?? yearBefore(end), to: end };
}

/** The day behind the same day of the year before: a year to the day, both ends included. */
function yearBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** By when entries of a period had to be known to be among it: the earlier of its end and of the clock. */
export function knownWithin({ to }: Period, knownAt: string | undefined): string {
  return knownAt !== undefined && knownAt.slice(0, 10) <= to ? knownAt : to;
}

/** Whether an instant lies in a period; days are those of UTC, as both clocks cut. */
export function isWithin(instant: string, { from, to }: Period): boolean {
  const day = dayIn(instant.slice(0, 10)) ?? '';
  return day >= from && day <= to;
}
