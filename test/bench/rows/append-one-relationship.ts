import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { spread } from '../contracts';
import { inTurnWarm } from '../measure';
import { CONNECTIONS, loadLedger, loadTimes, startLedger } from '../servers';
import { loadRows } from './load-rows';

/** One busy relationship against many: its commands are decided one after another and share their commits. */
export const appendOneRelationship: Benchmark = {
  name: 'append-one-relationship',
  async run({ directory, quick }) {
    const times = loadTimes(quick);
    const ledger = await startLedger(join(directory, 'ledger'), CONNECTIONS);
    try {
      const measured = await inTurnWarm(
        quick ? 1 : 3,
        () => loadLedger(ledger, spread(ledger.clients.slice(0, 1), CONNECTIONS), times),
        () => loadLedger(ledger, spread(ledger.clients, CONNECTIONS), times),
      );
      return loadRows('append-one-relationship', measured, 0.7);
    } finally {
      await ledger.stop();
    }
  },
};
