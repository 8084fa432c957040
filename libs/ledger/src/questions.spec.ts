import * as fc from 'fast-check';
import { QUESTIONS, type QuestionName } from './question-names';
import { questions, type QuestionParameters } from './questions';
import { rowsOf } from './registers';
import type { Fact } from './scoring/fact';
import { dates, journals } from './scoring/journal.arbitrary';
import { score } from './scoring/score';
import type { Forecast } from './forecast/forecast.queries';
import type { Top } from './top/top.queries';
import { viewsOf } from './views.fixture';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const RUNS = 30;
/** Four decimals are shown: a difference of two may round either way. */
const DECIMALS = 3;

const NEEDED: Partial<Record<QuestionName, QuestionParameters>> = {
  'what-if': { ratings: 'client:609:4', weights: '609:10' },
  'audit-sample': { seed: '20260331' },
};

const scoreOf = (journal: readonly Fact[], asOf: string, knownAt: string | null = null) =>
  score(journal, { relationship: 'road', asOf, knownAt });

describe('every question', () => {
  it.each(Object.keys(QUESTIONS) as QuestionName[])('%s is pure, and names entries that are there', async (name) => {
    await fc.assert(
      fc.asyncProperty(journals, dates, dates, async (journal, asOf, knownAt) => {
        const ids = new Set(journal.map(({ id }) => id));
        const asked = { ...NEEDED[name], asOf, knownAt };
        const answer = await questions[name](viewsOf(journal), 'road', asked, NOW);
        expect(answer).toMatchObject({ relationship: 'road', asOf });
        // A copy: nothing is remembered of it.
        expect(await questions[name](viewsOf([...journal]), 'road', asked, NOW)).toEqual(answer);
        for (const row of rowsOf(name, answer)) {
          for (const id of row['entries'] as readonly string[]) expect(ids).toContain(id);
        }
        if ('now' in answer) {
          const { score: headline, view, low, high, level } = scoreOf(journal, asOf, knownAt);
          expect(answer.now).toMatchObject({ score: headline, view, low, high, level });
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('gives an entry the effect that the score has without it', async () => {
    await fc.assert(
      fc.asyncProperty(journals, dates, async (journal, asOf) => {
        const { view, top } = (await questions.top(viewsOf(journal), 'road', { asOf, n: '500' }, NOW)) as Top;
        for (const { entry, effect } of top) {
          const without = scoreOf(
            journal.filter(({ id }) => id !== entry),
            asOf,
          ).view;
          const expected =
            view === null || without === null ? null : (expect.closeTo(view - without, DECIMALS) as number);
          expect([entry, effect]).toEqual([entry, expected]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('forecasts the score of those days, where all that is known had happened', async () => {
    await fc.assert(
      fc.asyncProperty(journals, async (journal) => {
        const asOf = '2026-06-30';
        const answer = await questions.forecast(viewsOf(journal), 'road', { asOf }, NOW);
        for (const { on, view, coverage } of rowsOf('forecast', answer) as unknown as readonly Forecast[]) {
          expect(scoreOf(journal, on)).toMatchObject({ view, coverage });
        }
      }),
      { numRuns: RUNS },
    );
  });
});
