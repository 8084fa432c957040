import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore } from '@app/event-store';
import { importJournal } from '../journal/import';
import type { Author } from './author';
import { establishRelationship, logEntry } from './log-entry';
import { verifyLedger } from '../log/verify';

const NOW = Date.UTC(2026, 4, 1);
const OPERATOR: Author = { role: 'operator', member: 'operator', party: null };
const CLIENT: Author = { role: 'member', member: 'm-1', party: 'client' };
const TERMS = { title: 'Road', client: 'North Council', provider: 'Fieldway', start: '2026-01-01' };

/** Two stores on one log stand for two processes: each has its own folded state and its own salts. */
describe('several processes on one ledger', () => {
  let directory: string;
  let stores: readonly EventStore[];

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'several-processes-'));
    const open = (): Promise<EventStore> => openEventStore({ kind: 'sqlite', directory });
    stores = [await open(), await open()];
  });

  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    rmSync(directory, { recursive: true });
  });

  const note = (store: EventStore, key: string, nowMs = NOW) =>
    logEntry(
      store,
      { relationship: 'road', author: CLIENT, key, body: { kind: 'note.logged', effective: '2026-04-30', text: 'x' } },
      nowMs,
    );

  async function verified() {
    const [store] = stores;
    if (store === undefined) throw new Error('no store');
    return verifyLedger(store);
  }

  it('record a command once that reaches two of them at the same moment, and both give the answer that stands', async () => {
    const [first, second] = stores as [EventStore, EventStore];
    await establishRelationship(first, { relationship: 'road', author: OPERATOR, key: 'open', data: TERMS }, NOW);
    await note(second, 'before');
    const answers = await Promise.all(stores.map((store, index) => note(store, 'same', NOW + index + 1)));
    expect(answers[1]).toEqual({ ...answers[0], replayed: expect.any(Boolean) as boolean });
    expect(answers.map(({ replayed }) => replayed).toSorted()).toEqual([false, true]);
    // Whoever lost must not chain its next entry to an envelope that was never stored.
    await note(second, 'after, there');
    await note(first, 'after, here');
    expect(await verified()).toMatchObject({ valid: true, entries: 5, firstBad: null });
  });

  it('import the same journal at the same time without breaking the chain', async () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => ({
      id: `e-${index}`,
      relationship: 'road',
      kind: 'note.logged',
      effective: '2024-05-01',
      recorded: '2024-05-02T09:00:00Z',
      party: 'client',
    }));
    const text = Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'));
    const source = async function* () {
      yield text;
    };
    const reports = await Promise.all(
      stores.map((store) => importJournal(store, source, { format: 'journal', nowMs: NOW })),
    );
    expect(reports.map(({ appended }) => appended).reduce((sum, each) => sum + each)).toBe(1_000);
    expect(await verified()).toMatchObject({ valid: true, entries: 1_000, firstBad: null });
  });
});
