import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { STATEMENTS_KEPT } from './limits';

/** The prepared statement of a text, from a cache of the connection: preparing costs more than most statements do. */
export function statementsOf(database: DatabaseSync): (sql: string) => StatementSync {
  const prepared = new Map<string, StatementSync>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    // Texts are constants of the program, so the bound is never met; it keeps a mistake from eating the memory.
    if (prepared.size >= STATEMENTS_KEPT) prepared.clear();
    const statement = database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
}
