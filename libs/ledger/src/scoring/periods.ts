import { Problem } from '../problems';
import { dateOf, daysOfMonth } from './days';

export const PERIODS = ['day', 'week', 'month', 'quarter'] as const;
export type Period = (typeof PERIODS)[number];

/** More points than a contract of a hundred years has days are a mistake. */
export const MAX_POINTS = 40_000;

/** Days since 1970-01-01, a Thursday, to the end of its week. */
const FIRST_SUNDAY = 3;

/** The last day of the period that a day lies in; weeks end on Sunday. */
function lastDayOf(day: number, period: Period): number {
  if (period === 'day') return day;
  if (period === 'week') return day + ((((FIRST_SUNDAY - day) % 7) + 7) % 7);
  const { year, month, date } = dateOf(day);
  let last = day - date + daysOfMonth(year, month);
  if (period === 'month') return last;
  for (let next = month; next % 3 !== 0; next += 1) last += daysOfMonth(year, next + 1);
  return last;
}

/**
 * The days of some courses: `from`, the last day of each period, and `to`.
 *
 * @param courses that have a point on each of them
 * @throws Problem `invalid-parameter` where `to` is before `from` or the points are too many.
 */
export function pointDays(from: number, to: number, every: Period, courses = 1): readonly number[] {
  if (to < from) throw new Problem('invalid-parameter', 'to lies before from', 'to');
  const days = [from];
  for (let day = lastDayOf(from, every); day < to; day = lastDayOf(day + 1, every)) {
    if (day > from) days.push(day);
    if (days.length * courses >= MAX_POINTS) {
      throw new Problem('invalid-parameter', `More than ${MAX_POINTS} points; ask for a longer period each.`, 'every');
    }
  }
  if (to > from) days.push(to);
  return days;
}
