import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUESTIONS, rowsOf, type QuestionName, type RegisterDates } from '@app/ledger';
import { ledger, ledgerJson } from './cli';
import { startServer, tokensFor, type HttpServer, type Tokens } from './http.fixture';

const PATH = '/api/v1/relationships/north-road';
/** What a question cannot be asked without. */
const NEEDED: Partial<Record<QuestionName, Readonly<Record<string, string>>>> = {
  'what-if': { ratings: 'client:615:1,provider:615:1', weights: '603:50', events: 'joint:614:minus:major' },
  'audit-sample': { seed: '20260331', size: '12' },
};
const NAMES = Object.keys(QUESTIONS) as QuestionName[];
/** Pairs of dates: now, as it stood, and as it was known. */
const DATES: readonly Readonly<Record<string, string>>[] = [
  { asOf: '2026-03-31' },
  { asOf: '2019-12-31' },
  { asOf: '2019-12-31', knownAt: '2019-12-31T12:00:00Z' },
];
/** What people look for in each on a terminal. */
const SHOWN: Readonly<Record<QuestionName, string>> = {
  gaps: 'agreed-strength',
  unanswered: 'Answer by',
  'in-reply-time': 'Answer days: 28',
  'late-logging': 'Longest days',
  sensitivity: 'Agreed alone',
  forecast: '2026-06-29',
  opportunities: 'Priority',
  'to-rate': 'Quarter: 2026-Q1',
  'what-if': 'Supposed: client:615:1, provider:615:1, 603:50, joint:614:minus:major',
  top: 'Ratings of one member revealed',
  completeness: 'Silent months: 2016-08',
  'evidence-check': 'Counts: dead',
  story: 'the parties agreed the joint exit strategy',
  'audit-sample': 'Seed: 20260331',
  readiness: 'Joint objectives with the drivers of both parties',
  stages: 'Exit strategy activation',
  steps: 'Disparate systems merged',
  drivers: 'Ensure Public Security & Safety',
};

/** What whoever reads scores alone may ask, too. */
const OF_SCORES: readonly string[] = ['gaps', 'sensitivity', 'forecast', 'readiness', 'stages', 'steps', 'drivers'];

