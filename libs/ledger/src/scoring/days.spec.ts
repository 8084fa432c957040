import * as fc from 'fast-check';
import {
  afterMonths,
  dateOf,
  dayOf,
  effectiveDay,
  endOfDay,
  formatDay,
  formatInstant,
  parseDay,
  parseEffective,
  parseInstant,
  parseKnownAt,
} from './days';

describe('days', () => {
  it('counts from 1970-01-01, over the whole range of years', () => {
    expect(parseDay('1970-01-01')).toBe(0);
    expect(parseDay('1969-12-31')).toBe(-1);
    expect(parseDay('2026-03-31')).toBe(dayOf(Date.UTC(2026, 2, 31)));
    expect(parseDay('0001-01-01')).toBe(-719162);
    expect(parseDay('9999-12-31')).toBe(2932896);
  });

  it('writes back what it reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719162, max: 2932896 }), (day) => {
        expect(parseDay(formatDay(day))).toBe(day);
        expect(dateOf(day).year).toBe(new Date(day * 86_400_000).getUTCFullYear());
      }),
    );
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') }), (date) => {
        expect(formatInstant(date.getTime())).toBe(date.toISOString());
        expect(parseInstant(date.toISOString())).toBe(date.getTime());
      }),
    );
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('knows the date %s and %i months', (from, months, to) => {
    expect(formatDay(afterMonths(parseDay(from) ?? NaN, months))).toBe(to);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '0000-01-01', '2026-4-1', '26-04-01', '1900-02-29'])(
    'refuses %s',
    (text) => {
      expect(parseEffective(text)).toBeNull();
      expect(parseKnownAt(text)).toBeNull();
    },
  );

  it.each(['2026-03-31T24:00:00Z', '2026-03-31T10:00:00', '2026-03-31T10:00Z', '2026-03-31T10:00:60Z'])(
    'refuses the instant %s',
    (text) => expect(parseEffective(text)).toBeNull(),
  );

  it('reads offsets and milliseconds, no finer', () => {
    expect(parseInstant('2026-03-31T23:30:00.25-01:00')).toBe(Date.UTC(2026, 3, 1, 0, 30, 0, 250));
    expect(parseInstant('2026-03-31T10:00:00.1234Z')).toBeNull();
    expect(parseEffective('2026-03-31T23:30:00-01:00')?.lastDay).toBe(parseDay('2026-04-01'));
  });

  it('takes the last day of a coarse date, but not one after the day it was recorded', () => {
    expect(effectiveDay('2019-06', Date.UTC(2020, 0, 1))).toBe(parseDay('2019-06-30'));
    expect(effectiveDay('2019-06', Date.UTC(2019, 5, 20, 23))).toBe(parseDay('2019-06-20'));
    expect(effectiveDay('2019', Date.UTC(2030, 5, 20))).toBe(parseDay('2019-12-31'));
    expect(effectiveDay('2019-06-21', Date.UTC(2019, 5, 20))).toBe(parseDay('2019-06-21'));
  });

  it('lets a bare date of knownAt stand for the end of that day', () => {
    expect(parseKnownAt('2026-03-31')).toBe(Date.UTC(2026, 3, 1) - 1);
    expect(endOfDay(0)).toBe(86_399_999);
    expect(parseKnownAt('2026-03')).toBeNull();
  });
});
