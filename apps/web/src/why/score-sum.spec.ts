import { countedBecause, sumOf, type Factor } from './score-sum';

const factor = (given: Partial<Factor>): Factor => ({
  code: 601,
  name: 'Joint Governance Structure',
  weight: 100,
  score: 75,
  status: 'bilateral',
  counted: true,
  jointRating: 75,
  assessmentWeight: 8,
  positive: 0,
  negative: 0,
  gap: 0,
  confidence: 1,
  ratings: { client: { level: 3, ageDays: 0, evidenced: true }, provider: { level: 3, ageDays: 0, evidenced: true } },
  ...given,
});

const rated = (gap: number, score: number, weight = 100): Factor => factor({ gap, score, weight });
const byOne = { client: { level: 2, ageDays: 0, evidenced: true } };

/** The worked example of the model. */
const V1 = [
  rated(0, 75),
  rated(50, 62.5),
  rated(0, 76.470588),
  rated(25, 50),
  rated(0, 62.5),
  factor({ weight: 75, score: 50, status: 'unilateral', gap: null, ratings: byOne }),
  factor({ weight: 75, score: null, status: 'missing', counted: false, gap: null, confidence: 0, ratings: {} }),
  rated(25, 56.25),
  rated(0, 51.508748, 75),
  rated(50, 75),
  rated(25, 81.25),
  factor({ weight: 75, score: 58.536585, status: 'events-only', gap: null, ratings: {} }),
  factor({ score: 75, status: 'stale', counted: false, confidence: 0 }),
  rated(50, 36.231884, 75),
  rated(0, 25),
  rated(0, 75),
];

describe('the sums behind a score', () => {
  it('give the headline, its bounds, coverage and alignment of the worked example', () => {
    const sum = sumOf(V1);
    expect(sum.product / sum.weight).toBeCloseTo(60.4753, 4);
    expect(sum.currentProduct / sum.applicable).toBeCloseTo(53.3002, 4);
    expect((sum.currentProduct + 100 * (sum.applicable - sum.current)) / sum.applicable).toBeCloseTo(65.1646, 4);
    expect(sum.current / sum.applicable).toBeCloseTo(0.8814, 4);
    expect(sum.bilateral / sum.applicable).toBeCloseTo(0.7797, 4);
    expect(100 - sum.gap / sum.gapWeight).toBeCloseTo(81.5217, 4);
  });

  it('count a stale factor in the headline where the record says so, and never among the current ones', () => {
    const sum = sumOf([rated(0, 80), factor({ score: 20, status: 'stale', counted: true })]);
    expect([sum.product / sum.weight, sum.current, sum.applicable]).toEqual([50, 100, 200]);
  });

  it('leave out what does not apply', () => {
    expect(sumOf([rated(0, 80), factor({ score: null, status: 'not-applicable', counted: false })]).applicable).toBe(
      100,
    );
  });
});

it('says of a stale factor whether it counts', () => {
  expect(countedBecause(factor({ status: 'stale', counted: true }))).toBe('stale');
  expect(countedBecause(factor({ status: 'stale', counted: false }))).toBe('stale-out');
  expect(countedBecause(factor({ status: 'missing', counted: false }))).toBe('missing');
});
