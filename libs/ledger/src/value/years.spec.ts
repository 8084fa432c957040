import fc from 'fast-check';
import { parseDay } from '../scoring/days';
import { contractYearOf, financialYearOf, showYear } from './years';

const day = (text: string): number => parseDay(text) ?? NaN;

describe('the years of money', () => {
  it.each([
    ['2026-03-31', '2025/26', '2025-04-01', '2026-03-31'],
    ['2026-04-01', '2026/27', '2026-04-01', '2027-03-31'],
    ['1999-12-31', '1999/00', '1999-04-01', '2000-03-31'],
    ['9999-12-31', '9999/00', '9999-04-01', '9999-12-31'],
  ])('%s lies in the financial year %s', (text, year, from, to) => {
    expect(showYear(financialYearOf(day(text)))).toEqual({ year, from, to });
  });

  it.each([
    ['2019-07-15', '2020-07-14', 'Year 1', '2019-07-15', '2020-07-14'],
    ['2019-07-15', '2020-07-15', 'Year 2', '2020-07-15', '2021-07-14'],
    ['2019-07-15', '2019-07-14', 'Year 0', '2018-07-15', '2019-07-14'],
    ['2020-02-29', '2021-02-27', 'Year 1', '2020-02-29', '2021-02-27'],
    ['2020-02-29', '2024-02-29', 'Year 5', '2024-02-29', '2025-02-27'],
  ])('of a contract from %s, %s lies in %s', (start, text, year, from, to) => {
    expect(showYear(contractYearOf(day(text), day(start)))).toEqual({ year, from, to });
  });

  it('leave no day out, and hold none twice', () => {
    const days = fc.integer({ min: day('1950-01-01'), max: day('2100-12-31') });
    fc.assert(
      fc.property(days, days, (any, start) => {
        for (const yearOf of [financialYearOf, (each: number) => contractYearOf(each, start)]) {
          const { year, firstDay, lastDay } = yearOf(any);
          expect(firstDay <= any && any <= lastDay).toBe(true);
          expect([yearOf(firstDay).year, yearOf(lastDay).year]).toEqual([year, year]);
          expect([yearOf(firstDay - 1).lastDay, yearOf(lastDay + 1).firstDay]).toEqual([firstDay - 1, lastDay + 1]);
        }
      }),
    );
  });
});
