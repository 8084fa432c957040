import { dateOf, parseEffective } from '../scoring/days';
import { MAX_DAYS_NAMED } from './limits';

const MONTH_NAMES: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** `4 March 2026`, `March 2026` or `2026`, as precise as the date is; null of what is none. */
export function dateWords(text: string): string | null {
  const parsed = parseEffective(text);
  if (parsed === null) return null;
  const { year, month, date } = dateOf(parsed.firstDay);
  if (parsed.precision === 'year') return String(year);
  return `${parsed.precision === 'month' ? '' : `${date} `}${monthName(month)} ${year}`;
}

/**
 * `On 4 March`, `On 4 and 18 March`, `On 12 days from 3 to 28 March`.
 *
 * @param days of one month, each once, in order
 */
export function daysWords(days: readonly number[]): string {
  const dates = days.map((day) => dateOf(day).date);
  const month = monthName(dateOf(days[0] ?? 0).month);
  const [first = 0, last = 0] = [dates[0], dates.at(-1)];
  if (dates.length > MAX_DAYS_NAMED) return `On ${dates.length} days from ${first} to ${last} ${month}`;
  const before = dates.slice(0, -1).join(', ');
  return `On ${before === '' ? '' : `${before} and `}${last} ${month}`;
}

function monthName(month: number): string {
  return MONTH_NAMES[month - 1] ?? '';
}