describe('what is asked of the sample contract', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-questions-'));
  let server: HttpServer;
  let tokens: Tokens;
  let ids: ReadonlySet<string>;

  beforeAll(async () => {
    server = await startServer({ demo: true, clock: Date.now, place: { directory, eventStoreUrl: null } });
    tokens = await tokensFor(server, 'north-road');
    const seen = String(await server.api.store.head());
    const { json } = await server.call(`${PATH}/trail?seen=${seen}`, { token: tokens.auditor });
    ids = new Set(json.entries?.map(({ id }) => id ?? ''));
  });
  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  async function ask<Answer = RegisterDates>(name: string, asked: Readonly<Record<string, string>>): Promise<Answer> {
    const query = new URLSearchParams({ ...NEEDED[name as QuestionName], ...asked }).toString();
    const { status, text } = await server.call(`${PATH}/${name}?${query}`, { token: tokens.auditor });
    expect([name, query, status]).toEqual([name, query, 200]);
    return JSON.parse(text) as Answer;
  }

  it.each(NAMES)('is answered with entries behind every row, at any pair of dates: %s', async (name) => {
    for (const dates of DATES) {
      const answer = await ask(name, dates);
      expect(answer).toMatchObject({ relationship: 'north-road', asOf: dates['asOf'] });
      const rows = rowsOf(name, answer) as readonly { readonly entries: readonly string[] }[];
      for (const { entries } of rows) expect(entries.filter((id) => !ids.has(id))).toEqual([]);
    }
    expect(rowsOf(name, await ask(name, DATES[0] ?? {})).length).toBeGreaterThan(0);
  });

  it.each(NAMES)('is the same on the command line: %s', async (name) => {
    const options = Object.entries(NEEDED[name] ?? {}).flatMap(([key, value]) => [`--${key}`, value]);
    const words = [name, 'north-road', ...options, '--as-of', '2026-03-31', '--data', directory];
    expect(await ledgerJson(words)).toEqual(await ask(name, { asOf: '2026-03-31' }));
    const { exitCode, stdout, stderr } = await ledger(words);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('As of 2026-03-31, with all that is known now');
    expect(stdout).toContain(SHOWN[name]);
  });

  it('says of the score what the score says', async () => {
    const { score, view, low, high } = await ask<Record<string, unknown>>('score', { asOf: '2026-03-31' });
    for (const name of ['in-reply-time', 'sensitivity', 'forecast', 'what-if']) {
      expect(await ask(name, { asOf: '2026-03-31' })).toMatchObject({ now: { score, view, low, high } });
    }
    const later = await ask<Record<string, unknown>>('score', { asOf: '2026-04-30' });
    const { forecast } = await ask<{ forecast: object[] }>('forecast', { asOf: '2026-03-31' });
    expect(forecast[0]).toMatchObject({ on: '2026-04-30', score: later['score'] });
  });

  it('is refused by code, to whoever reads scores alone but for what follows from them, and where there is nothing', async () => {
    for (const name of NAMES) {
      const query = new URLSearchParams(NEEDED[name]).toString();
      const { status } = await server.call(`${PATH}/${name}?${query}`, { token: tokens.reporter });
      expect([name, status]).toEqual([name, OF_SCORES.includes(name) ? 200 : 403]);
      for (const wrong of ['asOf=2026-02-30', 'knownAt=soon', 'clock=sundial', 'unknown=1']) {
        const refused = await server.call(`${PATH}/${name}?${query}&${wrong}`, { token: tokens.auditor });
        expect([name, wrong, refused.status, refused.json.code]).toEqual([name, wrong, 400, 'invalid-parameter']);
      }
    }
    expect((await server.call(`${PATH}/brought`, { token: tokens.reporter })).status).toBe(200);
    expect(await ledger(['gaps', 'nowhere', '--data', directory])).toMatchObject({ exitCode: 1, stdout: '' });
    const bare = await server.call(`${PATH}/what-if`, { token: tokens.auditor });
    expect([bare.status, bare.json.field]).toEqual([400, 'ratings']);
    // As many as the command line takes.
    const suppose = (count: number) => {
      const events = Array(count).fill('provider:614:minus:moderate:agreed').join(',');
      return server.call(`${PATH}/what-if?${new URLSearchParams({ events }).toString()}`, { token: tokens.auditor });
    };
    expect((await suppose(50)).status).toBe(200);
    const many = await suppose(51);
    expect([many.status, many.json.field]).toEqual([400, 'events']);
  });

  it('compares evidence with files on the command line, and asks for one party alone', async () => {
    const { counts } = await ledgerJson<{ counts: Record<string, number> }>([
      ...['evidence-check', 'north-road', '--files', directory, '--data', directory],
    ]);
    expect(counts).toMatchObject({ hashed: 0, matched: 0 });
    const words = ['unanswered', 'north-road', '--party', 'client', '--as-of', '2026-03-31', '--data', directory];
    const { unanswered } = await ledgerJson<{ unanswered: { party: string }[] }>(words);
    expect(new Set(unanswered.map(({ party }) => party))).toEqual(new Set(['client']));
    const nobody = await server.call(`${PATH}/unanswered?party=nobody`, { token: tokens.auditor });
    expect([nobody.status, nobody.json.code]).toEqual([422, 'unknown-party']);
  });

  it('shows a member, and nobody else, what of its own waits', async () => {
    const mine = async (token: string, asked = 'true') => {
      const { status, json, text } = await server.call(`${PATH}/unanswered?mine=${asked}`, { token });
      return status === 200 ? (JSON.parse(text) as { unanswered: { entry: string }[] }).unanswered : json.field;
    };
    expect(await mine(tokens.client)).toEqual([]);
    const note = { kind: 'note.logged', effective: '2026-04-07', factor: 605, sign: '+', text: 'One depot board.' };
    const { json } = await server.post(`${PATH}/entries`, tokens.client, note);
    await server.call(`${PATH}/unanswered?seen=${String(json['position'])}`, { token: tokens.client });
    expect(await mine(tokens.client)).toMatchObject([{ entry: json['id'] }]);
    for (const other of [tokens.sponsor, tokens.provider]) expect(await mine(other)).toEqual([]);
    expect(await mine(tokens.auditor)).toBe('mine');
    expect(await mine(tokens.client, 'm-2')).toBe('mine');
  });

  it('writes nothing, what-if included', async () => {
    const head = await server.api.store.head();
    await ask('what-if', {});
    expect(await server.api.store.head()).toBe(head);
  });
});
