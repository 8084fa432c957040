import { lineOf } from './line-of';

it('goes from left to right, and is broken where there is no score', () => {
  const points = [
    { asOf: '2024-01-01', score: 0 },
    { asOf: '2024-01-02', score: 50 },
    { asOf: '2024-01-03', score: null },
    { asOf: '2024-01-05', score: 100 },
  ];
  expect(lineOf(points, 100, 40)).toBe('M0.0 40.0 L25.0 20.0 M100.0 0.0');
  expect(lineOf([], 100, 40)).toBe('');
});
