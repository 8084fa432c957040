import { dateOf, dayOfDate, daysOfMonth, formatDay } from '../scoring/days';

/** A year that amounts are counted by. */
export interface Year {
  /** `2025/26` of a financial year, `Year 3` of a contract year. */
  readonly year: string;
  readonly firstDay: number;
  readonly lastDay: number;
}

const APRIL = 4;

/** The financial year of local government that a day lies in: from 1 April to 31 March. */
export function financialYearOf(day: number): Year {
  const { year, month } = dateOf(day);
  const first = month < APRIL ? year - 1 : year;
  return {
    year: `${String(first).padStart(4, '0')}/${String((first + 1) % 100).padStart(2, '0')}`,
    firstDay: dayOfDate(first, APRIL, 1),
    lastDay: dayOfDate(first + 1, APRIL, 1) - 1,
  };
}

/** The contract year that a day lies in: the first begins on the day the relationship does; the one before it is year 0. */
export function contractYearOf(day: number, start: number): Year {
  let number = dateOf(day).year - dateOf(start).year + 1;
  if (startOfYear(start, number) > day) number -= 1;
  return {
    year: `Year ${number}`,
    firstDay: startOfYear(start, number),
    lastDay: startOfYear(start, number + 1) - 1,
  };
}

/** The anniversary; of 29 February the 28th where the year has no other. */
function startOfYear(start: number, number: number): number {
  const { year, month, date } = dateOf(start);
  const its = year + number - 1;
  return dayOfDate(its, month, Math.min(date, daysOfMonth(its, month)));
}

/** The last day that can be written as `YYYY-MM-DD`. */
const LAST_DAY = dayOfDate(9999, 12, 31);

/** As answers show it; the last year of all ends with the last day that there is. */
export function showYear({ year, firstDay, lastDay }: Year): { year: string; from: string; to: string } {
  return { year, from: formatDay(firstDay), to: formatDay(Math.min(lastDay, LAST_DAY)) };
}
