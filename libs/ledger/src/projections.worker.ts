import { openEventStore, type Json, type StoreConfig } from '@app/event-store';
import { runInWorkerThread } from '@app/projections';
import { ledgerReadModels } from './projections';

/** What the thread that runs the ledger's read models needs to know. */
export interface LedgerWorkerConfig {
  readonly store: StoreConfig;
  /** Where the files of the read models live. */
  readonly directory: string;
}

void runInWorkerThread(async (config: Json) => {
  const { store, directory } = config as unknown as LedgerWorkerConfig;
  return {
    store: await openEventStore(store, { readOnly: true }),
    directory,
    ...ledgerReadModels,
  };
});
