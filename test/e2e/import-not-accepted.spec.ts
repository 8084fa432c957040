import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueToken } from '@app/access';
import { QUESTIONS, REGISTERS } from '@app/ledger';
import { ledger, ledgerJson } from './cli';
import { NOON_MS, startServer, type HttpServer } from './http.fixture';

const PATH = '/api/v1/relationships/old';
const LINES = [
  { kind: 'note.logged', effective: '2020-01-01', recorded: '2020-01-01T00:00:00Z', party: 'client', factor: 614 },
  { kind: 'entry.agreed', recorded: '2020-01-02T00:00:00Z', party: 'provider', answers: 'i-0' },
];
/** What some questions must be asked with besides both clocks. */
const ASKED: Readonly<Record<string, string>> = { 'audit-sample': 'seed=1&', 'what-if': 'weights=603:50&' };
const VIEWS = [
  '/score?',
  '/score/history?every=quarter&',
  '/score/explanation?factor=614&',
  '/score/difference?from=2020-01-01&to=2026-03-31&',
  ...['/trail?', '/entries?', '/replay?', '/brought?', '/rubric?', '/extract?', '?'],
  ...[...Object.keys(REGISTERS), ...Object.keys(QUESTIONS)].map((name) => `/${name}?${ASKED[name] ?? ''}`),
];

describe('a live relationship that rests on an import', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-import-'));
  let server: HttpServer;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    const file = join(directory, 'old.ndjson');
    const lines = LINES.map((line, at) => JSON.stringify({ id: `i-${at}`, relationship: 'old', ...line }));
    writeFileSync(file, `${lines.join('\n')}\n`);
    await ledgerJson(['import', file, '--data', directory]);
    server = await startServer({ place: { directory, eventStoreUrl: null } });
    for (const party of ['client', 'provider']) {
      const request = { role: 'member', member: `m-${party}`, party, relationships: ['old'], days: 1 } as const;
      tokens.set(party, (await issueToken(server.api.store, request, NOON_MS)).token);
    }
  });
  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const log = (party: string, path: string, body: object) => server.post(PATH + path, tokens.get(party) ?? '', body);

  it('says so in every view, over HTTP and on the command line, until every party accepted it', async () => {
    const expectSaid = async (seen: string | undefined, expected: object | null): Promise<void> => {
      for (const view of VIEWS) {
        const { status, json } = await server.call(`${PATH}${view}seen=${seen}`, { token: tokens.get('client') ?? '' });
        const said = [view, status, json['restsOnImport']];
        if (expected === null) expect(said).toEqual([view, 200, null]);
        else expect(said).toMatchObject([view, 200, expected]);
      }
    };
    const first = await log('client', '/entries', { kind: 'note.logged', effective: '2026-03-30', text: 'Now live.' });
    const calendar = await server.call(`${PATH}/due.ics?seen=${first.json.position}`, {
      token: tokens.get('client') ?? '',
    });
    // Lines of a calendar are folded.
    expect(calendar.text.replace(/\r\n /g, '')).toContain('It rests on an import that not every party has accepted.');
    await expectSaid(first.json.position, { imported: 2, acceptedBy: [], waitingFor: ['client', 'provider'] });
    for (const words of [['score'], ['history'], ['story'], ['issues'], ['readiness'], ['brought']]) {
      const asked = [...words, 'old', '--data', directory];
      expect([words, await ledgerJson(asked)]).toMatchObject([words, { restsOnImport: { imported: 2 } }]);
      expect((await ledger(asked)).stdout).toContain('Rests on an import: 2 entries were logged elsewhere');
    }
    expect((await ledger(['relationships', '--data', directory])).stdout).toContain('[import not accepted]');

    const data = { sha256: 'a'.repeat(64), entries: LINES.length };
    const accepted = await log('client', '/entries', { kind: 'import.accepted', effective: '2026-03-30', data });
    const agreed = await log('provider', `/entries/${accepted.json.id}/agreement`, {});
    await expectSaid(agreed.json.position, null);
  }, 120_000);
});
