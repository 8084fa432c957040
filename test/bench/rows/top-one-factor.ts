import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { inFreshProcess } from '../child';
import { journal } from '../journal';
import { importLedger } from '../ledgers';
import { inTurn, median } from '../measure';
import type { ReadJob, ReadTimes } from '../read.process';
import { ENTRIES_OF_TEN_YEARS } from './as-of-score';

/** The entries that move the score most, where all lie on one factor, against reading and parsing the entries. */
export const topOneFactor: Benchmark = {
  name: 'top-one-factor',
  async run({ directory, quick }) {
    const data = join(directory, 'ledger');
    await importLedger(data, ENTRIES_OF_TEN_YEARS, onOneFactor);
    await inFreshProcess<ReadJob, ReadTimes>('read', { directory: data, what: 'build' });
    const { ours, baseline } = await inTurn(
      quick ? 1 : 5,
      () => inFreshProcess<ReadJob, ReadTimes>('read', { directory: data, what: 'top' }),
      () => inFreshProcess<ReadJob, ReadTimes>('read', { directory: data, what: 'parse' }),
    );
    const cold = (times: readonly ReadTimes[]): number => median(times.map(({ coldMs }) => coldMs));
    return [
      {
        name: 'top-one-factor',
        value: cold(ours),
        unit: 'ms',
        baseline: cold(baseline),
        ratio: cold(baseline) / cold(ours),
        target: null,
      },
    ];
  },
};

function* onOneFactor(relationship: string, entries: number): Generator<string> {
  for (const line of journal(relationship, entries)) yield line.replace(/"factor":\d{3}/, '"factor":614');
}
