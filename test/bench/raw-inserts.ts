import { DatabaseSync, type StatementSync } from 'node:sqlite';

interface Waiting {
  readonly stream: string;
  readonly body: string;
  readonly resolve: (position: string) => void;
  readonly reject: (error: unknown) => void;
}

/** Makes a connection as durable as the ledger's own, with the same room in the write-ahead log. */
export function openDurable(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec('pragma journal_mode=wal; pragma synchronous=full; pragma wal_autocheckpoint=4000');
  return database;
}

/** The least that can be called durable: one row per request, one transaction for all requests of a turn. */
export class RawInserts {
  private readonly database: DatabaseSync;
  private readonly insert: StatementSync;
  private waiting: Waiting[] = [];

  constructor(file: string) {
    this.database = openDurable(file);
    this.database.exec('create table events (position integer primary key, stream text not null, body text not null)');
    this.insert = this.database.prepare('insert into events (stream, body) values (?, ?)');
  }

  /** Resolves with the position when the row is on disk. */
  add(stream: string, body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => this.commit());
      this.waiting.push({ stream, body, resolve, reject });
    });
  }

  close(): void {
    this.database.close();
  }

  private commit(): void {
    const group = this.waiting;
    this.waiting = [];
    try {
      this.database.exec('begin immediate');
      const positions = group.map(({ stream, body }) => this.insert.run(stream, body).lastInsertRowid);
      this.database.exec('commit');
      for (const [index, { resolve }] of group.entries()) resolve(String(positions[index]).padStart(16, '0'));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
