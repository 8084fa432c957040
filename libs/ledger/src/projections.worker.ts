import { openEventStore, type Json, type StoreConfig } from '@app/event-store';
import { runInWorkerThread } from '@app/projections';
import { signLog } from './log/sign-log';
import { ledgerReadModels } from './projections';

/** What the thread that runs the ledger's read models needs to know. */
export interface LedgerWorkerConfig {
  readonly store: StoreConfig;
  /** Where the files of the read models live. */
  readonly directory: string;
  /** The data directory of the primary process, whose log this thread signs; null in every other one. */
  readonly signs: string | null;
}

void runInWorkerThread(async (config: Json) => {
  const { store: place, directory, signs } = config as unknown as LedgerWorkerConfig;
  const store = await openEventStore(place, { readOnly: true });
  return {
    store,
    directory,
    ...ledgerReadModels,
    ...(signs !== null && { beside: (signal) => signLog(store, signs, Date.now, signal) }),
  };
});
