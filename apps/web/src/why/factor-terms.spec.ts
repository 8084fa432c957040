import {
  byWeight,
  formulaOf,
  limitSums,
  movedByEvidence,
  viewOf,
  type EventTerm,
  type RatingTerm,
} from './factor-terms';

const rating = (party: string, points: number, given: Partial<RatingTerm> = {}): RatingTerm => ({
  entry: `e-${party}`,
  party,
  level: points / 25,
  evidenced: true,
  effective: '2026-03-31',
  ageDays: 0,
  freshness: 1,
  weight: 4,
  points,
  entries: [`e-${party}`],
  ...given,
});

const event = (entry: string, given: Partial<EventTerm> = {}): EventTerm => ({
  entry,
  kind: 'behaviour.observed',
  sign: '+',
  severity: 'moderate',
  status: 'agreed',
  effective: '2026-03-31',
  ageDays: 0,
  freshness: 1,
  weight: 1,
  weightBeforeLimits: 1,
  limit: 'agreed-moderate',
  ...given,
});

describe('how views become one', () => {
  it.each([
    [[50, 75], 56.25, { by: 'ratio', lower: 3, higher: 1 }],
    [[50, 75], 62.5, { by: 'ratio', lower: 1, higher: 1 }],
    [[62.5, 31.25], 31.25, { by: 'alone' }],
    [[62.5, 62.5], 62.5, { by: 'same' }],
    [[50], 50, { by: 'one' }],
    [[], null, { by: 'none' }],
    [[50, 75, 100], 70, { by: 'many' }],
  ])('of %j with the joint rating %p', (points, joint, expected) => {
    expect(
      viewOf(
        points.map((point, index) => rating(`party-${index}`, point)),
        joint,
      ),
    ).toEqual(expected);
  });

  it('of a level that all agreed together', () => {
    const together = { entry: 'e-1', entries: ['e-1'] };
    expect(viewOf([rating('client', 75, together), rating('provider', 75, together)], 75)).toEqual({ by: 'joint' });
  });
});

it('says which ratings the evidence rule moved', () => {
  const ratings = [rating('client', 75), rating('provider', 50, { level: 3, evidenced: false })];
  expect(movedByEvidence(ratings)).toEqual([{ party: 'provider', points: 75, counted: 50 }]);
});

it('puts the heaviest entry first, and of the same weight the latest', () => {
  const events = [event('a'), event('b', { effective: '2026-04' }), event('c', { weight: 2 })];
  expect(byWeight(events).map(({ entry }) => entry)).toEqual(['c', 'b', 'a']);
});

it('adds up what each limit holds, before and after', () => {
  const cap = { minorCap: 1, unagreedCap: 2, eventWeightCap: 4, weightBeforeLimits: 4, weight: 3 };
  const minor = { limit: 'minor', weight: 0.5 } as const;
  const sums = limitSums({ events: [event('a', minor), event('b', minor), event('c', { weight: 2 })], cap });
  expect(sums).toEqual([
    { limit: 'minor', cap: 1, before: 2, after: 1 },
    { limit: 'unagreed', cap: 2, before: 0, after: 0 },
    { limit: 'agreed-heavy', cap: 4, before: 0, after: 0 },
    { limit: 'agreed-moderate', cap: 4, before: 1, after: 2 },
  ]);
});

it('puts a factor’s numbers into the rule, and none where there is no score', () => {
  const numbers = { score: 76.4706, jointRating: 75, assessmentWeight: 8, positive: 0.5, negative: 0 };
  const factor = { ...numbers, code: 603, name: 'Joint Objectives', weight: 100, status: 'bilateral' as const };
  const rest = { counted: true, gap: 0, confidence: 1, ratings: {} };
  expect(formulaOf({ ...factor, ...rest })).toBe('(8 × 75 + 100 × 0.5) ÷ (8 + 0.5 + 0) = 76.4706');
  expect(formulaOf({ ...factor, ...rest, score: null })).toBeNull();
});
