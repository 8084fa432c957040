import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExtractPreview, Extracts, Portfolio } from '@app/ledger';
import { ledger, ledgerJson } from './cli';
import { NORTH_ROAD, startNorthRoad, type HttpServer, type Tokens } from './http.fixture';

const PATH = '/api/v1/portfolio';
const SOUTH_ROAD = { ...NORTH_ROAD, id: 'south-road', title: 'A southern road' };

describe('the portfolio', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-portfolio-'));
  let server: HttpServer;
  let tokens: Tokens;
  let club: string;
  let seen: string;

  beforeAll(async () => {
    ({ server, tokens } = await startNorthRoad({ place: { directory, eventStoreUrl: null } }));
    await server.post('/api/v1/relationships', tokens.operator, SOUTH_ROAD, 'establish-south');
    const relationships = ['north-road', 'south-road', 'nowhere'];
    club = await server.token({ role: 'reporter', member: 'm-8', relationships });
    const issue = { issue: 'iss-1', title: 'Signs', impact: 'high', owner: 'provider' };
    const raised = { kind: 'issue.raised', effective: '2026-03-30', text: 'x', data: issue };
    await server.post('/api/v1/relationships/north-road/entries', tokens.client, raised);
    seen = String(await server.api.store.head());
  });
  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  async function read(token: string, query = ''): Promise<Portfolio> {
    const { status, text } = await server.call(`${PATH}?seen=${seen}${query}`, { token });
    expect(status).toBe(200);
    return JSON.parse(text) as Portfolio;
  }
  const titles = async (token: string, query?: string): Promise<string[]> =>
    (await read(token, query)).portfolio.map(({ title }) => title);

  it('holds what the token may see, by title', async () => {
    expect(await titles(club)).toEqual(['A southern road', 'North road services']);
    expect(await titles(tokens.client)).toEqual(['North road services']);
    expect(await titles(tokens.stranger)).toEqual(['A southern road']);
    expect(await titles(club, '&asOf=2018-12-31')).toEqual([]);
    expect(await titles(club, '&knownAt=2018-12-31')).toEqual([]);
  });

  it('names entries to whoever may read them', async () => {
    const [, ofClub] = (await read(club)).portfolio;
    const [ofClient] = (await read(tokens.client)).portfolio;
    expect(ofClub).toMatchObject({ openIssues: { count: 1, entries: null }, due: { entries: null } });
    expect(ofClient).toMatchObject({ openIssues: { count: 1, entries: [expect.any(String)] } });
    expect(ofClient?.due.entries).toEqual(ofClient?.openIssues.entries);
  });

  it('is not for the operator, nor without a token, and refuses what it does not know', async () => {
    expect((await server.call(PATH)).status).toBe(401);
    expect((await server.call(PATH, { token: tokens.operator })).status).toBe(403);
    for (const query of ['asOf=soon', 'knownAt=soon', 'clock=x', 'relationship=south-road']) {
      const { status, json } = await server.call(`${PATH}?${query}`, { token: tokens.client });
      expect([query, status, json.code]).toEqual([query, 400, 'invalid-parameter']);
    }
  });

  it('is the same on the command line, of all relationships', async () => {
    const words = ['portfolio', '--as-of', '2026-03-31', '--data', directory];
    const { portfolio, ...rest } = await ledgerJson<Portfolio>(words);
    const answer = await read(club, '&asOf=2026-03-31');
    expect(rest).toEqual({ asOf: answer.asOf, knownAt: answer.knownAt, benchmark: answer.benchmark });
    expect(portfolio.map(({ id, score, due }) => [id, score, due.count])).toEqual(
      answer.portfolio.map(({ id, score, due }) => [id, score, due.count]),
    );
    const { exitCode, stdout } = await ledger(words);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('No benchmark: no year of contract life has 5 relationships behind a figure.');
    expect(stdout.indexOf('A southern road')).toBeLessThan(stdout.indexOf('North road services'));
  });

  it('gives to research what both parties agreed to, once they did', async () => {
    const dates = { asOf: '2026-03-30', knownAt: '2026-03-30T00:00:00Z' };
    const path = `/api/v1/relationships/north-road`;
    const preview = async (): Promise<ExtractPreview> => {
      const { text } = await server.call(`${path}/extract?${new URLSearchParams(dates).toString()}&seen=${seen}`, {
        token: tokens.provider,
      });
      return JSON.parse(text) as ExtractPreview;
    };
    const given = async (token: string): Promise<unknown> =>
      JSON.parse((await server.call(`${PATH}/extract?seen=${seen}`, { token })).text);
    const { sha256, extract } = await preview();
    const data = { audience: 'research', ...dates, factorSet: 'mutuality@1.0-draft', sha256 };
    const report = { kind: 'report.published', effective: '2026-03-31', text: 'For research', data };
    const { json } = await server.post(`${path}/entries`, tokens.client, report);
    seen = json.position ?? '';
    expect(await given(club)).toEqual({ extracts: [] });
    const agreed = await server.post(`${path}/entries/${json.id}/agreement`, tokens.provider, {});
    seen = agreed.json.position ?? '';
    expect(await given(club)).toEqual({ extracts: [{ sha256, ...extract }] });
    expect(await given(tokens.stranger)).toEqual({ extracts: [] });
    expect(await preview()).toMatchObject({ sha256, agreed: json.id });
    expect((await server.call(`${path}/extract`, { token: club })).status).toBe(403);
    expect((await server.call(`${PATH}/extract`, { token: tokens.operator })).status).toBe(403);
    expect((await server.call(`${PATH}/extract?asOf=2026-03-30`, { token: club })).status).toBe(400);
    const place = ['--data', directory];
    expect(await ledgerJson<Extracts>(['portfolio', '--extract', ...place])).toEqual(await given(club));
    const words = ['extract', 'north-road', '--as-of', dates.asOf, '--known-at', dates.knownAt, ...place];
    expect(await ledgerJson<ExtractPreview>(words)).toEqual(await preview());
    expect((await ledger(words)).stdout).toContain(`Agreed by every party: ${json.id}`);
    expect((await ledger(['portfolio', '--extract', ...place])).stdout).toContain(sha256);
    const dated = ['portfolio', '--extract', '--as-of', dates.asOf, ...place];
    expect(await ledger(dated)).toMatchObject({ exitCode: 1, stdout: '' });
  });
});
