import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore } from '@app/event-store';
import type { Author } from '../entry/author';
import type { EntryBody } from '../entry/entry';
import { Ledger } from '../entry/ledger.fixture';
import { logEntry } from '../entry/log-entry';
import { importJournal } from '../journal/import';
import { logViews } from '../log-views';
import { Problem } from '../problems';
import { onRecordIn } from '../on-record';
import type { Clocks } from '../parameters';
import type { RestsOnImport } from './imports';

const IMPORTED_AT = '2026-06-01T09:00:00Z';
const SHA256 = 'a'.repeat(64);
const LINES = [
  { kind: 'note.logged', effective: '2020-01-01', recorded: '2020-01-01T00:00:00Z', party: 'client', factor: 601 },
  { kind: 'entry.agreed', recorded: '2020-01-02T00:00:00Z', party: 'provider', answers: 'i-0' },
];

describe('a relationship that rests on an import', () => {
  let directory: string;
  let store: EventStore;
  let keys = 0;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'imports-'));
    store = await openEventStore({ kind: 'sqlite', directory });
    await take(LINES);
  });

  afterEach(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  async function take(lines: readonly object[], from = 0): Promise<void> {
    const text = lines.map((line, at) => JSON.stringify({ id: `i-${from + at}`, relationship: 'old', ...line }));
    const source = async function* () {
      yield Buffer.from(`${text.join('\n')}\n`);
    };
    await importJournal(store, source, { format: 'journal', nowMs: Date.parse(IMPORTED_AT) });
  }
  async function log(party: string, at: string, body: EntryBody): Promise<string> {
    const author: Author = { role: 'member', member: `m-${party}`, party };
    keys += 1;
    const effective = body.answers === undefined ? { effective: at.slice(0, 10) } : {};
    const request = { relationship: 'old', author, key: `${keys}`, body: { ...effective, ...body } };
    return (await logEntry(store, request, Date.parse(at))).id;
  }
  const accept = (party: string, at: string, data: object = {}): Promise<string> =>
    log(party, at, { kind: 'import.accepted', data: { sha256: SHA256, entries: LINES.length, ...data } });
  const refusal = (accepted: Promise<string>): Promise<unknown> =>
    accepted.catch((error: unknown) => (error instanceof Problem ? error.code : error));
  const rests = async (clocks: Clocks = {}): Promise<RestsOnImport | null> =>
    (await onRecordIn(logViews(store), 'old', clocks, Date.parse('2026-12-31T00:00:00Z'))).restsOnImport;

  it('says so from the first live entry until all accepted it', async () => {
    expect(await rests()).toBeNull();
    await log('client', '2026-06-02T10:00:00Z', { kind: 'note.logged', text: 'Now live.' });
    expect(await rests()).toEqual({ imported: 2, acceptedBy: [], waitingFor: ['client', 'provider'] });
    expect(await rests({ asOf: '2019-12-31' })).toMatchObject({ imported: 2 });
    const entry = await accept('provider', '2026-06-03T10:00:00Z');
    const half = { imported: 2, acceptedBy: [{ party: 'provider', entry }], waitingFor: ['client'] };
    expect(await rests()).toEqual(half);
    await log('client', '2026-06-04T10:00:00Z', { kind: 'entry.agreed', answers: entry });
    expect(await rests()).toBeNull();
    expect(await rests({ knownAt: '2026-06-03' })).toEqual(half);
  });

  it('takes the same words of each party as well as one entry that all agree to', async () => {
    await accept('provider', '2026-06-03T10:00:00Z');
    await accept('client', '2026-06-03T11:00:00Z');
    expect(await rests()).toBeNull();
  });

  it('takes an acceptance of all that was imported and of nothing else, once for each party', async () => {
    expect(await refusal(accept('client', '2026-06-03T10:00:00Z', { entries: 3 }))).toBe('not-allowed-now');
    await accept('client', '2026-06-03T10:00:00Z');
    expect(await refusal(accept('client', '2026-06-03T11:00:00Z'))).toBe('not-allowed-now');
    expect(await refusal(accept('provider', '2026-06-03T11:00:00Z', { sha256: 'b'.repeat(64) }))).toBe(
      'not-allowed-now',
    );
  });

  it('says so again where more is imported later', async () => {
    const entry = await accept('client', '2026-06-03T10:00:00Z');
    await log('provider', '2026-06-04T10:00:00Z', { kind: 'entry.agreed', answers: entry });
    await take([{ kind: 'note.logged', effective: '2021-01-01', party: 'client' }], LINES.length);
    expect(await rests()).toEqual({ imported: 3, acceptedBy: [], waitingFor: ['client', 'provider'] });
  });
});

describe('a relationship without an import', () => {
  it('has nothing to accept, and nothing to say of it', async () => {
    const ledger = new Ledger();
    const data = { sha256: SHA256, entries: 0 };
    expect(ledger.refuses('client', { kind: 'import.accepted', data })).toBe('not-allowed-now');
    const { restsOnImport } = await onRecordIn(ledger.views(), 'road', {}, Date.parse('2026-12-31T00:00:00Z'));
    expect(restsOnImport).toBeNull();
  });
});
