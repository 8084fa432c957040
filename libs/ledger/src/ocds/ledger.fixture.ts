import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore } from '@app/event-store';
import type { Entry } from '../entry/entry';
import { entryOf, streamOf } from '../entry/read';
import { importJournal, type ImportOptions, type ImportReport } from '../journal/import';
import { Problem } from '../problems';
import { fileOf, OCID, type Package } from './packages.fixture';

export const NOW = Date.parse('2026-11-01T12:00:00Z');
export const RELATIONSHIP = `${OCID}:c1`;

/** A store that packages are imported into. */
export class Imports {
  private constructor(
    readonly store: EventStore,
    private readonly directory: string,
  ) {}

  static async open(): Promise<Imports> {
    const directory = mkdtempSync(join(tmpdir(), 'ocds-'));
    return new Imports(await openEventStore({ kind: 'sqlite', directory }), directory);
  }

  async close(): Promise<void> {
    await this.store.close();
    rmSync(this.directory, { recursive: true });
  }

  take(content: Package | string, options: Partial<ImportOptions> = {}): Promise<ImportReport> {
    return importJournal(this.store, fileOf(content), { format: 'ocds', nowMs: NOW, ...options });
  }

  /** Code, path and detail of what a package is refused with. */
  async refusal(content: Package | string, options: Partial<ImportOptions> = {}): Promise<unknown> {
    try {
      await this.take(content, options);
      return undefined;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { code: error.code, field: error.field, detail: error.detail };
    }
  }

  async entries(relationship = RELATIONSHIP): Promise<Entry[]> {
    const entries: Entry[] = [];
    for await (const event of this.store.read(streamOf(relationship))) entries.push(entryOf(event));
    return entries;
  }

  async entriesOf(kind: string, relationship?: string): Promise<Entry[]> {
    return (await this.entries(relationship)).filter((entry) => entry.kind === kind);
  }
}
