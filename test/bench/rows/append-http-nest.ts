import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { spread } from '../contracts';
import { load } from '../load';
import { inTurnWarm } from '../measure';
import { CONNECTIONS, loadLedger, loadTimes, startLedger, startNest } from '../servers';
import { loadRows } from './load-rows';

/** What the ledger itself costs: the same route with everything it does against the same route around one insert. */
export const appendHttpNest: Benchmark = {
  name: 'append-http-nest',
  async run({ directory, quick }) {
    const times = loadTimes(quick);
    const ledger = await startLedger(join(directory, 'ledger'), CONNECTIONS);
    const nest = await startNest(join(directory, 'nest'), CONNECTIONS);
    try {
      const measured = await inTurnWarm(
        quick ? 1 : 3,
        () => loadLedger(ledger, spread(ledger.clients, CONNECTIONS), times),
        () => load(nest.server, spread(nest.clients, CONNECTIONS), times),
      );
      return loadRows('append-http-nest', measured, 0.5);
    } finally {
      await Promise.all([ledger.stop(), nest.stop()]);
    }
  },
};
