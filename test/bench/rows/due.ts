import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { inFreshProcess } from '../child';
import { importLedger } from '../ledgers';
import { inTurn, median } from '../measure';
import type { ReadJob, ReadTimes } from '../read.process';
import { wholeLife } from '../whole-life';
import { ENTRIES_OF_TEN_YEARS } from './as-of-score';

/** Every duty of a relationship's life, as the clock looks at them, against reading and parsing the entries. */
export const dueRow: Benchmark = {
  name: 'due',
  async run({ directory, quick }) {
    const data = join(directory, 'ledger');
    await importLedger(data, ENTRIES_OF_TEN_YEARS, wholeLife);
    await inFreshProcess<ReadJob, ReadTimes>('read', { directory: data, what: 'build' });
    const { ours, baseline } = await inTurn(
      quick ? 1 : 7,
      () => inFreshProcess<ReadJob, ReadTimes>('read', { directory: data, what: 'due' }),
      () => inFreshProcess<ReadJob, ReadTimes>('read', { directory: data, what: 'parse' }),
    );
    const cold = (times: readonly ReadTimes[]): number => median(times.map(({ coldMs }) => coldMs));
    return [
      {
        name: 'due',
        value: cold(ours),
        unit: 'ms',
        baseline: cold(baseline),
        ratio: cold(baseline) / cold(ours),
        target: null,
      },
    ];
  },
};
