import { IANAZone } from 'luxon';
import { dayOf, endOfDay, parseDay } from '../scoring/days';
import type { Reading } from '../scoring/reading';
import bankHolidays from './bank-holidays.json';

/** Whose working days count: those of a part of the United Kingdom, or all from Monday to Friday. */
export type WorkingCalendar = keyof typeof bankHolidays | 'weekdays-only';

const CALENDARS: readonly WorkingCalendar[] = ['england-and-wales', 'scotland', 'northern-ireland', 'weekdays-only'];

/**
 * The calendar that a relationship was established with, as it stood at an instant, or else the one that is given, or else
 * that of England. A later correction moves no time limit that already ran.
 */
export function calendarAt(reading: Reading, instantMs: number, otherwise: string | undefined): WorkingCalendar {
  const established = reading.entries.find(({ fact }) => fact.kind === 'relationship.established');
  const corrected = established?.answerFacts.findLast(
    ({ kind, data, ledgerRecorded }) =>
      kind === 'entry.corrected' && ledgerRecorded <= instantMs && data['calendar'] !== undefined,
  );
  const named = [(corrected ?? established?.fact)?.data['calendar'], otherwise];
  return (
    CALENDARS.find((each) => each === (named.find((name) => typeof name === 'string') ?? '')) ?? 'england-and-wales'
  );
}

/** Where the days of a relationship begin and end. */
export const TIME_ZONE = 'Europe/London';

const HOLIDAYS: ReadonlyMap<string, ReadonlySet<number>> = new Map(
  Object.entries(bankHolidays).map(([calendar, days]) => [calendar, new Set(days.map((day) => parseDay(day) ?? NaN))]),
);

/** Day 0 was a Thursday. */
const DAYS_FROM_MONDAY = 3;

/** @param day days since 1970-01-01 */
export function isWorkingDay(calendar: WorkingCalendar, day: number): boolean {
  const weekday = (day + DAYS_FROM_MONDAY) % 7;
  return weekday < 5 && HOLIDAYS.get(calendar)?.has(day) !== true;
}

/** The n-th working day behind a day, which itself does not count; the day itself for none. */
export function workingDaysAfter(calendar: WorkingCalendar, day: number, count: number): number {
  let reached = day;
  for (let left = count; left > 0; left -= isWorkingDay(calendar, reached) ? 1 : 0) reached += 1;
  return reached;
}

/** The day that it is at an instant where the relationship is. */
export function localDay(instantMs: number): number {
  const day = dayOf(instantMs);
  if (instantMs > endOfLocalDay(day)) return day + 1;
  return instantMs > endOfLocalDay(day - 1) ? day : day - 1;
}

const ZONE = IANAZone.create(TIME_ZONE);
const MILLISECONDS_PER_MINUTE = 60_000;

/** The offset of a zone is known by the instant, which is known by the offset: the second look settles it. */
function endIn(zone: IANAZone, day: number): number {
  const inUtc = endOfDay(day);
  const offset = zone.offset(inUtc);
  const end = inUtc - offset * MILLISECONDS_PER_MINUTE;
  const then = zone.offset(end);
  return then === offset ? end : inUtc - then * MILLISECONDS_PER_MINUTE;
}

/** How many ends of days are kept: those of two centuries, more than one question asks about. */
const DAYS_KEPT = 73_050;
const endsOfDays = new Map<number, number>();

/** The last millisecond of a day where the relationship is: of one in summer an hour before that of UTC. */
export function endOfLocalDay(day: number): number {
  // Much falls due on one day, and is asked for again and again.
  const known = endsOfDays.get(day);
  if (known !== undefined) return known;
  const end = endIn(ZONE, day);
  if (endsOfDays.size >= DAYS_KEPT) endsOfDays.clear();
  endsOfDays.set(day, end);
  return end;
}

/** When a time limit of working days ends that began at an instant: with the last of them. */
export function deadlineAfter(calendar: WorkingCalendar, beganMs: number, workingDays: number): number {
  return endOfLocalDay(workingDaysAfter(calendar, localDay(beganMs), workingDays));
}
