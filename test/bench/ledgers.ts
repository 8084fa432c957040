import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { LEDGER_FILE, openEventStore } from '@app/event-store';
import { importJournal } from '@app/ledger';
import { journal } from './journal';

/** Where a data directory keeps its read models. */
export const PROJECTIONS = 'projections';

/** The relationship that is imported; the others are copies of it under other names. */
export const RELATIONSHIP = 'ten-years';

/** Imports a journal of that many entries into the data directory. */
export async function importLedger(directory: string, entries: number, tell = journal): Promise<void> {
  const store = await openEventStore({ kind: 'sqlite', directory });
  try {
    const source = (): AsyncIterable<Uint8Array> => bytesOf(tell(RELATIONSHIP, entries));
    await importJournal(store, source, { format: 'journal', nowMs: Date.now() });
  } finally {
    await store.close();
  }
}

async function* bytesOf(lines: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const line of lines) yield Buffer.from(`${line}\n`);
}

/**
 * Fills the log with copies of the imported relationship under other names, up to a number of entries. Faster than to
 * import each; only a check of the chains would tell them from imported ones.
 */
export function copyLedger(directory: string, entries: number): void {
  const database = new DatabaseSync(join(directory, LEDGER_FILE));
  try {
    const stream = `relationship-${RELATIONSHIP}`;
    const select = database.prepare(
      'select revision, type, data, metadata from events where stream = ? order by revision',
    );
    const insert = database.prepare(
      'insert into events (stream, revision, id, type, data, metadata) values (?, ?, ?, ?, ?, ?)',
    );
    const rows = select.all(stream) as unknown as {
      readonly revision: number;
      readonly type: string;
      readonly data: string;
      readonly metadata: string;
    }[];
    let count = rows.length;
    for (let copy = 1; count < entries; copy += 1) {
      const name = `${RELATIONSHIP}-${copy}`;
      database.exec('begin');
      for (const { revision, type, data, metadata } of rows) {
        if (count === entries) break;
        count += 1;
        const renamed = data.replaceAll(`${RELATIONSHIP}"`, `${name}"`);
        insert.run(`relationship-${name}`, revision, idOf(count), type, renamed, metadata);
      }
      database.exec('commit');
    }
  } finally {
    database.close();
  }
}

function idOf(number: number): string {
  return `00000000-0000-5000-8000-${String(number).padStart(12, '0')}`;
}
