import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmark } from '../benchmark';
import { spread } from '../contracts';
import { copyLedger, importLedger } from '../ledgers';
import { CONNECTIONS, loadLedger, startLedger } from '../servers';

const MEMORY_LIMIT_MIB = 512;

/** The most memory that a server holds while it builds its read models of one million entries and then takes appends. */
export const memory: Benchmark = {
  name: 'memory',
  leftOut: (_setting, wanted) =>
    wanted.has('memory')
      ? existsSync('/proc/self/status')
        ? null
        : 'this system does not tell how much memory a process held at most'
      : 'it takes minutes; ask for it by --memory',
  async run({ directory, quick }) {
    const entries = quick ? 100_000 : 1_000_000;
    const data = join(directory, 'ledger');
    await importLedger(data, quick ? 5_000 : 20_000);
    copyLedger(data, entries);
    const ledger = await startLedger(data, CONNECTIONS);
    try {
      // Answered once the read models have taken the whole log.
      await loadLedger(ledger, spread(ledger.clients, CONNECTIONS), { warmUpMs: 0, durationMs: 2_000 });
      const status = readFileSync(`/proc/${ledger.server.processId}/status`, 'utf8');
      const peakKib = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]);
      return [
        {
          name: 'memory',
          value: peakKib / 1024,
          unit: `MiB at most, ${entries} entries`,
          baseline: MEMORY_LIMIT_MIB,
          ratio: MEMORY_LIMIT_MIB / (peakKib / 1024),
          target: 1,
        },
      ];
    } finally {
      await ledger.stop();
    }
  },
};
