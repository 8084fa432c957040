import { CONTROLLERS } from '../../apps/api/src/api.module';
import { routeRulesOf } from '../../apps/api/src/access/rule';
import { issueToken, listTokens, revokeToken } from '@app/access';
import { NOON_MS, startNorthRoad, startServer, type HttpServer, type Tokens } from './http.fixture';

const PATH = '/api/v1/relationships/north-road';
const NOTE = { kind: 'note.logged', effective: '2026-03-30', factor: 614, sign: '+', text: 'Good.' };
/** Served for the pages of the web application and those that browse the API: nothing of a ledger is there. */
const PAGES = /^\/(api\/(docs($|\/)|openapi\.json$)|assets\/|icon\.svg$)/;
const PUBLIC = [
  'DELETE /api/v1/session',
  'GET /',
  'GET /api/v1/catalogue',
  'GET /api/v1/demo/members',
  'GET /api/v1/problems',
  'GET /api/v1/problems/:code',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'POST /api/v1/demo/sign-in',
  'POST /api/v1/session',
];

describe('access over HTTP', () => {
  let server: HttpServer;
  let tokens: Tokens;

  beforeAll(async () => {
    ({ server, tokens } = await startNorthRoad());
  });
  afterAll(() => server.stop());

  it('has a rule for every route, and only these are public', () => {
    const rules = CONTROLLERS.flatMap((controller) => routeRulesOf(controller));
    const ruled = new Set(rules.map(({ method, url }) => `${method} ${url}`));
    const served = server.api.routes
      .list()
      .filter(({ method, url }) => method !== 'HEAD' && !PAGES.test(url))
      .map(({ method, url }) => `${method} ${url}`);
    expect(served.sort()).toEqual([...ruled].sort());
    expect(rules.filter(({ rule }) => rule === undefined)).toEqual([]);
    const open = rules.filter(({ rule }) => rule === 'public').map(({ method, url }) => `${method} ${url}`);
    expect(open.sort()).toEqual(PUBLIC);
  });

  it('answers nothing without a token', async () => {
    const guarded = CONTROLLERS.flatMap((controller) => routeRulesOf(controller)).filter(
      ({ rule }) => rule !== 'public',
    );
    for (const { method, url } of guarded) {
      const path = url.replace(':relationship', 'north-road').replace(':entry', 'e-1');
      // A file is no JSON.
      const headers = { 'content-type': url.endsWith('/files') ? 'text/plain' : 'application/json' };
      const answer = await server.call(path, { method, ...(method === 'POST' ? { raw: '{}', headers } : {}) });
      expect([path, answer.status, answer.json.code]).toEqual([path, 401, 'unauthenticated']);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
  });

  it.each(['lgr_unknown', 'x'.repeat(10_000), 'two words', ''])('refuses the token %#', async (token) => {
    const answer = await server.call(`${PATH}/score`, { headers: { authorization: `Bearer ${token}` } });
    expect([answer.status, answer.json.code]).toEqual([401, 'unauthenticated']);
  });

  describe('who may do what', () => {
    const READS = [
      ...['/score', '/score/history?every=quarter', '/score/difference?from=2026-01-01&to=2026-03-01'],
      '/basis',
    ];
    const REGISTERS = ['/objectives', '/issues', '/behaviours'];
    const ENTRY_READS = ['/trail', '/entries', '/replay', '/score/explanation?factor=603', ...REGISTERS];
    const WRITES = ['/entries', '/answers', '/entries/e-1/agreement', '/entries/e-1/void'];
    const cases: [keyof Tokens, number, number, number | 'accepted', number][] = [
      // role, scores, entries, writing, establishing
      ['client', 200, 200, 'accepted', 403],
      ['sponsor', 200, 200, 'accepted', 403],
      ['facilitator', 200, 200, 403, 403],
      ['auditor', 200, 200, 403, 403],
      ['reporter', 200, 403, 403, 403],
      ['operator', 403, 403, 403, 400],
      ['stranger', 404, 404, 404, 403],
    ];

    it.each(cases)('%s', async (role, scores, entries, writing, establishing) => {
      const token = tokens[role];
      for (const path of READS) {
        expect([path, (await server.call(PATH + path, { token })).status]).toEqual([path, scores]);
      }
      for (const path of ENTRY_READS) {
        expect([path, (await server.call(PATH + path, { token })).status]).toEqual([path, entries]);
      }
      for (const path of WRITES) {
        const { status, json } = await server.post(PATH + path, token, path === '/entries' ? NOTE : {});
        if (writing === 'accepted') expect([201, 400, 404]).toContain(status);
        else
          expect([path, status, json.code]).toEqual([
            path,
            writing,
            writing === 404 ? 'relationship-not-found' : 'forbidden',
          ]);
      }
      expect((await server.post('/api/v1/relationships', token, {})).status).toBe(establishing);
    });

    it('shows each its own relationships, and an operator ids and titles alone', async () => {
      const ids = async (token: string) =>
        ((await server.call('/api/v1/relationships', { token })).json.relationships ?? []).map(({ id }) => id);
      expect(await ids(tokens.reporter)).toEqual(['north-road']);
      expect(await ids(tokens.stranger)).toEqual([]);
      const [seen] = (await server.call('/api/v1/relationships', { token: tokens.operator })).json.relationships ?? [];
      expect(seen).toMatchObject({
        id: 'north-road',
        title: 'North road services',
        entries: null,
        score: null,
        level: null,
      });
    });

    it('lets an auditor log audits and findings, and close them, in no party’s name', async () => {
      const effective = '2026-03-30';
      const log = async (body: object) => server.post(`${PATH}/entries`, tokens.auditor, { effective, ...body });
      const opened = { kind: 'audit.opened', data: { scope: 'All', by: 'external-audit', asOf: effective } };
      expect((await log(opened)).status).toBe(201);
      const raised = { kind: 'finding.raised', data: { audit: 'audit-1', title: 'No minutes', grade: 'observation' } };
      const { status, json } = await log(raised);
      expect(status).toBe(201);
      expect((await log({ kind: 'finding.closed', data: { finding: 'finding-1', verified: 'Seen' } })).status).toBe(
        201,
      );
      const entry = await server.call(`${PATH}/entries/${json.id}?seen=${json.position}`, { token: tokens.client });
      expect(entry.json).toMatchObject({ party: 'third-party', loggedBy: 'auditor', sign: '0' });
      for (const answer of ['agreement', 'note', 'dispute', 'remedy', 'correction', 'void', 'evidence']) {
        const path = `${PATH}/entries/${json.id}/${answer}`;
        expect([answer, (await server.post(path, tokens.auditor, { text: 'x' })).json.code]).toEqual([
          answer,
          'forbidden',
        ]);
      }
      const agreed = { kind: 'entry.agreed', answers: json.id, effective: undefined };
      expect((await log(agreed)).json.code).toBe('forbidden');
      expect((await log({ ...raised, party: 'third-party', loggedBy: 'client' })).status).toBe(400);
      for (const kind of ['finding.answered', 'rating.independent', 'rating.given', 'member.admitted', 'nonsense']) {
        expect([kind, (await log({ kind })).json.code]).toEqual([kind, 'forbidden']);
      }
      expect((await log({ ...opened, party: 'client' })).status).toBe(400);
    });

    it('lets a member speak for its own party alone', async () => {
      const { json } = await server.post(`${PATH}/entries`, tokens.provider, NOTE);
      const entry = await server.call(`${PATH}/entries/${json.id}?seen=${json.position}`, { token: tokens.client });
      expect(entry.json).toMatchObject({ party: 'provider', member: 'm-2' });
    });
  });

  describe('tokens', () => {
    it('takes one that another process issued at once, and drops a revoked one within a second', async () => {
      const { id, token } = await issueToken(
        server.api.store,
        { role: 'auditor', member: 'm-8', relationships: ['north-road'] },
        NOON_MS,
      );
      expect((await server.call(`${PATH}/score`, { token })).status).toBe(200);
      await revokeToken(server.api.store, id, NOON_MS);
      const revokedMs = Date.now();
      let status = 200;
      while (status === 200 && Date.now() - revokedMs < 3_000)
        status = (await server.call(`${PATH}/score`, { token })).status;
      expect(status).toBe(401);
      expect(Date.now() - revokedMs).toBeLessThan(1_500);
    });

    it('refuses an expired one', async () => {
      const { token } = await issueToken(
        server.api.store,
        { role: 'auditor', member: 'm-8', relationships: ['north-road'], days: 1 },
        NOON_MS - 2 * 86_400_000,
      );
      expect((await server.call(`${PATH}/score`, { token })).status).toBe(401);
    });

    it('keeps hashes, never tokens', async () => {
      const listed = JSON.stringify(await listTokens(server.api.store));
      let logged = '';
      for await (const event of server.api.store.read('access')) logged += JSON.stringify(event);
      for (const token of Object.values(tokens)) {
        expect(listed).not.toContain(token);
        expect(logged).not.toContain(token);
      }
    });
  });

  describe('sessions', () => {
    const signIn = (headers: Record<string, string> = {}) =>
      server.call('/api/v1/session', { body: { token: tokens.client }, headers });
    const cookieOf = (header: string | null) => (header ?? '').split(';')[0] as string;

    it('sets a cookie that scripts and other sites do not get, and that reads', async () => {
      const signedIn = await signIn();
      const header = signedIn.headers.get('set-cookie') ?? '';
      expect(header).toMatch(/HttpOnly/i);
      expect(header).toMatch(/SameSite=Strict/i);
      const cookie = cookieOf(header);
      expect((await server.call(`${PATH}/trail`, { headers: { cookie } })).status).toBe(200);
      const own = await server.call('/api/v1/session', { headers: { cookie } });
      expect(own.json).toEqual({
        member: 'm-1',
        role: 'member',
        party: 'client',
        relationships: ['north-road'],
        demo: false,
      });
    });

    it('writes with the cookie from its own pages alone', async () => {
      const cookie = cookieOf((await signIn()).headers.get('set-cookie'));
      const write = (headers: Record<string, string>) =>
        server.call(`${PATH}/entries`, {
          body: NOTE,
          headers: { cookie, 'idempotency-key': JSON.stringify(headers), ...headers },
        });
      // No page of another site can leave both headers out: this is a program of the user's own.
      expect((await write({})).status).toBe(201);
      expect((await write({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
      expect((await write({ origin: 'https://evil.example' })).status).toBe(403);
      expect((await write({ origin: server.address })).status).toBe(201);
    });

    it('refuses a token that does not hold, and signs out', async () => {
      const refused = await server.call('/api/v1/session', { body: { token: 'lgr_nothing' } });
      expect([refused.status, refused.headers.get('set-cookie')]).toEqual([401, null]);
      const out = await server.call('/api/v1/session', { method: 'DELETE' });
      expect(out.status).toBe(204);
      expect(out.headers.get('set-cookie')).toMatch(/^ledger_session=;.*Expires=Thu, 01 Jan 1970/i);
    });
  });

  it('answers 429 with Retry-After once an address guesses too often', async () => {
    const guessed = await startServer();
    try {
      let answer = await guessed.call(`${PATH}/score`, { token: 'lgr_0' });
      for (let guess = 1; guess <= 600; guess++)
        answer = await guessed.call(`${PATH}/score`, { token: `lgr_${guess}` });
      expect([answer.status, answer.json.code]).toEqual([429, 'too-many-requests']);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await guessed.stop();
    }
  });
});
