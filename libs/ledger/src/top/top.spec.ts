import { builtInFactorSet } from '../catalogue/factor-set';
import { Ledger } from '../entry/ledger.fixture';
import type { Fact } from '../scoring/fact';
import { facts } from '../scoring/journal.fixture';
import { score } from '../scoring/score';
import { journalOfV1, v1 } from '../scoring/v1.fixture';
import { viewsOf } from '../views.fixture';
import { topOf, type Top } from './top.queries';

const NOW = Date.parse('2026-04-30T12:00:00Z');
const JOURNAL = facts(...journalOfV1);

/** As many as ten years hold. */
const HEAP = 26_000;
/** Where each was summed with each, they took ten times as long and more. */
const MOST_TIMES = 4;
const CODES = builtInFactorSet.factors.map(({ code }) => code);

async function msOf(of: (at: number) => Partial<Fact>): Promise<number> {
  const heap = Array.from({ length: HEAP }, (_, at) => heaped(at, of(at)));
  const before = performance.now();
  await topOf(viewsOf(heap), 'road', { asOf: v1.asOf }, NOW);
  return performance.now() - before;
}

function heaped(at: number, of: Partial<Fact>): Fact {
  const recorded = Date.parse('2026-03-01T09:00:00Z') + at;
  return {
    ...{ id: `e-${at}`, kind: 'note.logged', party: 'client', effective: '2026-03-01', factor: 614 },
    ...{ sign: '+', severity: 'minor', level: null, evidenced: null, answers: null, data: {} },
    ...{ revision: at, recorded, ledgerRecorded: recorded, imported: true },
    ...of,
  };
}

const ask = (n?: string): Promise<Top> =>
  topOf(viewsOf(JOURNAL), 'road', { asOf: v1.asOf, ...(n !== undefined && { n }) }, NOW);

describe('the entries that do most to the score', () => {
  it('are those without which V1 would be most different', async () => {
    const { view, top } = await ask('100');
    expect(view).toBe(60.4753);
    for (const { entry, effect, entries } of top) {
      const left = JOURNAL.filter(({ id }) => id !== entry);
      const without = score(left, { relationship: 'road', asOf: v1.asOf }).view ?? NaN;
      expect([entry, effect]).toEqual([entry, expect.closeTo(60.4753 - without, 3)]);
      expect(entries).toEqual([entry]);
    }
    const sizes = top.map(({ effect }) => Math.abs(effect ?? Infinity));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    // What is left out does nothing to it.
    const named = new Set(top.map(({ entry }) => entry));
    for (const { id } of JOURNAL.filter((fact) => !named.has(fact.id) && fact.answers === null)) {
      const without = score(
        JOURNAL.filter((fact) => fact.id !== id),
        { relationship: 'road', asOf: v1.asOf },
      );
      expect([id, without.view]).toEqual([id, expect.closeTo(60.4753, 3)]);
    }
  });

  it('take hardly longer where all lie on one factor', async () => {
    const spread = await msOf((at) => ({ factor: CODES[at % CODES.length] ?? 601 }));
    const critical = { party: 'joint', severity: 'critical', sign: '-' } as const;
    for (const of of [{}, critical]) expect(await msOf(() => of)).toBeLessThan(MOST_TIMES * spread);
  }, 60_000);

  it('name first what alone carries the score', async () => {
    const ledger = new Ledger();
    const event = ledger.agree({ kind: 'note.logged', factor: 614, sign: '+', severity: 'critical', text: 'x' });
    const { view, top } = await topOf(ledger.views(), 'road', {}, Date.parse('2026-01-06T12:00:00Z'));
    expect(view).not.toBeNull();
    expect(top).toMatchObject([{ entry: event, effect: null, entries: [event] }]);
  });

  it('are as many as asked for, 20 where nothing is said', async () => {
    const all = await ask('500');
    expect((await ask('3')).top).toEqual(all.top.slice(0, 3));
    expect((await ask()).top).toEqual(all.top.slice(0, 20));
    await expect(ask('501')).rejects.toMatchObject({ code: 'invalid-parameter', field: 'n' });
    await expect(ask('-1')).rejects.toMatchObject({ code: 'invalid-parameter' });
  });
});
