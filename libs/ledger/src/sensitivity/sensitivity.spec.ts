import fc from 'fast-check';
import { facts, type Line } from '../scoring/journal.fixture';
import { score } from '../scoring/score';
import { event, journalOfV1, v1 } from '../scoring/v1.fixture';
import { viewsOf } from '../views.fixture';
import { sensitivityOf } from './sensitivity.queries';

const NOW = Date.parse('2026-04-30T12:00:00Z');
const CLOCKS = { asOf: v1.asOf };
const scoreOf = (lines: readonly Line[]) => score(facts(...lines), { relationship: 'road', asOf: v1.asOf }).score;

describe('what answering could change', () => {
  it('of V1 is what the same entries score once they are agreed, disputed or left out', async () => {
    const answer = await sensitivityOf(viewsOf(facts(...journalOfV1)), 'road', CLOCKS, NOW);
    const asserted = journalOfV1.filter(({ kind, party }) => kind === 'note.logged' && party === 'client');
    const disputed = journalOfV1.flatMap(({ kind, answers }) => (kind === 'entry.disputed' ? [answers] : []));
    const open = asserted.filter(({ id }) => !disputed.includes(id));
    expect(open).toHaveLength(1);
    const say = (kind: string) =>
      open.map(({ id = '' }) => ({ kind, party: 'provider', answers: id, recorded: `${v1.asOf}T14:00:00Z` }));
    expect(answer.now.score).toBe(60.4753);
    expect(answer.ifAgreed.score).toBe(scoreOf([...journalOfV1, ...say('entry.agreed')]));
    expect(answer.ifDisputed.score).toBe(scoreOf([...journalOfV1, ...say('entry.disputed')]));
    expect(answer.agreedAlone.score).toBe(scoreOf(journalOfV1.filter((line) => !asserted.includes(line))));
    expect(answer.ifAgreed.effect).toBeCloseTo((answer.ifAgreed.score ?? 0) - 60.4753, 3);
    expect(answer.notAgreed.toSorted()).toEqual(asserted.map(({ id }) => id).toSorted());
    expect(answer.sensitivity.find(({ factor }) => factor === 604)).toMatchObject({
      score: 50,
      entries: open.map(({ id }) => id),
    });
    expect(answer.sensitivity.find(({ factor }) => factor === 601)).toMatchObject({
      ...{ score: 75, ifAgreed: 75, ifDisputed: 75, agreedAlone: 75, entries: [] },
    });
  });

  it('is nothing where everything is answered', async () => {
    const agreed = journalOfV1.filter(
      ({ kind, party }) => kind !== 'entry.disputed' && !(kind === 'note.logged' && party === 'client'),
    );
    const answer = await sensitivityOf(viewsOf(facts(...agreed)), 'road', CLOCKS, NOW);
    for (const part of ['ifAgreed', 'ifDisputed', 'agreedAlone'] as const) {
      expect(answer[part]).toEqual({ ...answer.now, effect: 0 });
    }
  });

  it('lets a dispute made today weigh as one, however long nothing was recorded', async () => {
    const old = facts(...journalOfV1, event(601, '-', 'major', 90, 'client'));
    const answer = await sensitivityOf(viewsOf(old), 'road', { asOf: '2026-09-30' }, NOW);
    expect(answer.ifDisputed.effect).toBeGreaterThan(0);
  });

  it('leaves the reading that others use as it was', async () => {
    const arbitrary = fc.array(
      fc.record({
        sign: fc.constantFrom('+' as const, '-' as const),
        severity: fc.constantFrom('minor' as const, 'major' as const),
        party: fc.constantFrom('client', 'provider', 'joint'),
        age: fc.integer({ min: 0, max: 200 }),
        factor: fc.constantFrom(601, 603, 614),
      }),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(arbitrary, async (told) => {
        const lines = told.map(({ factor, sign, severity, age, party }) => event(factor, sign, severity, age, party));
        const views = viewsOf(facts(...journalOfV1, ...lines));
        const first = await sensitivityOf(views, 'road', CLOCKS, NOW);
        expect(first.now.score).toBe(scoreOf([...journalOfV1, ...lines]));
        expect(await sensitivityOf(views, 'road', CLOCKS, NOW)).toEqual(first);
        expect(first.agreedAlone.low).toBeLessThanOrEqual(100);
      }),
      { numRuns: 20 },
    );
  });
});
