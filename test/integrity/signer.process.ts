import { openEventStore } from '@app/event-store';
import { signLog } from '@app/ledger';

/** Signs the log of a data directory, and does nothing else: `node signer.process.js DIRECTORY` until SIGTERM. */
async function main(directory: string): Promise<void> {
  const stopping = new AbortController();
  process.once('SIGTERM', () => stopping.abort());
  const store = await openEventStore({ kind: 'sqlite', directory }, { readOnly: true });
  await signLog(store, directory, Date.now, stopping.signal);
  await store.close();
}

void main(process.argv[2] ?? '');
