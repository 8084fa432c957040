import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { inFreshProcess } from '../child';
import { importLedger } from '../ledgers';
import { inTurn, median } from '../measure';
import type { ReadJob, ReadTimes } from '../read.process';
import { ENTRIES_OF_TEN_YEARS } from './as-of-score';

/** Ten years by day, first thing a process is asked, against reading and parsing the entries. */
export const historyDaily: Benchmark = {
  name: 'history-daily',
  async run({ directory, quick }) {
    const data = join(directory, 'ledger');
    await importLedger(data, ENTRIES_OF_TEN_YEARS);
    await inFreshProcess<ReadJob, ReadTimes>('read', { directory: data, what: 'build' });
    const { ours, baseline } = await inTurn(
      quick ? 1 : 7,
      () => inFreshProcess<ReadJob, ReadTimes>('read', { directory: data, what: 'history' }),
      () => inFreshProcess<ReadJob, ReadTimes>('read', { directory: data, what: 'parse' }),
    );
    const cold = (times: readonly ReadTimes[]): number => median(times.map(({ coldMs }) => coldMs));
    return [
      {
        name: 'history-daily',
        value: cold(ours),
        unit: 'ms',
        baseline: cold(baseline),
        ratio: cold(baseline) / cold(ours),
        target: 1,
      },
    ];
  },
};
