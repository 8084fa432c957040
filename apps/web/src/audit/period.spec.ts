import { isWithin, knownWithin, periodOf } from './period';

describe('the period of a pack', () => {
  it('is the year up to today where the address names none', () => {
    expect(periodOf({}, '2026-03-31')).toEqual({ from: '2025-04-01', to: '2026-03-31' });
    expect(periodOf({}, '2024-02-29')).toEqual({ from: '2023-03-02', to: '2024-02-29' });
    expect(periodOf({ to: '2020-12-31' }, '2026-03-31')).toEqual({ from: '2020-01-01', to: '2020-12-31' });
    expect(periodOf({ from: '2020-06-01', to: '2020-12-31' }, '2026-03-31').from).toBe('2020-06-01');
  });

  it('holds its first and its last day', () => {
    const period = { from: '2025-04-01', to: '2026-03-31' };
    expect(['2025-03-31T23:59:59Z', '2025-04-01T00:00:00Z', '2026-03-31T23:59:59Z', '2026-04-01T00:00:00Z'].map((each) => isWithin(each, period))).toEqual([false, true, true, false]); // prettier-ignore
  });
});

it.each([
  [undefined, '2026-03-31'],
  ['2026-06-30', '2026-03-31'],
  ['2026-01-31', '2026-01-31'],
  ['2026-03-31T09:00:00Z', '2026-03-31T09:00:00Z'],
])('knows of a period, with the clock at %s, what was known at %s', (knownAt, known) => {
  expect(knownWithin({ from: '2025-04-01', to: '2026-03-31' }, knownAt)).toBe(known);
});
