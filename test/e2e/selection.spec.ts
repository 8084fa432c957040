import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Baseline, CandidateRegister } from '@app/ledger';
import { ledger, ledgerJson, newDirectory, removeDirectories } from './cli';
import { NORTH_ROAD, startServer, type HttpServer } from './http.fixture';

const SELECTION = '/api/v1/relationships/bridge-tender';
const ROAD = '/api/v1/relationships/north-road';
const NOTICE = 'no award criterion unless it was published as one';
/** Names and words that must never be read in the relationship. */
const RIVALS = ['Bolt', 'bolt', 'Cole', 'cole', 'slower than'];
const CODES = [601, 602, 603, 604, 605, 606, 607, 608, 609, 610, 611, 612, 613, 614, 615, 616];

describe('a partner selection', () => {
  let server: HttpServer;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    server = await startServer();
    const relationships = ['bridge-tender'];
    tokens['operator'] = await server.token({ role: 'operator', member: 'operator' });
    tokens['client'] = await server.token({ role: 'member', member: 'ada', party: 'client', relationships });
    tokens['provider'] = await server.token({ role: 'member', member: 'ben', party: 'provider', relationships });
    tokens['auditor'] = await server.token({ role: 'auditor', member: 'cy', relationships });
    tokens['reporter'] = await server.token({ role: 'reporter', member: 'di', relationships });
    for (const [party, member] of [
      ['client', 'ada'],
      ['provider', 'ben'],
    ] as const)
      // prettier-ignore
      tokens[`${party}Road`] = await server.token({ role: 'member', member, party, relationships: ['north-road'] });
    const { id: _id, provider: _provider, ...terms } = NORTH_ROAD;
    const selection = { ...terms, id: 'bridge-tender', title: 'Bridge tender', start: '2026-02-01' };
    const opened = await server.post('/api/v1/selections', token('operator'), selection, 'open');
    expect([opened.status, opened.headers.get('location')]).toEqual([201, SELECTION]);
    const again = await server.post('/api/v1/selections', token('operator'), selection, 'open');
    expect([again.status, again.json.id]).toEqual([200, opened.json.id]);
  });
  afterAll(async () => {
    await server.stop();
    removeDirectories();
  });

  function token(who: string): string {
    return tokens[who] ?? '';
  }

  async function logs(body: object, path = SELECTION, who = 'client'): Promise<string> {
    const { status, json, text } = await server.post(`${path}/entries`, token(who), body);
    if (status !== 201) throw new Error(text);
    return String(json.position);
  }

  async function rates(candidate: string, level: number, codes: readonly number[]): Promise<string> {
    const name = `${candidate.charAt(0).toUpperCase()}${candidate.slice(1)} Works`;
    const effective = '2026-02-02';
    let position = await logs({ kind: 'candidate.considered', effective, data: { candidate, name } });
    for (const factor of codes) {
      position = await logs({
        ...{ kind: 'candidate.rated', effective: '2026-02-10', factor, text: `${candidate}: slower than the others` },
        data: { candidate, level, proof: factor % 2 === 0 ? 'documented' : 'claimed' },
        evidence: factor % 2 === 0 ? [{ title: `${candidate} beats Bolt Works`, sha256: 'b'.repeat(64) }] : [],
      });
    }
    return position;
  }

  async function read<Answer>(address: string, who = 'client'): Promise<Answer> {
    const { status, text } = await server.call(address, { token: token(who) });
    expect([address, status]).toEqual([address, 200]);
    return JSON.parse(text) as Answer;
  }

  let seen: string;

  it('takes candidates and their ratings from the client, and nothing before somebody is selected', async () => {
    await rates('acme', 3, CODES);
    await rates('bolt', 2, CODES);
    seen = await rates('cole', 4, CODES.slice(0, 3));
    const early = await server.call(`${SELECTION}/baseline?seen=${seen}`, { token: token('client') });
    expect([early.status, early.json.code]).toEqual([422, 'not-allowed-now']);
    const { candidates } = await read<CandidateRegister>(`${SELECTION}/candidates`);
    expect(candidates.map(({ candidate, rank, selected }) => [candidate, rank, selected])).toEqual([
      ['acme', 1, false],
      ['bolt', 2, false],
      ['cole', null, false],
    ]);
    seen = await logs({
      ...{ kind: 'candidate.selected', effective: '2026-03-02' },
      data: { candidate: 'acme', reason: 'Nearer than Bolt' },
    });
  });

  it('ranks the candidates, says what that is not, and is the same on the command line', async () => {
    const register = await read<CandidateRegister>(`${SELECTION}/candidates?asOf=2026-03-31&seen=${seen}`);
    expect(register).toMatchObject({
      notice: expect.stringContaining(NOTICE),
      selected: { candidate: 'acme' },
      candidates: [
        { candidate: 'acme', name: 'Acme Works', reason: 'one-sided', score: null, selected: true, coverage: 1 },
        { candidate: 'bolt', selected: false },
        { candidate: 'cole', insufficientEvidence: true },
      ],
    });
    const words = ['candidates', 'bridge-tender', '--as-of', '2026-03-31', '--data', server.directory];
    expect(await ledgerJson(words)).toEqual(register);
    const { stdout } = await ledger(words);
    expect(stdout).toContain(NOTICE);
    expect(stdout).toContain('cole: insufficient evidence');
    const { text } = await server.call(`${SELECTION}/candidates?asOf=2026-03-31&format=csv`, {
      token: token('client'),
    });
    const rows: readonly Record<string, string>[] = parse(text, { columns: true });
    expect(rows.map(({ candidate, notice }) => [candidate, notice?.includes(NOTICE)])).toEqual([
      ['acme', true],
      ['bolt', true],
      ['cole', true],
    ]);
    const exported = await ledger(['export', 'bridge-tender', '--data', server.directory]);
    expect(exported.stderr).toContain(NOTICE);
    const file = join(newDirectory(), 'selection.ndjson');
    const [moved, options] = [newDirectory(), ['--as-of', '2026-03-31']];
    await ledger(['export', 'bridge-tender', '--out', file, '--data', server.directory]);
    const [first = ''] = readFileSync(file, 'utf8').split('\n');
    expect(JSON.parse(first)).toMatchObject({
      kind: 'relationship.established',
      text: expect.stringContaining(NOTICE),
    });
    await ledgerJson(['import', file, '--data', moved]);
    const copy = await ledgerJson<CandidateRegister>(['candidates', 'bridge-tender', ...options, '--data', moved]);
    expect(copy.candidates).toEqual(register.candidates);
    expect((await ledger(['relationships', '--data', moved])).stdout).toContain('[partner selection]');
  });

  it('is open to members of the client alone', async () => {
    for (const who of ['provider', 'auditor', 'reporter']) {
      // A reporter reads no entries anywhere.
      const more = ['/candidates', '/baseline', '/entries', '/trail', '/log/checkpoint', '/live'];
      for (const name of ['', '/score', ...(who === 'reporter' ? [] : more)]) {
        const { status, json } = await server.call(`${SELECTION}${name}`, { token: token(who) });
        expect([who, name, status, json.code]).toEqual([who, name, 404, 'relationship-not-found']);
        const head = await server.call(`${SELECTION}${name}`, { token: token(who), method: 'HEAD' });
        expect([who, name, head.status]).toEqual([who, name, 404]);
      }
      const { json } = await server.call('/api/v1/portfolio', { token: token(who) });
      expect([who, (json as { portfolio?: unknown[] }).portfolio]).toEqual([who, []]);
      const { relationships } = (await server.call('/api/v1/relationships', { token: token(who) })).json;
      expect([who, relationships]).toEqual([who, []]);
    }
    const note = { kind: 'note.logged', effective: '2026-03-03', text: 'Let me in' };
    const written = await server.post(`${SELECTION}/entries`, token('provider'), note);
    expect([written.status, written.json.code]).toEqual([404, 'relationship-not-found']);
    const [listed] = (await server.call('/api/v1/relationships', { token: token('client') })).json.relationships ?? [];
    expect(listed).toMatchObject({ selection: true, parties: [{ id: 'client' }], withoutProtocol: null });
    const issuing = ['token', 'bridge-tender', '--data', server.directory];
    const refused = await ledger([...issuing, '--party', 'provider', '--member', 'ben']);
    expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining('only members of its client')]);
    expect(await ledger([...issuing, '--party', 'client', '--member', 'eve'])).toMatchObject({ exitCode: 0 });
  });

  it('is opened by the operator alone, without a provider, and takes nothing of a relationship', async () => {
    const body = { id: 'other', title: 'Other', client: 'Council', start: '2026-01-01' };
    expect((await server.post('/api/v1/selections', token('client'), body)).status).toBe(403);
    const named = await server.post('/api/v1/selections', token('operator'), { ...body, provider: 'Acme' });
    expect([named.status, named.json.field]).toEqual([400, 'provider']);
    const rating = { kind: 'rating.given', effective: '2026-03-03', factor: 603, level: 3 };
    const refused = await server.post(`${SELECTION}/entries`, token('client'), rating);
    expect([refused.status, refused.json.code]).toEqual([422, 'not-allowed-now']);
  });

  it('gives the relationship the levels of the chosen one, once both accept, and no word of a rival', async () => {
    const opened = await server.post('/api/v1/relationships', token('operator'), {
      ...NORTH_ROAD,
      start: '2026-03-30',
    });
    expect(opened.status).toBe(201);
    const baseline = await read<Baseline>(`${SELECTION}/baseline?asOf=2026-03-31&seen=${seen}`);
    expect(baseline).toMatchObject({ candidate: 'acme', notice: expect.stringContaining(NOTICE) });
    expect(baseline.baseline.map(({ factor, level }) => [factor, level])).toEqual(CODES.map((code) => [code, 3]));
    const file = join(newDirectory(), 'baseline.ndjson');
    const words = ['baseline', 'bridge-tender', '--as-of', '2026-03-31', '--data', server.directory];
    expect(await ledgerJson([...words, '--out', file])).toEqual(baseline);
    expect((await ledger(words)).stdout).toContain(NOTICE);

    const entered = ['log', 'north-road', file, '--server', server.address, '--token', token('clientRoad')];
    const state = ['--state', join(newDirectory(), 'known.json'), '--json'];
    const { logged } = JSON.parse((await ledger([...entered, ...state])).stdout) as {
      logged: { id: string; position: string }[];
    };
    expect(logged).toHaveLength(CODES.length);
    const position = logged.at(-1)?.position ?? '';
    const before = await read<object>(`${ROAD}/score?asOf=2026-03-31&seen=${position}`, 'clientRoad');
    expect(before).toMatchObject({ score: null, view: null, coverage: 0 });

    const answers = logged.map(({ id }) => ({ entryId: id, answer: 'agreement' }));
    const agreed = await server.post(`${ROAD}/answers`, token('providerRoad'), answers);
    expect(agreed.status).toBe(207);
    const now = String(await server.api.store.head());
    const after = await read<{ factors: object[] }>(`${ROAD}/score?asOf=2026-03-31&seen=${now}`, 'providerRoad');
    // What is only claimed counts as what nobody has proven.
    expect(after).toMatchObject({ reason: null, coverage: 1, bilateralCoverage: 1 });
    expect(after.factors.slice(0, 2)).toMatchObject([{ score: 50 }, { score: 75 }]);

    const { text } = await server.call(`${ROAD}/trail`, { token: token('providerRoad') });
    const journal = await ledger(['export', 'north-road', '--data', server.directory]);
    for (const word of RIVALS) expect([word, (readFileSync(file, 'utf8') + text + journal.stdout).includes(word)]).toEqual([word, false]); // prettier-ignore
  });

  it('keeps candidates out of the relationship', async () => {
    const considered = {
      kind: 'candidate.considered',
      effective: '2026-03-31',
      data: { candidate: 'bolt', name: 'Bolt' },
    };
    const refused = await server.post(`${ROAD}/entries`, token('clientRoad'), considered);
    expect([refused.status, refused.json.code]).toEqual([422, 'not-allowed-now']);
    const baseline = await server.call(`${ROAD}/baseline`, { token: token('providerRoad') });
    expect([baseline.status, baseline.json.code]).toEqual([422, 'not-allowed-now']);
  });
});
