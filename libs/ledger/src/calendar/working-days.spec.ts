import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { formatDay, formatInstant, parseDay } from '../scoring/days';
import { TIME_ZONE, deadlineAfter, endOfLocalDay, isWorkingDay, localDay, workingDaysAfter } from './working-days';

const day = (text: string): number => parseDay(text) ?? NaN;
const instant = (text: string): number => Date.parse(text);

describe('working days', () => {
  it.each([
    ['england-and-wales', '2026-04-02', '2026-04-07', 'Good Friday and Easter Monday'],
    ['scotland', '2026-04-02', '2026-04-06', 'Good Friday alone'],
    ['northern-ireland', '2026-07-10', '2026-07-14', 'the Twelfth, on the Monday after'],
    ['weekdays-only', '2026-04-02', '2026-04-03', 'no bank holidays'],
    ['england-and-wales', '2027-12-24', '2027-12-29', 'Christmas at a weekend'],
    ['scotland', '2026-11-27', '2026-12-01', 'St Andrew’s Day'],
  ] as const)('in %s: the first behind %s is %s (%s)', (calendar, from, to, _because) => {
    expect(formatDay(workingDaysAfter(calendar, day(from), 1))).toBe(to);
  });

  it('holds the days that the package names', () => {
    expect(() =>
      execFileSync(process.execPath, [join(__dirname, '../../../../scripts/bank-holidays.mjs'), '--check']),
    ).not.toThrow();
  });

  it('are exactly so many behind the day that they count from', () => {
    const calendars = fc.constantFrom('england-and-wales', 'scotland', 'northern-ireland', 'weekdays-only' as const);
    const days = fc.integer({ min: day('2020-01-01'), max: day('2050-12-31') });
    fc.assert(
      fc.property(calendars, days, fc.integer({ min: 0, max: 30 }), (calendar, from, count) => {
        const to = workingDaysAfter(calendar, from, count);
        const between = Array.from({ length: to - from }, (_, index) => from + index + 1);
        expect(between.filter((each) => isWorkingDay(calendar, each))).toHaveLength(count);
        if (count > 0) expect(isWorkingDay(calendar, to)).toBe(true);
      }),
    );
  });
});

describe('days where the relationship is', () => {
  it('begin an hour before those of UTC in summer', () => {
    expect(formatDay(localDay(instant('2026-07-01T23:30:00Z')))).toBe('2026-07-02');
    expect(formatDay(localDay(instant('2026-01-01T23:30:00Z')))).toBe('2026-01-01');
    expect(formatInstant(endOfLocalDay(day('2026-07-01')))).toBe('2026-07-01T22:59:59.999Z');
    expect(formatInstant(endOfLocalDay(day('2026-01-01')))).toBe('2026-01-01T23:59:59.999Z');
  });

  it('end as the zone has it, on every day of a hundred years', () => {
    for (let each = day('1950-01-01'); each < day('2050-01-01'); each += 5) {
      const expected = DateTime.fromISO(formatDay(each), { zone: TIME_ZONE }).endOf('day').toMillis();
      expect([formatDay(each), endOfLocalDay(each)]).toEqual([formatDay(each), expected]);
    }
  });

  it('have 23 or 25 hours when the clocks change', () => {
    const hours = (text: string): number => (endOfLocalDay(day(text)) - endOfLocalDay(day(text) - 1)) / 3_600_000;
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-10-26')]).toEqual([23, 25, 24]);
  });

  it('end a time limit with the last of its working days', () => {
    // Raised on a Wednesday evening in UTC, which is Thursday in London.
    const began = instant('2026-07-01T23:30:00Z');
    expect(formatInstant(deadlineAfter('england-and-wales', began, 5))).toBe('2026-07-09T22:59:59.999Z');
    expect(formatInstant(deadlineAfter('england-and-wales', instant('2026-10-22T08:00:00Z'), 2))).toBe(
      '2026-10-26T23:59:59.999Z',
    );
  });
});
