import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { spread } from '../contracts';
import { load } from '../load';
import { inTurnWarm } from '../measure';
import { CONNECTIONS, loadLedger, loadTimes, startBare, startLedger } from '../servers';
import { loadRows } from './load-rows';

/** The whole way of an entry over HTTP against the least that can be called durable. */
export const appendHttp: Benchmark = {
  name: 'append-http',
  async run({ directory, quick }) {
    const times = loadTimes(quick);
    const ledger = await startLedger(join(directory, 'ledger'), CONNECTIONS);
    const bare = await startBare(join(directory, 'bare'), ledger.clients);
    try {
      const clients = spread(ledger.clients, CONNECTIONS);
      const measured = await inTurnWarm(
        quick ? 1 : 3,
        () => loadLedger(ledger, clients, times),
        () => load(bare.server, clients, times),
      );
      return loadRows('append-http', measured, 0.2);
    } finally {
      await Promise.all([ledger.stop(), bare.stop()]);
    }
  },
};
