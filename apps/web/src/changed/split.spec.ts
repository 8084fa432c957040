import type { EventTerm, RatingTerm, Terms } from '../why/factor-terms';
import { changesOf } from './factor-changes';
import { causesOf, chiefParts, partsAgainst, partsOf, type Difference } from './split';

const part = (code: number, ratings: number, time: number) => ({
  code,
  contribution: ratings + time,
  ratings,
  events: 0,
  corrections: 0,
  time,
});

const difference: Difference = {
  withoutProtocol: null,
  restsOnImport: null,
  from: { asOf: '2025-03-31', score: 58 },
  to: { asOf: '2026-03-31', score: 61 },
  change: 3,
  factors: [part(601, 1, -0.5), part(602, 4, -0.5), part(603, -2, 0)],
  coverageEffect: 1,
  methodEffect: 3e-15,
};

describe('the split of a difference', () => {
  it('puts the largest part first, and leaves out effects that there are none of', () => {
    const parts = partsOf(difference);
    expect(parts.map(({ of, effect }) => [of, effect])).toEqual([
      ['factor', 3.5],
      ['factor', -2],
      ['coverage', 1],
      ['factor', 0.5],
    ]);
    expect(parts.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(3, 9);
  });

  it('names as chief what went the way of the whole', () => {
    const parts = partsOf(difference);
    expect(chiefParts(parts, 3, 2).map(({ effect }) => effect)).toEqual([3.5, 1]);
    expect(chiefParts(parts, -1).map(({ effect }) => effect)).toEqual([-2]);
    expect(chiefParts(parts, 0)).toEqual([]);
  });

  it('names as well what went against it by no less', () => {
    const parts = partsOf(difference);
    expect(partsAgainst(parts, 3, 2).map(({ effect }) => effect)).toEqual([-2]);
    expect(partsAgainst(parts, 3, 1)).toEqual([]);
    expect(partsAgainst(parts, 0)).toEqual([]);
  });

  it('adds up each cause', () => {
    expect(causesOf(difference.factors)).toEqual({ ratings: 3, events: 0, corrections: 0, time: -1 });
  });
});

describe('what changed in a factor', () => {
  const rating = (party: string, level: number, entry: string): RatingTerm => ({
    entry,
    party,
    level,
    evidenced: true,
    effective: '2025-03-31',
    ageDays: 0,
    freshness: 1,
    weight: 4,
    points: level * 25,
    entries: [entry],
  });
  const event = (entry: string, weight: number, given: Partial<EventTerm> = {}): EventTerm => ({
    entry,
    kind: 'issue.resolved',
    sign: '+',
    severity: 'moderate',
    status: 'asserted',
    effective: '2025-02-01',
    ageDays: 0,
    freshness: 1,
    weight,
    weightBeforeLimits: weight,
    limit: 'unagreed',
    ...given,
  });
  const cap = { minorCap: 2, unagreedCap: 2, eventWeightCap: 4, weightBeforeLimits: 0, weight: 0 };
  const terms = (ratings: RatingTerm[], events: EventTerm[]): Terms => ({
    ratings,
    events,
    cap,
    gap: 0,
    formula: '',
  });

  it('is new ratings, new entries, entries seen differently, and age', () => {
    const before = terms([rating('client', 2, 'a')], [event('e1', 1), event('e2', 1), event('gone', 1)]);
    const after = terms(
      [rating('client', 2, 'a'), rating('provider', 3, 'b')],
      [event('e1', 0.4), event('e2', 0.8, { status: 'agreed' }), event('small', 0.1), event('new', 0.9)],
    );
    const { ratings, events, changed, aged } = changesOf(before, after);
    expect(ratings.map((change) => [change.before, change.after.entry])).toEqual([[null, 'b']]);
    expect(events.map(({ entry }) => entry)).toEqual(['new', 'small']);
    expect(changed.map((change) => [change.before.entry, change.after?.status ?? null])).toEqual([
      ['e2', 'agreed'],
      ['gone', null],
    ]);
    expect(aged).toEqual({ before: 1, after: 0.4 });
  });
});
