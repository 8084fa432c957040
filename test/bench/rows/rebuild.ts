import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { inFreshProcess } from '../child';
import { copyLedger, importLedger } from '../ledgers';
import { inTurn, median } from '../measure';
import type { RebuildJob } from '../rebuild.process';

/** All read models from the log against raw inserts, in batches, of the rows that they hold in the end. */
export const rebuild: Benchmark = {
  name: 'rebuild',
  async run({ directory, quick }) {
    const entries = quick ? 50_000 : 200_000;
    const data = join(directory, 'ledger');
    await importLedger(data, quick ? 5_000 : 20_000);
    copyLedger(data, entries);
    await inFreshProcess<RebuildJob, number>('rebuild', { directory: data, what: 'rebuild' });
    const { ours, baseline } = await inTurn(
      quick ? 1 : 3,
      () => inFreshProcess<RebuildJob, number>('rebuild', { directory: data, what: 'rebuild' }),
      () => inFreshProcess<RebuildJob, number>('rebuild', { directory: data, what: 'raw' }),
    );
    const perSecond = (times: readonly number[]): number => entries / (median(times) / 1000);
    return [
      {
        name: 'rebuild',
        value: perSecond(ours),
        unit: 'entries/s',
        baseline: perSecond(baseline),
        ratio: perSecond(ours) / perSecond(baseline),
        target: 0.5,
      },
    ];
  },
};
