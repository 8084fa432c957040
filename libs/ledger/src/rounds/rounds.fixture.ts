import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore, type JsonObject } from '@app/event-store';
import type { Author } from '../entry/author';
import type { Entry, EntryBody } from '../entry/entry';
import { establishRelationship, logEntry, type Logged } from '../entry/log-entry';
import { logViews } from '../log-views';
import { Problem } from '../problems';
import { handInRatings, type HandIn } from './hand-in';
import { RatingSafe } from './sealed-ratings';

export const MORNING = Date.parse('2026-06-01T09:00:00Z');
export const CLIENT: Author = { role: 'member', member: 'm-1', party: 'client' };
export const PROVIDER: Author = { role: 'member', member: 'm-2', party: 'provider' };
/** Another member of the client. */
export const SPONSOR: Author = { role: 'sponsor', member: 'm-3', party: 'client' };

const OPERATOR: Author = { role: 'operator', member: 'o', party: null };
const TERMS = { title: 'Road', client: 'North Council', provider: 'Fieldway', start: '2026-01-01' };

/** A ledger in a directory of its own, with what takes ratings in it. */
export class RoundLedger {
  store!: EventStore;
  safe!: RatingSafe;
  /** Milliseconds. */
  now = MORNING;
  private keys = 0;
  private constructor(readonly directory: string) {}

  static async start(): Promise<RoundLedger> {
    const ledger = new RoundLedger(mkdtempSync(join(tmpdir(), 'rounds-')));
    await ledger.open();
    const request = { relationship: 'road', author: OPERATOR, key: 'establish', data: TERMS };
    await establishRelationship(ledger.store, request, MORNING);
    return ledger;
  }

  private async open(): Promise<void> {
    this.store = await openEventStore({ kind: 'sqlite', directory: this.directory });
    this.safe = new RatingSafe(this.directory);
  }

  /** As a process that starts again finds it. */
  async restart(): Promise<void> {
    await this.store.close();
    await this.open();
  }

  async stop(): Promise<void> {
    await this.store.close();
    rmSync(this.directory, { recursive: true });
  }

  log(author: Author, body: EntryBody): Promise<Logged> {
    this.keys += 1;
    const request = { relationship: 'road', author, key: `entry-${this.keys}`, body };
    return logEntry(this.store, request, this.now);
  }

  opens(round: string, closes = '2026-06-30', author = CLIENT): Promise<Logged> {
    const data = { round, factors: [605, 610], closes };
    return this.log(author, { kind: 'round.opened', effective: '2026-06-01', data });
  }

  closes(round: string, author: Author): Promise<Logged> {
    return this.log(author, { kind: 'round.closed', effective: '2026-06-01', data: { round } });
  }

  rates(author: Author, round: string, level: number, more: Partial<HandIn> = {}): Promise<Logged> {
    this.keys += 1;
    const ratings = [{ factor: 605, level }];
    const handIn = { relationship: 'road', author, key: `rating-${this.keys}`, round, ratings, ...more };
    return handInRatings(this.store, this.safe, handIn, this.now);
  }

  async entries(kind: string): Promise<readonly Entry[]> {
    return logViews(this.store).entries('road', { kind });
  }

  async data(kind: string): Promise<readonly JsonObject[]> {
    return (await this.entries(kind)).map(({ data }) => data);
  }

  /** Commitments of what is sealed. */
  sealed(): readonly string[] {
    const names = readdirSync(join(this.directory, 'private')).includes('sealed')
      ? readdirSync(join(this.directory, 'private', 'sealed'))
      : [];
    return names.map((name) => name.split('.')[1] ?? '');
  }
}

/** The code with which a command is refused, and why. */
export async function refusal(command: Promise<unknown>): Promise<readonly [code: string, why: string]> {
  try {
    await command;
  } catch (error) {
    if (error instanceof Problem) return [error.code, error.message];
    throw error;
  }
  return ['taken', ''];
}
