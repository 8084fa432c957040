import { createReadStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEventStore } from '@app/event-store';
import { importJournal } from '@app/ledger';
import { answerJob } from './job';
import { openDurable } from './raw-inserts';

export interface ImportJob {
  readonly file: string;
  /** To be made. */
  readonly directory: string;
  readonly what: 'import' | 'raw';
}

/** Lines of one transaction of the baseline: as many as the ledger appends at once. */
const CHUNK_LINES = 250;

/** Milliseconds that the work took. */
answerJob(async ({ file, directory, what }: ImportJob): Promise<number> => {
  mkdirSync(directory);
  const startMs = performance.now();
  if (what === 'import') await imported(file, directory);
  else insertedRaw(file, join(directory, 'raw.db'));
  return performance.now() - startMs;
});

async function imported(file: string, directory: string): Promise<void> {
  const store = await openEventStore({ kind: 'sqlite', directory });
  await importJournal(store, () => createReadStream(file), { format: 'journal', nowMs: Date.now() });
  await store.close();
}

function insertedRaw(file: string, databaseFile: string): void {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const database = openDurable(databaseFile);
  database.exec('create table lines (position integer primary key, id text not null unique, line text not null)');
  const insert = database.prepare('insert into lines (id, line) values (?, ?)');
  for (let from = 0; from < lines.length; from += CHUNK_LINES) {
    database.exec('begin');
    for (const line of lines.slice(from, from + CHUNK_LINES)) {
      insert.run((JSON.parse(line) as { readonly id: string }).id, line);
    }
    database.exec('commit');
  }
  database.close();
}
