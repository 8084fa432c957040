import { join } from 'node:path';
import { openEventStore } from '@app/event-store';
import { signNow } from '@app/ledger';
import type { Benchmark } from '../benchmark';
import { inFreshProcess } from '../child';
import { importLedger, RELATIONSHIP } from '../ledgers';
import { inTurn, median } from '../measure';
import type { VerifyJob } from '../verify.process';

/** A signed ledger at rest, checked to the last entry, against bare SHA-256 over the bytes that are stored of it. */
export const verifyRow: Benchmark = {
  name: 'verify',
  async run({ directory, quick }) {
    const entries = quick ? 20_000 : 100_000;
    const data = join(directory, 'ledger');
    await importLedger(data, entries);
    const store = await openEventStore({ kind: 'sqlite', directory: data }, { readOnly: true });
    await signNow(store, data, RELATIONSHIP, Date.now());
    await store.close();
    const { ours, baseline } = await inTurn(
      quick ? 1 : 5,
      () => inFreshProcess<VerifyJob, number>('verify', { directory: data, what: 'verify' }),
      () => inFreshProcess<VerifyJob, number>('verify', { directory: data, what: 'bare' }),
    );
    const perSecond = (times: readonly number[]): number => entries / (median(times) / 1000);
    return [
      {
        name: 'verify',
        value: perSecond(ours),
        unit: 'entries/s',
        baseline: perSecond(baseline),
        ratio: perSecond(ours) / perSecond(baseline),
        target: 0.5,
      },
    ];
  },
};
