import * as fc from 'fast-check';
import {
  builtInFactorSet,
  difference,
  explain,
  factorSetName,
  history,
  replay,
  score,
  type Fact,
  type FactorSet,
} from '@app/ledger';
import { oracleDifference } from './difference';
import { endOfDay, formatDay, parseDay, readFacts } from './entries';
import { weighEvents } from './factor';
import { courseDates, oracleHistory, oracleScore, rounded, visibleOn } from './oracle';
import { dates, knownAts, ledgers, ratedLedgers } from './random-facts';

/**
 * The scoring library against the literal oracle on random ledgers. `ORACLE_RUNS` asks for more than the committed
 * number of ledgers per question.
 */
const RUNS = Number(process.env.ORACLE_RUNS ?? 300);
const LIMIT_MS = 3_600_000;
const relationship = 'r';
const clocks = fc.constantFrom('claimed' as const, 'claimed' as const, 'ledger' as const);
const anyLedger = fc.oneof(ledgers, ratedLedgers);
const choices = fc.nat(20);
const held = (runs: number) => ({ numRuns: Math.ceil(runs) });

/** Mostly the version in force (null), sometimes one that was agreed here at some time. */
function versionOf(facts: readonly Fact[], choice: number): FactorSet | null {
  const agreed = readFacts(facts, null, 'claimed').entries.flatMap((entry) =>
    entry.fact.kind === 'factorset.agreed' && entry.agreedSince !== null
      ? [entry.data.factorSet as unknown as FactorSet]
      : [],
  );
  return [null, null, builtInFactorSet, ...agreed][choice % (3 + agreed.length)] ?? null;
}
const nameOf = (set: FactorSet | null) => (set === null ? null : factorSetName(set));

describe('the scoring library against the oracle', () => {
  it(
    'gives the same score in every field at any pair of dates',
    () => {
      const pairs = fc.array(fc.record({ asOf: dates, knownAt: knownAts, clock: clocks, choice: choices }), {
        minLength: 1,
        maxLength: 4,
      });
      fc.assert(
        fc.property(anyLedger, pairs, (facts, asked) => {
          for (const { choice, ...pair } of asked) {
            const set = versionOf(facts, choice);
            expect(score(facts, { relationship, ...pair, factorSet: nameOf(set) })).toEqual(
              oracleScore(facts, { relationship, ...pair, factorSet: set }),
            );
          }
        }),
        held(RUNS),
      );
    },
    LIMIT_MS,
  );

  it(
    'gives the same course, as reported, restated and as known',
    () => {
      const periods = fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'quarter' as const);
      const course = fc.record({ from: dates, points: fc.nat(40), every: periods, asKnown: fc.boolean() });
      fc.assert(
        fc.property(anyLedger, course, knownAts, clocks, choices, (facts, asked, knownAt, clock, choice) => {
          const { from, every, asKnown } = asked;
          const to = formatDay(parseDay(from) + asked.points * { day: 1, week: 5, month: 12, quarter: 20 }[every]);
          const set = versionOf(facts, choice);
          const question = { relationship, knownAt: asKnown ? null : knownAt, clock, asKnown };
          const lastKnown = asKnown ? endOfDay(parseDay(to)) : knownAt;
          const restated = set ?? readFacts(facts, lastKnown, clock).inForceOn(parseDay(to));
          const days = courseDates(from, to, every);
          const found = history(facts, { ...question, from, to, every, factorSet: nameOf(set) });
          expect(found.points).toEqual(oracleHistory(facts, days, { ...question, factorSet: null }));
          expect(found.restated).toEqual({
            factorSet: factorSetName(restated),
            points: oracleHistory(facts, days, { ...question, factorSet: restated }),
          });
        }),
        held(RUNS / 10),
      );
    },
    LIMIT_MS,
  );

  it(
    'splits the change between two dates into the same parts, which sum to it',
    () => {
      const digits = 9;
      fc.assert(
        fc.property(
          ratedLedgers,
          dates,
          dates,
          knownAts,
          fc.boolean(),
          clocks,
          (facts, one, other, knownAt, asKnown, clock) => {
            const [from, to] = one < other ? [one, other] : [other, one];
            const found = difference(facts, { from, to, knownAt, asKnown, clock });
            const expected = oracleDifference(facts, { from, to, knownAt, asKnown, clock });
            for (const end of ['from', 'to'] as const)
              expect([found[end].asOf, rounded(found[end].score ?? -1)]).toEqual([
                expected[end].asOf,
                rounded(expected[end].score ?? -1),
              ]);
            if (found.change === null || expected.change === null) {
              const nothing = { change: null, factors: [], coverageEffect: null, methodEffect: null };
              expect([found, expected]).toMatchObject([nothing, nothing]);
              return;
            }
            const parts = found.factors.reduce((sum, factor) => sum + factor.contribution, 0);
            expect(parts + (found.coverageEffect ?? 0) + (found.methodEffect ?? 0)).toBeCloseTo(found.change, digits);
            for (const key of ['change', 'coverageEffect', 'methodEffect'] as const)
              expect(found[key]).toBeCloseTo(expected[key] ?? 0, digits);
            expect(found.factors.map(({ code }) => code).sort()).toEqual(
              expected.factors.map(({ code }) => code).sort(),
            );
            for (const factor of expected.factors) {
              const same = found.factors.find(({ code }) => code === factor.code);
              for (const key of ['contribution', 'time', 'ratings', 'events', 'corrections'] as const)
                expect(same?.[key]).toBeCloseTo(factor[key], digits);
            }
          },
        ),
        held(RUNS),
      );
    },
    LIMIT_MS,
  );

  it(
    'replays to the score of every prefix at its latest effective day',
    () => {
      fc.assert(
        fc.property(anyLedger, (facts) => {
          const expected = facts.map(({ revision, id, kind }, index) => {
            const prefix = facts.slice(0, index + 1);
            const days = readFacts(prefix, null, 'claimed').entries.map((entry) => entry.day);
            const asOf = formatDay(Math.max(...days));
            const question = { relationship, asOf, knownAt: null, clock: 'claimed' as const, factorSet: null };
            const { score: value, level, coverage } = oracleScore(prefix, question);
            return { revision, id, kind, asOf, score: value, level, coverage };
          });
          expect([...replay(facts)]).toEqual(expected);
        }),
        held(RUNS / 30),
      );
    },
    LIMIT_MS,
  );

  it(
    'explains a factor by the weights that the oracle gives its events',
    () => {
      fc.assert(
        fc.property(anyLedger, dates, knownAts, fc.constantFrom(601, 609, 615), (facts, asOf, knownAt, code) => {
          const reading = readFacts(facts, knownAt, 'claimed');
          const day = parseDay(asOf);
          const found = explain(facts, { relationship, asOf, knownAt, factor: code });
          if (found.status === 'not-applicable') return;
          const weighed = weighEvents(code, visibleOn(reading, day), day, reading.inForceOn(day).parameters);
          const expected = weighed.map(({ entry, weight }) => [entry.fact.id, rounded(weight)] as const);
          const weights = found.terms.events.map((term) => [term.entry, term.weight] as const);
          const present = (terms: typeof weights) => Object.fromEntries(terms.filter(([, weight]) => weight > 0));
          expect(present(weights)).toEqual(present(expected));
        }),
        held(RUNS),
      );
    },
    LIMIT_MS,
  );
});
