import { hash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LEDGER_FILE, openEventStore } from '@app/event-store';
import { hashingBeside, verifyLedger } from '@app/ledger';
import { answerJob } from './job';

export interface VerifyJob {
  /** A data directory whose log is signed. */
  readonly directory: string;
  /** `bare`: SHA-256 over what is stored of each entry, its two texts read from the same database, and nothing else. */
  readonly what: 'verify' | 'bare';
}

/** Milliseconds that the work took. */
answerJob(async ({ directory, what }: VerifyJob): Promise<number> => {
  const startMs = performance.now();
  if (what === 'verify') await verified(directory);
  else hashedBare(join(directory, LEDGER_FILE));
  return performance.now() - startMs;
});

async function verified(directory: string): Promise<void> {
  const hashing = hashingBeside();
  const store = await openEventStore({ kind: 'sqlite', directory }, { readOnly: true });
  const { valid, signed, firstBad } = await verifyLedger(store, { dataDirectory: directory, hashing });
  await hashing.end();
  await store.close();
  if (!valid || signed === 0) throw new Error(`the ledger of the benchmark is not valid: ${firstBad?.reason}`);
}

function hashedBare(file: string): void {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('select data, metadata from events order by position');
  rows.setReturnArrays(true);
  for (const row of rows.iterate()) {
    const [data, metadata] = row as unknown as readonly [string, string];
    hash('sha256', data, 'buffer');
    hash('sha256', metadata, 'buffer');
  }
  database.close();
}
