import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '@app/event-store';
import { Problem } from '@app/ledger';
import { ledgerFile, withStore, type Place } from '../place';
import { readModelFolder } from '../read-models';

/**
 * Runs on a new log for a data directory whose own is gone. It takes that place where anything was brought into it,
 * also where more is missing; what was refused leaves no ledger.
 *
 * @throws Problem `conflict` where another process has made a log there meanwhile
 */
export async function beginLog<Result>(place: Place, bring: (store: EventStore) => Promise<Result>): Promise<Result> {
  const aside = { ...place, directory: mkdtempSync(join(place.directory, 'recover-')) };
  let brought = false;
  try {
    return await withStore(aside, 'write', async (store) => {
      try {
        return await bring(store);
      } finally {
        brought = (await store.head()) !== null;
      }
    });
  } finally {
    if (brought) takePlace(aside, place);
    rmSync(aside.directory, { recursive: true });
  }
}

function takePlace(aside: Place, place: Place): void {
  const file = ledgerFile(place);
  if (existsSync(file)) throw new Problem('conflict', `another process has made ${file} meanwhile`);
  // They were read from another log, whose positions mean nothing in this one.
  rmSync(readModelFolder(place), { recursive: true, force: true });
  renameSync(ledgerFile(aside), file);
}
