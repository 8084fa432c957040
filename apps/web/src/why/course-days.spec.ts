import { daysUntil, evenly } from './course-days';

const days = Array.from({ length: 100 }, (_, index) => `2024-${String(index + 100)}`);

it('looks at some of many days, the first and the last among them', () => {
  const some = evenly(days, 21);
  expect([some.length, some[0], some.at(-1), new Set(some).size]).toEqual([21, '2024-100', '2024-199', 21]);
  expect([evenly(['a', 'b']), evenly([])]).toEqual([['a', 'b'], []]);
});

it('ends with the day that is looked at, and keeps the days before it', () => {
  const until = daysUntil(days, '2024-150');
  expect(until.at(-1)).toBe('2024-150');
  expect(daysUntil(days, undefined)).toEqual(expect.arrayContaining(until.slice(0, -1)));
  expect([daysUntil(days, undefined).at(-1), daysUntil([], undefined)]).toEqual(['2024-199', []]);
});
