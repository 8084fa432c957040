import * as fc from 'fast-check';
import { SEVERITIES, type Fact } from '@app/ledger';
import { oracleScore } from './oracle';
import { dates, ledgers } from './random-facts';

/** The properties at the end of scoring.md: a reading of the rules that breaks one of them is a wrong reading. */
describe('the oracle on random ledgers', () => {
  const FACTOR = 609;
  const RUNS = 300;
  const tolerance = 1e-4;

  const added = fc.record({
    party: fc.constantFrom('client', 'joint', 'third-party'),
    severity: fc.constantFrom(...SEVERITIES),
    sign: fc.constantFrom('+' as const, '-' as const),
  });

  it('a positive event, or agreeing one, never lowers, and a negative one never raises', () => {
    fc.assert(
      fc.property(ledgers, dates, added, fc.boolean(), (facts, asOf, { party, severity, sign }, agrees) => {
        const recorded = Date.parse('2025-01-01T00:00:00Z');
        const blank = {
          level: null,
          evidenced: null,
          answers: null,
          data: {},
          recorded,
          ledgerRecorded: recorded,
          imported: true,
        };
        const event: Fact = {
          ...blank,
          revision: facts.length,
          id: 'added',
          kind: 'note.logged',
          party,
          effective: '2025-01-01',
          factor: FACTOR,
          sign,
          severity,
        };
        const agreement: Fact = {
          ...event,
          revision: facts.length + 1,
          id: 'agreement',
          kind: 'entry.agreed',
          party: 'provider',
          effective: null,
          factor: null,
          sign: null,
          severity: null,
          answers: 'added',
        };
        const question = { relationship: 'r', asOf, knownAt: null, clock: 'claimed' as const, factorSet: null };
        const before = oracleScore(agrees ? [...facts, event] : facts, question);
        const after = oracleScore(agrees ? [...facts, event, agreement] : [...facts, event], question);
        const factorOf = ({ factors }: typeof before) => factors.find(({ code }) => code === FACTOR)?.score ?? null;
        const [was, is] = [factorOf(before), factorOf(after)];

        expect(after.low).toBeLessThanOrEqual((after.view ?? after.low) + tolerance);
        expect(after.high).toBeGreaterThanOrEqual((after.view ?? after.high) - tolerance);
        if (sign === '+') expect(after.low).toBeGreaterThanOrEqual(before.low - tolerance);
        if (was === null || is === null) return;
        expect(is).toBeGreaterThanOrEqual(sign === '+' ? was - tolerance : 0);
        expect(is).toBeLessThanOrEqual(sign === '-' ? was + tolerance : 100);
      }),
      { numRuns: RUNS },
    );
  });
});
