import { scoreOf } from '../score/score.queries';
import { viewsOf } from '../views.fixture';
import { whatIfOf } from '../what-if/what-if.queries';
import { facts, type Line } from './journal.fixture';
import { event, rating, v1 } from './v1.fixture';

const NOW = Date.parse('2026-04-30T12:00:00Z');
const FACTORS = [601, 602, 603, 604, 605, 606, 607, 608, 609, 610, 611, 612, 613, 614, 615, 616];
const rated = (level: number, factors: readonly number[]): Line[] =>
  factors.flatMap((factor) =>
    ['client', 'provider'].map((party) => rating(party, factor, { level, ageDays: 0, evidenced: true })),
  );
const others = (...codes: readonly number[]): number[] => FACTORS.filter((code) => !codes.includes(code));
const heldBackOf = async (...lines: readonly Line[]) =>
  (await scoreOf(viewsOf(facts(...lines)), 'road', { asOf: v1.asOf }, NOW)).heldBack;

describe('what holds a level back', () => {
  it('is nothing where the level is that of the number, or where there is no headline', async () => {
    expect(await heldBackOf(...rated(3, FACTORS))).toBeNull();
    expect(await heldBackOf(...rated(4, [601]))).toBeNull();
  });

  it('is the factor of full weight that lies too low', async () => {
    const lines = [...rated(4, others(603)), ...rated(1, [603])];
    const { level } = await scoreOf(viewsOf(facts(...lines)), 'road', { asOf: v1.asOf }, NOW);
    expect(await heldBackOf(...lines)).toMatchObject({ factors: [603], entries: [] });
    expect((await heldBackOf(...lines))?.from).not.toBe(level);
    const views = viewsOf(facts(...rated(4, FACTORS)));
    const supposed = { asOf: v1.asOf, ratings: 'joint:603:1' };
    expect(await whatIfOf(views, 'road', supposed, NOW)).toMatchObject({
      now: { heldBack: null },
      then: { heldBack: { factors: [603], entries: [] } },
    });
  });

  it('is what is missing, below the highest level', async () => {
    expect(await heldBackOf(...rated(4, others(607)))).toMatchObject({ factors: [607], entries: [] });
  });

  it('is a critical entry', async () => {
    const back = await heldBackOf(...rated(4, FACTORS), event(609, '-', 'critical', 0, 'joint'));
    expect(back).toMatchObject({ factors: [], entries: [expect.any(String)] });
  });
});
