import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Due } from '@app/ledger';
import { ledger, ledgerJson } from './cli';
import { startServer, tokensFor, type HttpServer, type Tokens } from './http.fixture';

const PATH = '/api/v1/relationships/north-road/due.ics';
const ADDRESS = `${PATH}?asOf=2026-03-31&within=3660`;
const WORDS = ['due', 'north-road', '--as-of', '2026-03-31', '--within', '3660'];

describe('the calendar of what is due', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-calendar-'));
  let server: HttpServer;
  let tokens: Tokens;
  let calendar: string;

  beforeAll(async () => {
    server = await startServer({ demo: true, clock: Date.now, place: { directory, eventStoreUrl: null } });
    tokens = await tokensFor(server, 'north-road');
    const seen = String(await server.api.store.head());
    const { status, text, headers } = await server.call(`${ADDRESS}&seen=${seen}`, { token: tokens.auditor });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    calendar = text;
  });
  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const all = (pattern: RegExp): string[] => [...calendar.matchAll(pattern)].map(([, found = '']) => found);

  it('has a whole day, and a UID of its own, for each duty of the sample contract', async () => {
    const { due } = await ledgerJson<Due>([...WORDS, '--data', directory]);
    expect(due.length).toBeGreaterThan(0);
    expect(all(/^DTSTART;VALUE=DATE:(\d{8})\r$/gm)).toEqual(due.map((item) => item.due.replaceAll('-', '')));
    expect(new Set(all(/^UID:(.*)\r$/gm)).size).toBe(due.length);
  });

  it('is the same on the command line, where it is the only form', async () => {
    const words = [...WORDS, '--ical', '--data', directory];
    expect(await ledger(words)).toEqual({ exitCode: 0, stdout: calendar, stderr: '' });
    for (const other of ['--json', '--csv']) {
      expect(await ledger([...words, other])).toMatchObject({ exitCode: 1, stdout: '' });
    }
    expect(await ledger(['issues', 'north-road', '--ical', '--data', directory])).toMatchObject({ exitCode: 2 });
  });

  it('is not sent again to whoever has it', async () => {
    const { headers } = await server.call(ADDRESS, { token: tokens.auditor });
    const etag = { 'if-none-match': headers.get('etag') ?? '' };
    expect((await server.call(ADDRESS, { token: tokens.auditor, headers: etag })).status).toBe(304);
  });

  it('is for whoever may read entries, and takes no token from the address', async () => {
    const asked = async (path: string, token?: string) => {
      const { status, json, headers } = await server.call(path, token === undefined ? {} : { token });
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      return [status, json.code];
    };
    expect(await asked(ADDRESS)).toEqual([401, 'unauthenticated']);
    expect((await asked(`${ADDRESS}&token=${tokens.auditor}`))[0]).toBe(401);
    expect(await asked(ADDRESS, tokens.reporter)).toEqual([403, 'forbidden']);
    expect(await asked(`${PATH}?within=soon`, tokens.auditor)).toEqual([400, 'invalid-parameter']);
    expect(await asked(PATH.replace('north-road', 'other'), tokens.auditor)).toEqual([404, 'relationship-not-found']);
  });
});
