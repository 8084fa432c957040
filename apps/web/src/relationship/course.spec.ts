import { clocksAt, methodBreaks, pointAt, untilKnown, type CoursePoint } from './course';
import { courseSearchOf } from './course-search';

const point = (asOf: string, factorSet = 'a'): CoursePoint => ({
  asOf,
  factorSet,
  score: 60,
  low: 50,
  high: 70,
  coverage: 1,
  confidence: 1,
  alignment: 90,
  level: 'Developing',
});
const points = [point('2024-01-31'), point('2024-02-29'), point('2024-03-31', 'b'), point('2024-04-30', 'b')];

it('finds where the method changed, with what it was on the point before', () => {
  expect(methodBreaks(points)).toEqual([{ asOf: '2024-03-31', before: '2024-02-29', factorSet: 'b' }]);
});

it('finds the last point that is not after a day', () => {
  expect(['2024-03-15', '2024-02-29', '2023-01-01', undefined].map((day) => pointAt(points, day))).toEqual([
    1, 1, 0, 3,
  ]);
});

describe('the clocks at a point', () => {
  it('move what had happened, and what was known stays', () => {
    expect(clocksAt(points, 1, { knownAt: '2025-01-01' }, 'reported')).toEqual({
      asOf: '2024-02-29',
      knownAt: '2025-01-01',
    });
  });

  it('move what was known behind it, where each day is told as it was known then', () => {
    expect(clocksAt(points, 1, {}, 'as-known')).toEqual({ asOf: '2024-02-29', knownAt: '2024-02-29' });
  });

  it('stay in the past at the end of a course that ends there', () => {
    const knownAt = '2024-03-31';
    expect(clocksAt(untilKnown(points, knownAt), 2, { knownAt }, 'reported')).toEqual({ asOf: knownAt, knownAt });
  });

  it('are now at the last point', () => {
    expect(clocksAt(points, 3, { asOf: '2024-01-31', knownAt: '2024-01-31' }, 'as-known')).toEqual({});
    expect(clocksAt(points, 3, { asOf: '2024-01-31' }, 'restated')).toEqual({});
  });
});

it.each([
  [{ course: 'restated' }, { course: 'restated' }],
  [{ course: 'as-known' }, { course: 'as-known' }],
  [{ course: 'reported' }, {}],
  [{ course: 'otherwise' }, {}],
])('reads %j of an address', (search, expected) => {
  expect(courseSearchOf(search)).toEqual(expected);
});

it.each([
  [undefined, 4],
  ['2024-02-29', 2],
  ['2024-03-30T12:00:00Z', 2],
  ['2020-01-01', 1],
])('ends the course that was known at %s after %d points', (knownAt, count) => {
  expect(untilKnown(points, knownAt)).toHaveLength(count);
});
