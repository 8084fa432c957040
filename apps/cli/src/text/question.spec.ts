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

  it('gives what is a change its sign', () => {
    const rows = [
      { factor: 601, change: 1.84, entries: [] },
      { factor: 602, change: -2, entries: [] },
    ];
    const answer = { ...DATES, effect: 2.66, gaps: rows };
    const text = questionText('gaps', answer);
    expect(text).toContain('Effect: +2.7');
    expect(text).toMatch(/601 +\+1\.8 /);
    expect(text).toMatch(/602 +-2\.0 /);
  });
});
