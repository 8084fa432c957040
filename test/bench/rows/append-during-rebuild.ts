import { join } from 'node:path';
import { openEventStore } from '@app/event-store';
import { ledgerProjections } from '@app/ledger';
import { rebuildProjections } from '@app/projections';
import type { Benchmark } from '../benchmark';
import { spread } from '../contracts';
import { copyLedger, importLedger, PROJECTIONS } from '../ledgers';
import type { Load } from '../load';
import { inTurn, median } from '../measure';
import { CONNECTIONS, loadLedger, loadTimes, startLedger } from '../servers';

/** What rebuilds of all read models, asked for beside the running server, do to those who append meanwhile. */
export const appendDuringRebuild: Benchmark = {
  name: 'append-during-rebuild',
  async run({ directory, quick }) {
    const times = loadTimes(quick);
    const data = join(directory, 'ledger');
    await importLedger(data, quick ? 2_000 : 10_000);
    copyLedger(data, quick ? 50_000 : 200_000);
    const ledger = await startLedger(data, CONNECTIONS);
    const clients = spread(ledger.clients, CONNECTIONS);
    try {
      // The first build of the read models is over when everything is served.
      await loadLedger(ledger, clients, { warmUpMs: 0, durationMs: times.warmUpMs });
      const { ours, baseline } = await inTurn(
        quick ? 1 : 3,
        () => whileRebuilding(data, () => loadLedger(ledger, clients, times)),
        () => loadLedger(ledger, clients, times),
      );
      const p99Ms = (loads: readonly Load[]): number => median(loads.map((each) => each.p99Ms));
      const perSecond = (loads: readonly Load[]): number => median(loads.map((each) => each.perSecond));
      return [
        {
          name: 'append-during-rebuild',
          value: p99Ms(ours),
          unit: 'ms p99',
          baseline: p99Ms(baseline),
          ratio: p99Ms(baseline) / p99Ms(ours),
          target: 0.5,
        },
        {
          name: 'append-during-rebuild-rate',
          value: perSecond(ours),
          unit: 'appends/s',
          baseline: perSecond(baseline),
          ratio: perSecond(ours) / perSecond(baseline),
          target: null,
        },
      ];
    } finally {
      await ledger.stop();
    }
  },
};

/** Asks the server for one rebuild after the other until the load is over. */
async function whileRebuilding(directory: string, loaded: () => Promise<Load>): Promise<Load> {
  const store = await openEventStore({ kind: 'sqlite', directory }, { readOnly: true });
  try {
    const over = new AbortController();
    const load = loaded().finally(() => over.abort());
    while (!over.signal.aborted) {
      await rebuildProjections({ store, directory: join(directory, PROJECTIONS), projections: ledgerProjections });
    }
    return await load;
  } finally {
    await store.close();
  }
}
