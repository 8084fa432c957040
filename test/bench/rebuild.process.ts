import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openEventStore } from '@app/event-store';
import { ledgerProjections } from '@app/ledger';
import {
  BUILD_CACHE_KIB,
  BUILD_TRANSACTION_EVENTS,
  openReadModel,
  rebuildProjections,
  type Projection,
  type SqlValue,
} from '@app/projections';
import { answerJob } from './job';
import { PROJECTIONS } from './ledgers';

export interface RebuildJob {
  /** A data directory whose read models have been built before. */
  readonly directory: string;
  /** `raw`: only the inserts of the rows, which are brought into memory before. */
  readonly what: 'rebuild' | 'raw';
}

/** Milliseconds that the work took. */
answerJob(({ directory, what }: RebuildJob): Promise<number> | number =>
  what === 'rebuild' ? rebuilt(directory) : insertedRaw(directory),
);

async function rebuilt(directory: string): Promise<number> {
  const store = await openEventStore({ kind: 'sqlite', directory }, { readOnly: true });
  const startMs = performance.now();
  await rebuildProjections({ store, directory: join(directory, PROJECTIONS), projections: ledgerProjections });
  const tookMs = performance.now() - startMs;
  await store.close();
  return tookMs;
}

interface Table {
  readonly insert: string;
  readonly rows: readonly SqlValue[][];
}

function insertedRaw(directory: string): number {
  const filled = ledgerProjections.map((projection) => ({ projection, tables: tablesOf(directory, projection) }));
  const folder = join(directory, 'raw');
  mkdirSync(folder);
  const startMs = performance.now();
  for (const { projection, tables } of filled) insertInto(join(folder, `${projection.name}.db`), projection, tables);
  const tookMs = performance.now() - startMs;
  rmSync(folder, { recursive: true });
  return tookMs;
}

/** The rows of a built read model, as they stand in its file. */
function tablesOf(directory: string, projection: Projection): Table[] {
  const model = openReadModel(join(directory, PROJECTIONS), projection);
  try {
    return model.read(({ all }) => {
      const names = all<{ name: string }>(
        `select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual')
         and name not like 'sqlite%' and name <> 'checkpoint'`,
      );
      return names.map(({ name }): Table => {
        // An index of words holds no text: what went into it is made again from the entries that it is of.
        const rows = all<Record<string, SqlValue>>(
          name === 'words' ? 'select number, kind, text, more from entries' : `select * from ${name}`,
        );
        if (name === 'words') {
          return {
            insert: 'insert into words (rowid, body) values (?, ?)',
            rows: rows.map(({ number, ...words }) => [number ?? null, Object.values(words).join(' ').toLowerCase()]),
          };
        }
        const marks = Object.keys(rows[0] ?? {}).map(() => '?');
        return { insert: `insert into ${name} values (${marks.join()})`, rows: rows.map((row) => Object.values(row)) };
      });
    });
  } finally {
    model.close();
  }
}

/** As fast as it goes without losing what the read model promises: same schema, same indexes, same settings. */
function insertInto(file: string, projection: Projection, tables: readonly Table[]): void {
  const database = new DatabaseSync(file);
  database.exec(`pragma page_size=8192; pragma journal_mode=memory; pragma synchronous=off;
    pragma locking_mode=exclusive; pragma cache_size=-${BUILD_CACHE_KIB}; pragma temp_store=memory`);
  database.exec(projection.schema);
  for (const { insert, rows } of tables) {
    const statement = database.prepare(insert);
    for (let from = 0; from < rows.length; from += BUILD_TRANSACTION_EVENTS) {
      database.exec('begin');
      for (const row of rows.slice(from, from + BUILD_TRANSACTION_EVENTS)) statement.run(...row);
      database.exec('commit');
    }
  }
  for (const statement of projection.finish ?? []) database.exec(statement);
  database.close();
}
