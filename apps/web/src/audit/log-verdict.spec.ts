import { logWordOf } from './log-verdict';

describe('what an auditor is told of the record', () => {
  it.each([
    ['valid', 36, 36, 'same'],
    ['valid', 36, 20, 'grown'],
    ['valid', 36, null, 'sound'],
    ['incomplete', 36, 20, 'incomplete'],
    ['fork', 36, 20, 'tampered'],
    ['invalid', 36, 36, 'tampered'],
    ['payload', 36, null, 'tampered'],
  ] as const)('%s, of %d entries, with %p kept: %s', (outcome, size, kept, word) => {
    expect(logWordOf(outcome, size, kept)).toBe(word);
  });
});
