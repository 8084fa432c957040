import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { inFreshProcess } from '../child';
import { importLedger } from '../ledgers';
import { inTurn, median } from '../measure';
import type { ReadJob, ReadTimes } from '../read.process';

export const ENTRIES_OF_TEN_YEARS = 26_000;

/** The score at any pair of dates, the first thing a process is asked, against reading and parsing the entries. */
export const asOfScore: Benchmark = {
  name: 'as-of-score',
  async run({ directory, quick }) {
    const data = join(directory, 'ledger');
    await importLedger(data, ENTRIES_OF_TEN_YEARS);
    await inFreshProcess<ReadJob, ReadTimes>('read', { directory: data, what: 'build' });
    const { ours, baseline } = await inTurn(
      quick ? 3 : 9,
      () => inFreshProcess<ReadJob, ReadTimes>('read', { directory: data, what: 'score' }),
      () => inFreshProcess<ReadJob, ReadTimes>('read', { directory: data, what: 'parse' }),
    );
    const cold = (times: readonly ReadTimes[]): number => median(times.map(({ coldMs }) => coldMs));
    const warm = (times: readonly ReadTimes[]): number => median(times.map(({ warmMs }) => warmMs));
    return [
      {
        name: 'as-of-score',
        value: cold(ours),
        unit: 'ms',
        baseline: cold(baseline),
        ratio: cold(baseline) / cold(ours),
        target: 2,
      },
      {
        name: 'as-of-score-warm',
        value: warm(ours),
        unit: 'ms',
        baseline: warm(baseline),
        ratio: warm(baseline) / warm(ours),
        target: null,
      },
    ];
  },
};
