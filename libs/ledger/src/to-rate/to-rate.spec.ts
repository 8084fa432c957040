import { builtInFactorSet } from '../catalogue/factor-set';
import { facts, type Line } from '../scoring/journal.fixture';
import { event, rating, v1 } from '../scoring/v1.fixture';
import { viewsOf } from '../views.fixture';
import { toRateOf, type ToRate } from './to-rate.queries';

const NOW = Date.parse('2026-04-30T12:00:00Z');
const CODES = [601, 602, 603, 604, 605, 606, 607, 608, 609, 610, 611, 612, 613, 614, 615, 616];

/** As of 2026-03-31, whose quarter began 89 days before. */
const toRate = (lines: readonly Line[]): Promise<ToRate> =>
  toRateOf(viewsOf(facts(...lines)), 'road', { asOf: v1.asOf }, NOW);

function ratedByBoth(factors: readonly number[], ageDays: number): Line[] {
  return factors.flatMap((factor) => [
    rating('client', factor, { level: 3, ageDays, evidenced: true }),
    rating('provider', factor, { level: 2, ageDays, evidenced: false }),
  ]);
}

const planned = ({ toRate }: ToRate): number[] => toRate.flatMap(({ factor, planned }) => (planned ? factor : []));

describe('which factors to rate next', () => {
  it('are the four with the oldest ratings, the heaviest first among equals', async () => {
    const answer = await toRate([
      ...ratedByBoth([606, 610, 601, 613], 300),
      ...ratedByBoth(
        CODES.filter((code) => ![606, 610, 601, 613].includes(code)),
        200,
      ),
    ]);
    expect(answer.quarter).toBe('2026-Q1');
    expect(planned(answer)).toEqual([601, 610, 613, 606]);
  });

  it('are first of all those that not every party has rated', async () => {
    const lines = ratedByBoth(
      CODES.filter((code) => code !== 614),
      300,
    );
    const answer = await toRate([...lines, rating('client', 614, { level: 3, ageDays: 10, evidenced: true })]);
    expect(answer.toRate[0]).toMatchObject({ factor: 614, planned: true, waitingFor: ['provider'] });
  });

  it('are fewer by those that every party has rated in this quarter, so that all come once a year', async () => {
    const answer = await toRate([...ratedByBoth(CODES, 300), ...ratedByBoth([601, 602, 603], 30)]);
    expect(planned(answer)).toHaveLength(1);
    expect(planned(answer)).not.toContain(601);
    expect(planned(await toRate(ratedByBoth(CODES, 30)))).toEqual([]);
  });

  it('shows beside each level what was logged since, and no rating', async () => {
    const before = { ...event(603, '-', 'minor', 350), id: 'before' };
    const since = { ...event(603, '+', 'moderate', 100), id: 'since' };
    const other = { ...event(604, '+', 'moderate', 100), id: 'other' };
    const answer = await toRate([before, ...ratedByBoth([603], 300), since, other]);
    const row = answer.toRate.find(({ factor }) => factor === 603);
    expect(row?.levels).toMatchObject([
      { party: 'client', level: 3, evidenced: true, since: ['since'] },
      { party: 'provider', level: 2, evidenced: false, since: ['since'] },
    ]);
    expect(row?.entries).toContain('since');
  });

  it('says what the levels mean, and what each factor is after', async () => {
    const { scale, toRate: rows } = await toRate([]);
    const { rubric } = builtInFactorSet as unknown as { rubric: Record<'ladder' | 'aim', Record<string, string>> };
    expect(scale.map(({ level, meaning }) => [String(level), meaning])).toEqual(Object.entries(rubric.ladder));
    expect(rows.map(({ factor, aim }) => [factor, aim])).toEqual(
      rows.map(({ factor }) => [factor, rubric.aim[String(factor)]]),
    );
    expect(rows).toHaveLength(CODES.length);
  });
});
