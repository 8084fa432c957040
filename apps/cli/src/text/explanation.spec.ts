import type { ExplanationOnRecord } from '@app/ledger';
import { explanationText } from './explanation';

const RATING = {
  ...{ entry: 'reveal-2', party: 'client', level: 3, evidenced: true, effective: '2026-03-31' },
  ...{ ageDays: 0, freshness: 1, weight: 4, points: 75 },
};
const EXPLANATION: Omit<ExplanationOnRecord, 'terms'> = {
  ...{ relationship: 'road', asOf: '2026-03-31', knownAt: null, factorSet: 'mutuality@1.0-draft' },
  ...{ code: 601, name: 'Joint Governance Structure', weight: 100, score: 75, status: 'bilateral', counted: true },
  ...{ jointRating: 75, assessmentWeight: 8, positive: 0, negative: 0, gap: 0, confidence: 1, ratings: {} },
  independent: [],
};
const CAP = { minorCap: 2, unagreedCap: 2, eventWeightCap: 8, weightBeforeLimits: 0, weight: 0 };

describe('the explanation of a factor on a terminal', () => {
  const textOf = (entries: readonly string[]): string =>
    explanationText({
      ...EXPLANATION,
      terms: { ratings: [{ ...RATING, entries }], events: [], cap: CAP, gap: 0, formula: '75' },
    });

  it('names the ratings of the party itself, not the last that its round revealed', () => {
    expect(textOf(['reveal-1'])).toMatch(/^reveal-1 +client/m);
    expect(textOf(['reveal-0', 'reveal-1'])).toMatch(/^reveal-0, reveal-1 +client/m);
    expect(textOf(['a', 'b', 'c', 'd', 'e'])).toMatch(/^a, b, c, 2 more +client/m);
  });
});
