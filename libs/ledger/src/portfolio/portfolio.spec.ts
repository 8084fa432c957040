import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore } from '@app/event-store';
import { builtInFactorSet } from '../catalogue/factor-set';
import { SAMPLE_TAG } from '../catalogue/sample-tag';
import { importJournal } from '../journal/import';
import { logViews } from '../log-views';
import type { Clocks } from '../parameters';
import { scoreOf } from '../score/score.queries';
import { portfolioOf, type Portfolio } from './portfolio.queries';
import { quartilesOf } from './quartiles';

const NOW = Date.parse('2026-06-01T12:00:00Z');
/** By id: the level that both parties rate every factor with in the first and in the second year; some are younger. */
const LEVELS: Readonly<Record<string, readonly number[]>> = {
  ash: [0, 1],
  birch: [1, 2],
  cedar: [2, 3],
  elm: [3, 4],
  fir: [4, 4],
  oak: [4],
};
const BEGUN_BY_2021 = ['ash', 'birch', 'cedar', 'elm', 'fir'];
const CUT_OFF = '2026-03-31';

function* journalOf(id: string, levels: readonly number[], tags: readonly string[] = []): Generator<object> {
  // Each began in another year: what counts is the year of its life.
  const began = 2024 - levels.length - (id.length % 2);
  const start = `${began}-04-01`;
  const names = { client: `Council of ${id}`, provider: 'Contractor' };
  yield {
    ...{ id: `${id}-0`, relationship: id, kind: 'relationship.established', party: 'client', text: 'x', tags },
    ...{ effective: start, recorded: `${start}T09:00:00Z`, data: { title: `Contract ${id}`, start, ...names } },
  };
  for (const [year, level] of levels.entries()) {
    const effective = `${began + year + 1}-03-31`;
    for (const { code } of builtInFactorSet.factors.filter((factor) => factor.code !== 600)) {
      for (const party of ['client', 'provider']) {
        yield {
          ...{ id: `${id}-${year}-${code}-${party}`, relationship: id, kind: 'rating.given', party },
          ...{ effective, recorded: `${effective}T09:00:00Z`, factor: code, level, evidenced: true },
        };
      }
    }
  }
}

describe('the portfolio', () => {
  let directory: string;
  let store: EventStore;

  async function take(id: string, levels: readonly number[], tags?: readonly string[]): Promise<void> {
    const source = async function* () {
      for (const line of journalOf(id, levels, tags)) yield Buffer.from(`${JSON.stringify(line)}\n`);
    };
    await importJournal(store, source, { format: 'journal', nowMs: NOW });
  }

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'portfolio-'));
    store = await openEventStore({ kind: 'sqlite', directory });
    for (const [id, levels] of Object.entries(LEVELS)) await take(id, levels);
    await take('sample', [4, 4], [SAMPLE_TAG]);
  });
  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  const ask = (clocks: Clocks = { asOf: CUT_OFF }, seen?: readonly string[], entries = true): Promise<Portfolio> =>
    portfolioOf(logViews(store), clocks, NOW, { visible: (id) => seen?.includes(id) ?? true, entries });
  const ids = async (...asked: Parameters<typeof ask>): Promise<string[]> =>
    (await ask(...asked)).portfolio.map(({ id }) => id);

  it('shows relationships side by side, by title, each as its own score says', async () => {
    const { portfolio } = await ask();
    expect(portfolio.map(({ title }) => title)).toEqual(
      ['ash', 'birch', 'cedar', 'elm', 'fir', 'oak', 'sample'].map((id) => `Contract ${id}`),
    );
    for (const row of portfolio) {
      const { score, low, high, coverage, confidence, alignment, level, factorSet } = await scoreOf(
        logViews(store),
        row.id,
        { asOf: CUT_OFF },
        NOW,
      );
      expect(row).toMatchObject({ score, low, high, coverage, confidence, alignment, level, factorSet });
    }
    expect(portfolio[0]).toMatchObject({ start: '2021-04-01', contractYear: 'Year 5', sample: false });
  });

  it('is as both clocks show it, without what had not begun', async () => {
    expect(await ids({ asOf: '2021-12-31' })).toEqual(BEGUN_BY_2021);
    const before = await ask({ asOf: CUT_OFF, knownAt: '2022-03-31' });
    expect(before.knownAt).toBe('2022-03-31T23:59:59.999Z');
    expect(before.portfolio.map(({ id }) => id)).toEqual(BEGUN_BY_2021);
    expect(before.portfolio[0]).toMatchObject({ score: null, reason: 'coverage', contractYear: 'Year 5' });
    await expect(ask({ asOf: 'today' })).rejects.toMatchObject({ code: 'invalid-parameter', field: 'asOf' });
    await expect(ask({ knownAt: 'soon' })).rejects.toMatchObject({ code: 'invalid-parameter' });
    await expect(ask({ clock: 'sundial' })).rejects.toMatchObject({ code: 'invalid-parameter' });
  });

  it('has quartiles of the years of contract life that five stand behind', async () => {
    const { years, atLeast } = (await ask()).benchmark;
    expect(atLeast).toBe(5);
    // Six have a first year; the sample is none of them.
    expect(years[0]).toMatchObject({
      year: 'Year 1',
      score: { relationships: 6, lowerQuartile: 31.25, median: 62.5, upperQuartile: 93.75 },
    });
    // In the second, what was rated in the first still counts where nobody rated again.
    expect(years[1]).toMatchObject({ year: 'Year 2', score: { median: 87.5 } });
    expect((await ask({ asOf: CUT_OFF }, ['ash', 'birch', 'cedar', 'elm'])).benchmark.years).toEqual([]);
  });

  it('shows no relationship that is not for whoever asks, nor makes a figure of it', async () => {
    const seen = BEGUN_BY_2021;
    expect(await ids({ asOf: CUT_OFF }, seen)).toEqual(seen);
    const { benchmark } = await ask({ asOf: CUT_OFF }, seen);
    expect(benchmark.years[0]?.score).toEqual({
      ...{ relationships: 5, lowerQuartile: 25, median: 50, upperQuartile: 75 },
    });
    expect(await ask({ asOf: CUT_OFF }, [])).toMatchObject({ portfolio: [], benchmark: { years: [] } });
  });

  it('counts what is open and due, and names the entries to whoever may read them', async () => {
    const [row] = (await ask({ asOf: CUT_OFF }, ['ash'])).portfolio;
    expect(row).toMatchObject({ openIssues: { count: 0, entries: [] }, due: { overdue: 0 } });
    const [other] = (await ask({ asOf: CUT_OFF }, ['ash'], false)).portfolio;
    expect(other).toEqual({
      ...row,
      openIssues: { count: 0, entries: null },
      due: { ...row?.due, entries: null },
    });
  });
});

describe('quartiles', () => {
  it('are those of a spreadsheet', () => {
    expect(quartilesOf([15, 20, 35, 40, 50, 41])).toEqual({
      ...{ relationships: 6, lowerQuartile: 23.75, median: 37.5, upperQuartile: 40.75 },
    });
  });

  it('are given of five at least, without those that have no number', () => {
    expect(quartilesOf([1, 2, 3, 4, null, null])).toBeNull();
    expect(quartilesOf([5, 1, 2, null, 3, 4])).toMatchObject({ relationships: 5, median: 3 });
  });
});
