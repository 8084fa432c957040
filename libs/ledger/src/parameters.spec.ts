import { dayParameter } from './parameters';

const NOW = Date.parse('2026-06-01T12:00:00Z');

describe('the day of a question', () => {
  it('is today unless it is given', () => {
    expect(dayParameter(undefined, 'asOf', NOW)).toBe('2026-06-01');
    expect(dayParameter('1999-12-31', 'asOf', NOW)).toBe('1999-12-31');
  });

  it('lies at most fifty years ahead', () => {
    expect(dayParameter('2076-06-01', 'asOf', NOW)).toBe('2076-06-01');
    for (const day of ['2076-06-02', '3000-12-31', '9999-12-31']) {
      expect(() => dayParameter(day, 'asOf', NOW)).toThrow('asOf: expected a date up to 2076-06-01');
    }
  });
});
