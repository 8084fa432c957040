import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Every row of every read model of a data directory, by file and table, in an order of their own. */
export function readModelRows(directory: string): Readonly<Record<string, readonly string[]>> {
  const folder = join(directory, 'projections');
  const rows: Record<string, string[]> = {};
  for (const file of readdirSync(folder)) {
    const name = /^(.+-v\d+)\.\d+\.db$/.exec(file)?.[1];
    if (name === undefined) continue;
    const database = new DatabaseSync(join(folder, file), { readOnly: true });
    try {
      // Shadow tables hold how a full-text index is laid out, not what is in it.
      const tables = database
        .prepare("SELECT name, type FROM pragma_table_list WHERE type IN ('table', 'virtual') AND schema = 'main'")
        .all();
      for (const { name: table, type } of tables as { name: string; type: string }[]) {
        if (table.startsWith('sqlite_')) continue;
        if (type === 'virtual')
          database.exec(`CREATE VIRTUAL TABLE temp.indexed USING fts5vocab(main, '${table}', 'instance')`);
        const all = database.prepare(`SELECT * FROM ${type === 'virtual' ? 'temp.indexed' : `"${table}"`}`).all();
        if (type === 'virtual') database.exec('DROP TABLE temp.indexed');
        rows[`${name} ${table}`] = all.map((row) => JSON.stringify(Object.values(row))).sort();
      }
    } finally {
      database.close();
    }
  }
  return rows;
}
