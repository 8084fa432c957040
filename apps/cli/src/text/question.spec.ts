import { questionText } from './question';

const DATES = { relationship: 'road', asOf: '2026-03-31', knownAt: null };

describe('an answer on a terminal', () => {
  it('says how each side weighs a driver, and how well the relationship serves it', () => {
    const weights = [
      { of: 'client', weight: 3, alignment: 'H', entry: 'e-1', status: 'agreed' },
      { of: 'provider', weight: 2, alignment: 'M', entry: 'e-2', status: 'agreed' },
    ];
    const answer = { ...DATES, drivers: [{ driver: 'Cost', weights, gap: 1, entries: ['e-1', 'e-2'] }] };
    expect(questionText('drivers', answer)).toContain('client 3 (H), provider 2 (M)');
  });
});
