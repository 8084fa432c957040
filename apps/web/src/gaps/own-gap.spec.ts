import { isBeforeJointLevel } from './own-gap';

it.each([
  [[2, 2], 50, true],
  [[2, 2], 0, false],
  [[4, 2], 50, false],
  [[2.5, 2], 12.5, false],
  [[2], null, false],
])('of levels %p a gap of %p is that before a joint level: %p', (levels, gap, isBefore) => {
  expect(isBeforeJointLevel(levels, gap)).toBe(isBefore);
});
