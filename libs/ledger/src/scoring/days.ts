/**
 * Days are whole days since 1970-01-01 (UTC), instants whole milliseconds since then. Own calendar arithmetic instead of
 * `Date`, which reads the years 0 to 99 as 1900 to 1999.
 */
export const MILLISECONDS_PER_DAY = 86_400_000;

export type Precision = 'year' | 'month' | 'day' | 'instant';

/** An effective date as precise as it was given; of an instant both days are its UTC day. */
export interface EffectiveDate {
  readonly precision: Precision;
  readonly firstDay: number;
  readonly lastDay: number;
}

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const COARSE_DATE = /^(\d{4})(?:-(\d{2}))?$/;
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:Z|([+-])(\d{2}):(\d{2}))$/i;

/** The UTC day of an instant in milliseconds. */
export function dayOf(instant: number): number {
  return Math.floor(instant / MILLISECONDS_PER_DAY);
}

/** The last millisecond of a UTC day. */
export function endOfDay(day: number): number {
  return (day + 1) * MILLISECONDS_PER_DAY - 1;
}

/** Days of the civil (proleptic Gregorian) calendar; `month` from 1. */
export function dayOfDate(year: number, month: number, date: number): number {
  // Years begin in March here, so that the leap day is the last of its year.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** Year, month (from 1) and date of a day. */
export function dateOf(day: number): { year: number; month: number; date: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

/** The same date so many months later, or the last of that month where it has no such date. */
export function afterMonths(day: number, months: number): number {
  const { year, month, date } = dateOf(day);
  const last = month - 1 + months;
  const [laterYear, laterMonth] = [year + Math.floor(last / 12), (last % 12) + 1];
  return dayOfDate(laterYear, laterMonth, Math.min(date, daysOfMonth(laterYear, laterMonth)));
}

/** How many days a month has; `month` from 1. */
export function daysOfMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS_OF_MONTH[month - 1] ?? 0);
}

function realDay(year: number, month: number, date: number): number | null {
  if (!(year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysOfMonth(year, month))) return null;
  return dayOfDate(year, month, date);
}

/** The number that the decimal digits from `start` to before `end` make; not a number where others stand there. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let place = start; place < end; place += 1) {
    const digit = text.charCodeAt(place) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = 10 * value + digit;
  }
  return value;
}

/** The day that `YYYY-MM-DD` names, or null where there is no such day in the years 0001 to 9999. */
export function parseDay(text: string): number | null {
  // Most dates of a ledger come this way, tens of thousands at once: no pattern matching here.
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null;
  return realDay(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
}

/** An instant as the ledger writes it (`formatInstant`), without pattern matching; null where it is any other, or none. */
function parseWrittenInstant(text: string): number | null {
  if (text.length !== 24 || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':' || text[19] !== '.') return null;
  const day = text[23] === 'Z' ? parseDay(text.slice(0, 10)) : null;
  const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)];
  const milliseconds = digits(text, 20, 23);
  if (day === null || !(hour <= 23 && minute <= 59 && second <= 59) || Number.isNaN(milliseconds)) return null;
  return day * MILLISECONDS_PER_DAY + (hour * 3600 + minute * 60 + second) * 1000 + milliseconds;
}

/**
 * The RFC 3339 instant in milliseconds, or null where it is none. Finer fractions than `fractionDigits` are refused; what
 * is finer than a millisecond is cut off. Leap seconds are refused: no clock of ours writes them.
 */
export function parseInstant(text: string, fractionDigits = 3): number | null {
  const written = fractionDigits < 3 ? null : parseWrittenInstant(text);
  if (written !== null) return written;
  const match = INSTANT.exec(text);
  if (match === null) return null;
  const [, year, month, date, hour, minute, second, fraction = '', offsetSign, offsetHour = '0', offsetMinute = '0'] =
    match;
  const day = realDay(Number(year), Number(month), Number(date));
  if (day === null || fraction.length > fractionDigits) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return null;
  const offsetMinutes = (offsetSign === '-' ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute));
  const seconds = Number(hour) * 3600 + (Number(minute) - offsetMinutes) * 60 + Number(second);
  return day * MILLISECONDS_PER_DAY + seconds * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
}

/** Fractions of a second that an effective instant may carry: only its UTC day counts. */
const EFFECTIVE_FRACTION_DIGITS = 9;

/** `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or an RFC 3339 instant; null where it is none of them or no real date. */
export function parseEffective(text: string): EffectiveDate | null {
  const day = parseDay(text);
  if (day !== null) return { precision: 'day', firstDay: day, lastDay: day };
  const coarse = COARSE_DATE.exec(text);
  if (coarse === null) {
    const instant = parseInstant(text, EFFECTIVE_FRACTION_DIGITS);
    return instant === null ? null : { precision: 'instant', firstDay: dayOf(instant), lastDay: dayOf(instant) };
  }
  const year = Number(coarse[1]);
  const month = coarse[2] === undefined ? null : Number(coarse[2]);
  const firstDay = realDay(year, month ?? 1, 1);
  if (firstDay === null) return null;
  const lastDay = dayOfDate(year, month ?? 12, daysOfMonth(year, month ?? 12));
  return { precision: month === null ? 'year' : 'month', firstDay, lastDay };
}

/**
 * The day that counts (scoring.md, reading rule 1): of a coarse date the last day it covers, but not after the UTC day
 * it was recorded. Null where the text is no effective date.
 */
export function effectiveDay(text: string, recorded: number): number | null {
  const day = parseDay(text);
  if (day !== null) return day;
  const date = parseEffective(text);
  if (date === null) return null;
  const coarse = date.precision === 'year' || date.precision === 'month';
  return coarse ? Math.min(date.lastDay, dayOf(recorded)) : date.lastDay;
}

/**
 * The last instant that a `knownAt` lets through: a bare date (`YYYY-MM-DD`) means the last millisecond of that UTC day
 * (reading rule 1). Null where it is neither a date nor an RFC 3339 instant.
 */
export function parseKnownAt(text: string): number | null {
  const day = parseDay(text);
  return day === null ? parseInstant(text) : endOfDay(day);
}

/** `YYYY-MM-DD`. */
export function formatDay(day: number): string {
  const { year, month, date } = dateOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** RFC 3339 in UTC with milliseconds. */
export function formatInstant(instant: number): string {
  const day = dayOf(instant);
  const milliseconds = instant - day * MILLISECONDS_PER_DAY;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const seconds = milliseconds / 1000;
  const time = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${formatDay(day)}T${time}.${String(milliseconds % 1000).padStart(3, '0')}Z`;
}
