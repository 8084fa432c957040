import * as fc from 'fast-check';
import { builtInFactorSet, score, type Fact } from '@app/ledger';
import { formatDay } from '../../libs/ledger/src/scoring/days';
import { SEEDED, historyMoves, raise, tell } from './random-histories';

/** `HISTORIES` asks for more than the committed number. */
const RUNS = Number(process.env['HISTORIES'] ?? 60);
const LIMIT_MS = 3_600_000;
const MOST_MOVES = 30;
/** Of so many a failure is worth the time to shrink it. */
const SHRUNK = 1000;
const DAY_MS = 86_400_000;
/** Days behind the raise on which the score is looked at: at once, and when much has faded. */
const LATER = [1, 40, 500];
const RATED_MS = Date.parse('2026-01-02T09:00:00Z');

const levels = fc.tuple(fc.nat(4), fc.nat(4));

/** Both parties rated everything before: without a headline there is none to lower. */
function ratings(levels: readonly [client: number, provider: number]): readonly Fact[] {
  return (['client', 'provider'] as const).flatMap((party, place) =>
    builtInFactorSet.factors.map(({ code }): Fact => ({
      ...{ id: `rated-${party}-${code}`, kind: 'rating.given', party, effective: '2026-01-02', factor: code },
      ...{ level: levels[place] ?? 0, evidenced: true, sign: null, severity: null, answers: null, data: {} },
      ...{ revision: -1, recorded: RATED_MS, ledgerRecorded: RATED_MS, imported: true },
    })),
  );
}

describe('whoever raises something, or reports a miss', () => {
  it(
    'lowers no score by it, neither at once nor later',
    async () => {
      let raised = 0;
      await fc.assert(
        fc.asyncProperty(historyMoves(MOST_MOVES), raise, levels, async (moves, last, rated) => {
          const teller = tell(moves);
          const { facts: without } = await teller.history();
          if (!teller.take(last)) return;
          raised += 1;
          const { facts, endMs } = await teller.history();
          for (const days of LATER) {
            const asOf = formatDay(Math.floor(endMs / DAY_MS) + days);
            const [before, after] = [without, facts].map((each) =>
              score([...ratings(rated), ...each], { relationship: 'road', asOf }),
            );
            expect(after?.low).toBeGreaterThanOrEqual(before?.low ?? 0);
            expect(after?.view ?? 0).toBeGreaterThanOrEqual(before?.view ?? 0);
            after?.factors.forEach((factor, place) =>
              expect(factor.score ?? 0).toBeGreaterThanOrEqual(before?.factors[place]?.score ?? 0),
            );
          }
        }),
        { ...SEEDED, numRuns: RUNS, endOnFailure: RUNS > SHRUNK },
      );
      // Else next to nothing would have been tried.
      expect(raised).toBeGreaterThan(RUNS / 4);
    },
    LIMIT_MS,
  );
});
