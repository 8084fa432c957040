import { changedSearchOf } from './changed-search';
import { inOrder, endsOf, firstScored, lastRated, nearestScored } from './ends';
import { yearBefore } from '../clocks/clocks';

const points = [
  { asOf: '2024-01-31', score: null },
  { asOf: '2024-06-30', score: 50 },
  { asOf: '2026-03-31', score: 60 },
];

describe('the two days that are compared', () => {
  it.each([
    ['the year up to the last day', {}, undefined, { from: '2025-03-31', to: '2026-03-31' }],
    ['the year up to the day that is looked at', {}, '2025-12-31', { from: '2024-12-31', to: '2025-12-31' }],
    ['no earlier than the first score', {}, '2024-12-31', { from: '2024-06-30', to: '2024-12-31' }],
    [
      'as the address says',
      { from: '2024-07-01', to: '2025-01-01' },
      '2026-01-01',
      { from: '2024-07-01', to: '2025-01-01' },
    ],
    [
      'the earlier first',
      { from: '2026-01-01', to: '2025-01-01' },
      undefined,
      { from: '2025-01-01', to: '2026-01-01' },
    ],
  ])('are %s', (_name, search, asOf, expected) => {
    expect(endsOf(search, points, asOf)).toEqual(expected);
  });

  it('begin with the first score, if there ever was one', () => {
    expect([firstScored(points), firstScored(points.slice(0, 1))]).toEqual(['2024-06-30', null]);
  });

  it('are offered the nearest day with a score', () => {
    expect(nearestScored(points, '2024-01-31')).toBe('2024-06-30');
    expect(nearestScored(points, '2025-12-01')).toBe('2026-03-31');
    expect(nearestScored([], '2025-12-01')).toBeNull();
  });

  it('know no leap day a year before', () => {
    expect([yearBefore('2024-02-29'), yearBefore('2025-02-28')]).toEqual(['2023-02-28', '2024-02-28']);
  });

  it('reach back to the latest ratings', () => {
    const rating = (ageDays: number) => ({ level: 3, ageDays, evidenced: true });
    const factor = {
      code: 601,
      name: 'Joint Governance Structure',
      weight: 100,
      score: 75,
      status: 'bilateral' as const,
      counted: true,
      jointRating: 75,
      assessmentWeight: 8,
      positive: 0,
      negative: 0,
      gap: 0,
      confidence: 1,
      ratings: { client: rating(40), provider: rating(31) },
    };
    expect(lastRated({ asOf: '2026-03-31', factors: [factor] })).toBe('2026-02-28');
    expect(lastRated({ asOf: '2026-03-31', factors: [{ ...factor, ratings: {} }] })).toBeNull();
  });
});

it.each([
  [
    { from: '2024-01-01', to: '2025-01-01', factor: '609', asKnown: 'true' },
    { from: '2024-01-01', to: '2025-01-01', factor: 609, asKnown: true },
  ],
  [{ from: 'last year', factor: 'trust', asKnown: 'no' }, {}],
])('reads %j of an address', (search, expected) => {
  expect(changedSearchOf(search)).toEqual(expected);
});

it('puts two days in order', () => {
  const ends = { from: '2025-03-31', to: '2026-03-31' };
  expect([inOrder('2025-03-31', '2026-03-31'), inOrder('2026-03-31', '2025-03-31')]).toEqual([ends, ends]);
});
