import { rowAfter } from './row-keys';

describe('the row that a key leads to', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 9],
    ['PageDown', 3 + 4, 9],
    ['Home', 3, 0],
    ['End', 3, 9],
    ['a', 3, null],
  ])('%s from %d: %p', (key, row, next) => {
    expect(rowAfter(key, row, 10, 7)).toBe(next);
  });

  it('is none where there are no rows', () => {
    expect(rowAfter('End', 0, 0, 7)).toBeNull();
  });
});
