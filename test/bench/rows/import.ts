import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { inFreshProcess } from '../child';
import type { ImportJob } from '../import.process';
import { journal } from '../journal';
import { RELATIONSHIP } from '../ledgers';
import { inTurn, median } from '../measure';

/** A journal into an empty ledger against inserts of its lines, durable in chunks of the same size. */
export const importRow: Benchmark = {
  name: 'import',
  async run({ directory, quick }) {
    const lines = quick ? 5_000 : 20_000;
    const file = join(directory, 'journal.ndjson');
    writeFileSync(file, `${[...journal(RELATIONSHIP, lines)].join('\n')}\n`);
    let runs = 0;
    const next = (): string => join(directory, `run-${++runs}`);
    const { ours, baseline } = await inTurn(
      quick ? 1 : 3,
      () => inFreshProcess<ImportJob, number>('import', { file, directory: next(), what: 'import' }),
      () => inFreshProcess<ImportJob, number>('import', { file, directory: next(), what: 'raw' }),
    );
    const perSecond = (times: readonly number[]): number => lines / (median(times) / 1000);
    return [
      {
        name: 'import',
        value: perSecond(ours),
        unit: 'lines/s',
        baseline: perSecond(baseline),
        ratio: perSecond(ours) / perSecond(baseline),
        target: null,
      },
    ];
  },
};
