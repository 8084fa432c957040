import { advanced, byDay, dayOf, pageOf, pointOn, thinned, type FilmEntry } from './film';
import { replaySearchOf } from './replay-search';

const entry = (revision: number, effective: string | null, recorded = '2026-03-31T10:00:00.000Z'): FilmEntry =>
  ({ id: `e-${revision}`, revision, effective, recorded }) as FilmEntry;

it('goes on by as many entries as the speed says, by one at least, and not over the end', () => {
  expect(advanced(0, 50, 100, 600)).toBe(5);
  expect(advanced(10, 2, 100, 600)).toBe(11);
  expect(advanced(598, 50, 100, 600)).toBe(600);
});

it('reads the page on which the last entry stands', () => {
  expect([0, 1, 500, 501].map(pageOf)).toEqual([0, 0, 0, 1]);
});

it.each([
  ['2024', '2024-12-31'],
  ['2024-02', '2024-02-29'],
  ['2026', '2026-03-31'],
  ['2026-03-04', '2026-03-04'],
  ['2026-03-04T11:00:00Z', '2026-03-04'],
  [null, '2026-03-31'],
])('takes %p as of the last day that it covers and the record can know', (effective, day) => {
  expect(dayOf(entry(1, effective))).toBe(day);
});

it('puts entries in the order in which they happened, those of one day as they were recorded', () => {
  const entries = [entry(0, '2024-05-01'), entry(1, '2024-02'), entry(2, '2024-05-01'), entry(3, '2023')];
  expect(byDay(entries).map(({ revision }) => revision)).toEqual([3, 1, 0, 2]);
});

it('finds the score of a day', () => {
  const points = [{ asOf: '2024-01-01' }, { asOf: '2024-01-08' }, { asOf: '2024-01-15' }];
  expect(pointOn(points, '2023-12-01')?.asOf).toBe('2024-01-01');
  expect(pointOn(points, '2024-01-10')?.asOf).toBe('2024-01-08');
  expect(pointOn(points, '2025-01-01')?.asOf).toBe('2024-01-15');
  expect(pointOn([], '2025-01-01')).toBeUndefined();
});

it('draws no more points than can be told apart, and always the last', () => {
  const points = Array.from({ length: 26_000 }, (_, index) => index);
  expect(thinned(points).length).toBeLessThanOrEqual(401);
  expect(thinned(points).at(-1)).toBe(25_999);
  expect(thinned([1, 2, 3])).toEqual([1, 2, 3]);
});

it('reads the address, and nothing in it that it does not know', () => {
  expect(replaySearchOf({ order: 'happened', at: 12, speed: 10 })).toEqual({ order: 'happened', at: 12, speed: 10 });
  expect(replaySearchOf({ order: 'recorded', at: -1, speed: 3 })).toEqual({});
});
