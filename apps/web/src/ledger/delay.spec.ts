import { daysLate } from './delay';

describe('how late an entry was logged', () => {
  it.each([
    ['2019-06-10', '2019-06-20T10:00:00.000Z', 10],
    ['2019-06-20', '2019-06-20T10:00:00.000Z', 0],
    ['2019-06-20T09:00:00Z', '2019-06-21T01:00:00.000Z', 1],
    ['2019-02', '2019-03-02T10:00:00.000Z', 2],
    ['2019-06', '2019-06-20T10:00:00.000Z', 0],
    ['2018', '2019-01-01T10:00:00.000Z', 1],
    [null, '2019-06-20T10:00:00.000Z', null],
  ])('%s, recorded %s: %p days', (effective, recorded, days) => {
    expect(daysLate(effective, recorded)).toBe(days);
  });
});
