import { evenly } from './course-days';
import { whySearchOf } from './why-search';

it.each([
  [{ factor: 609 }, { factor: 609 }],
  [
    { factor: '609', all: 'true' },
    { factor: 609, all: true },
  ],
  [{ factor: '6 or so' }, {}],
  [{ factor: -1, all: 'no' }, {}],
  [{}, {}],
])('reads %j of an address', (search, expected) => {
  expect(whySearchOf(search)).toEqual(expected);
});

it('looks at some of many days, the first and the last among them', () => {
  const days = Array.from({ length: 129 }, (_, index) => `day-${index}`);
  const some = evenly(days, 21);
  expect([some.length, some[0], some.at(-1), new Set(some).size]).toEqual([21, 'day-0', 'day-128', 21]);
  expect(evenly(['a', 'b'])).toEqual(['a', 'b']);
  expect(evenly([])).toEqual([]);
});
