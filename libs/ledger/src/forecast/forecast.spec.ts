import { facts, type Line } from '../scoring/journal.fixture';
import { score } from '../scoring/score';
import { event, journalOfV1, rating, v1 } from '../scoring/v1.fixture';
import { viewsOf } from '../views.fixture';
import { forecastOf, type ForecastAnswer } from './forecast.queries';

const NOW = Date.parse('2026-04-30T12:00:00Z');

const ahead = (...lines: readonly Line[]): Promise<ForecastAnswer> =>
  forecastOf(viewsOf(facts(...lines)), 'road', { asOf: v1.asOf }, NOW);

function rated(factor: number, level: number, ageDays: number): Line[] {
  return ['client', 'provider'].map((party) => ({
    ...rating(party, factor, { level, ageDays, evidenced: true }),
    id: `${party}-${factor}`,
  }));
}

describe('the forecast', () => {
  it('is the score of those days if nothing more happens', async () => {
    const answer = await ahead(...journalOfV1);
    expect(answer.now.score).toBe(60.4753);
    for (const { on, score: then, level, coverage } of answer.forecast) {
      const { relationship: _, ...later } = score(facts(...journalOfV1), { relationship: 'road', asOf: on });
      expect(later).toMatchObject({ score: then, level, coverage });
    }
    expect(answer.forecast.map(({ days, on }) => [days, on])).toEqual([
      [30, '2026-04-30'],
      [60, '2026-05-30'],
      [90, '2026-06-29'],
    ]);
  });

  it('names what goes stale until then, with the ratings that grow too old', async () => {
    // 455 days are not yet stale; of these one is in 40 days.
    const { forecast } = await ahead(...rated(603, 4, 0), ...rated(604, 4, 416), ...rated(605, 3, 500));
    expect(forecast.map(({ goingStale }) => goingStale.map(({ factor, status }) => [factor, status]))).toEqual([
      [],
      [[604, 'stale']],
      [[604, 'stale']],
    ]);
    expect(forecast[1]).toMatchObject({ entries: ['client-604', 'provider-604'] });
    expect(forecast[1]?.goingStale[0]).toMatchObject({ score: 100, entries: ['client-604', 'provider-604'] });
  });

  it('names an events-only factor that its events carry no longer', async () => {
    const { forecast } = await ahead(...rated(603, 4, 0), event(604, '+', 'moderate', 0));
    expect(forecast[0]?.goingStale).toMatchObject([{ factor: 604, status: 'missing', score: null, entries: ['e2'] }]);
  });

  it('knows nothing of what happened behind the day of the question', async () => {
    const later = { ...event(603, '-', 'critical', -20), recorded: '2026-04-21T09:00:00Z' };
    const before = await ahead(...rated(603, 4, 0));
    expect((await ahead(...rated(603, 4, 0), later)).forecast).toEqual(before.forecast);
  });

  it('when a dispute is reviewed meanwhile, lets it weigh as asserted', async () => {
    const minus = { ...event(603, '-', 'major', 50, 'client'), id: 'minus' };
    const dispute = { kind: 'entry.disputed', party: 'provider', answers: 'minus', recorded: `${v1.asOf}T13:00:00Z` };
    const { now, forecast } = await ahead(...rated(603, 4, 0), minus, dispute);
    expect(forecast[1]?.view).toBeLessThan(now.view ?? 0);
    expect(forecast[1]?.effect).toBeLessThan(forecast[0]?.effect ?? 0);
  });
});
