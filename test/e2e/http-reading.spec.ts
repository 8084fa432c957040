import { startNorthRoad, type HttpServer, type Tokens } from './http.fixture';

interface Course {
  readonly code: number;
  readonly points: readonly object[];
}

const PATH = '/api/v1/relationships/north-road';
const NOTE = { kind: 'note.logged', effective: '2026-03-30', factor: 614, sign: '+', text: 'Good.' };

describe('writing and reading over HTTP', () => {
  let server: HttpServer;
  let tokens: Tokens;

  beforeAll(async () => {
    ({ server, tokens } = await startNorthRoad());
  });
  afterAll(() => server.stop());

  it('finds what was acknowledged, at once', async () => {
    for (let index = 0; index < 20; index++) {
      const logged = await server.post(`${PATH}/entries`, tokens.client, NOTE);
      const found = await server.call(logged.headers.get('location') ?? '', { token: tokens.client });
      expect([found.status, found.json.status]).toEqual([200, 'asserted']);
    }
    const missing = await server.call(`${PATH}/entries/nothing`, { token: tokens.client });
    expect([missing.status, missing.json.code]).toEqual([404, 'entry-not-found']);
  });

  describe('idempotency', () => {
    it('answers the same command again as it did before, with 200', async () => {
      const first = await server.post(`${PATH}/entries`, tokens.client, NOTE, 'same');
      const again = await server.post(`${PATH}/entries`, tokens.client, NOTE, 'same');
      expect([first.status, again.status]).toEqual([201, 200]);
      expect(again.json).toEqual(first.json);
      expect(again.headers.get('location')).toBe(first.headers.get('location'));
    });

    it('refuses the key with another body', async () => {
      await server.post(`${PATH}/entries`, tokens.client, NOTE, 'reused');
      const other = await server.post(`${PATH}/entries`, tokens.client, { ...NOTE, text: 'Bad.' }, 'reused');
      expect([other.status, other.json.code]).toEqual([409, 'idempotency-key-reused']);
    });

    it('takes the same key of another member as another command', async () => {
      await server.post(`${PATH}/entries`, tokens.client, NOTE, 'theirs');
      expect((await server.post(`${PATH}/entries`, tokens.provider, NOTE, 'theirs')).status).toBe(201);
    });
  });

  it('answers 304 while nothing changed', async () => {
    // The read models may still be taking in what was written before.
    const last = await server.post(`${PATH}/entries`, tokens.client, NOTE);
    const trail = `${PATH}/trail?seen=${last.json.position}`;
    const first = await server.call(trail, { token: tokens.client });
    const tag = first.headers.get('etag') ?? '';
    const unchanged = await server.call(trail, {
      token: tokens.client,
      headers: { 'if-none-match': `W/${tag}` },
    });
    expect([unchanged.status, unchanged.text]).toEqual([304, '']);
    const { json } = await server.post(`${PATH}/entries`, tokens.client, NOTE);
    const changed = await server.call(`${PATH}/trail?seen=${json.position}`, {
      token: tokens.client,
      headers: { 'if-none-match': tag },
    });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(tag);
  });

  it.each(['asc', 'desc'])('pages through the entries by cursor, each once, with order=%s', async (order) => {
    let logged = '';
    for (let index = 0; index < 5; index++) {
      logged = (await server.post(`${PATH}/entries`, tokens.client, NOTE)).json.position ?? '';
    }
    const trail = await server.call(`${PATH}/trail?seen=${logged}`, { token: tokens.client });
    const ids: unknown[] = [];
    let next: string | null | undefined;
    do {
      const after = next ? `&after=${encodeURIComponent(next)}` : '';
      const page = await server.call(`${PATH}/entries?limit=2&order=${order}${after}`, { token: tokens.client });
      expect(page.json.entries?.length).toBeLessThanOrEqual(2);
      ids.push(...(page.json.entries ?? []).map(({ id }) => id));
      next = page.json.next;
    } while (next);
    const all = trail.json.entries?.map(({ id }) => id) ?? [];
    expect(ids).toEqual(order === 'asc' ? all : all.toReversed());
    const refused = await server.call(`${PATH}/entries?order=newest`, { token: tokens.client });
    expect([refused.status, refused.json.field]).toEqual([400, 'order']);
  });

  it('pages through the trail as through the entries, and gives no more of it at once than a page may hold', async () => {
    const trail = await server.call(`${PATH}/trail`, { token: tokens.client });
    expect(trail.json).toMatchObject({ count: trail.json.entries?.length, next: null });
    const ids: unknown[] = [];
    let after = '';
    for (let next: string | null | undefined = ''; next !== null && next !== undefined; after = `&after=${next}`) {
      const page = await server.call(`${PATH}/trail?limit=3${after}`, { token: tokens.client });
      expect(page.json).toMatchObject({ relationship: 'north-road', count: page.json.entries?.length });
      expect(page.json.entries?.length).toBeLessThanOrEqual(3);
      ids.push(...(page.json.entries ?? []).map(({ id }) => id));
      next = page.json.next;
    }
    expect(ids).toEqual(trail.json.entries?.map(({ id }) => id));
    for (const query of ['limit=0', 'limit=10001', 'after=x', 'status=agreed']) {
      const refused = await server.call(`${PATH}/trail?${query}`, { token: tokens.client });
      expect([refused.status, refused.json.code]).toEqual([400, 'invalid-parameter']);
    }
  });

  it('replays, at both clocks and in pages, the entries that the trail shows', async () => {
    interface Steps {
      readonly steps: readonly { readonly id: string }[];
      readonly next: string | null;
    }
    const replay = async (query: string) => {
      const { text } = await server.call(`${PATH}/replay?${query}`, { token: tokens.client });
      return JSON.parse(text) as Steps;
    };
    const { json } = await server.post(`${PATH}/entries`, tokens.client, NOTE);
    const seen = `seen=${json.position}`;
    for (const more of ['', '&asOf=2026-03-31', '&knownAt=2026-01-01', '&asOf=2020-01-01&clock=ledger']) {
      const dates = seen + more;
      const trail = await server.call(`${PATH}/trail?${dates}`, { token: tokens.client });
      const all = await replay(dates);
      expect([dates, all.steps.map(({ id }) => id)]).toEqual([dates, trail.json.entries?.map(({ id }) => id)]);
      const paged: object[] = [];
      for (let page: Steps | undefined; page?.next !== null;) {
        page = await replay(`${dates}&limit=3${page === undefined ? '' : `&after=${page.next}`}`);
        paged.push(...page.steps);
      }
      expect(paged).toEqual(all.steps);
    }
    for (const query of ['limit=0', 'limit=10001', 'after=x', 'asOf=2026-02-30', 'knownAt=soon']) {
      const refused = await server.call(`${PATH}/replay?${query}`, { token: tokens.client });
      expect([query, refused.status, refused.json.code]).toEqual([query, 400, 'invalid-parameter']);
    }
  });

  it('gives the course of one factor, or of all, to whoever may read scores', async () => {
    const course = async (query: string) => {
      const { status, text } = await server.call(`${PATH}/score/history?${query}`, { token: tokens.reporter });
      return { status, ...(JSON.parse(text) as { code?: string; points?: object[]; factors?: Course[] }) };
    };
    const one = await course('factor=603&to=2026-03-31');
    expect(one.factors?.map(({ code, points }) => [code, points.length])).toEqual([[603, one.points?.length]]);
    const all = await course('factor=all&to=2026-03-31');
    expect(all.factors).toHaveLength(16);
    expect(all.factors).toContainEqual(one.factors?.[0]);
    expect(await course('to=2026-03-31')).not.toHaveProperty('factors');
    expect(await course('factor=699')).toMatchObject({ status: 422, code: 'unknown-factor' });
    expect(await course('factor=trust')).toMatchObject({ status: 400, code: 'invalid-parameter' });
  });

  it('reads what was just written, with `seen`, and says what it covers', async () => {
    for (let index = 0; index < 20; index++) {
      const { json } = await server.post(`${PATH}/entries`, tokens.client, NOTE);
      const read = await server.call(`${PATH}/entries/${json.id}?seen=${json.position}`, { token: tokens.client });
      expect([read.status, read.json.id]).toEqual([200, json.id]);
      expect((read.headers.get('ledger-position') ?? '') >= (json.position ?? '')).toBe(true);
    }
  });

  it.each(['zzz', '', '9'.repeat(16), 'a b', '%00'])('refuses seen=%s as a bad parameter', async (seen) => {
    const read = await server.call(`${PATH}/score?seen=${seen}`, { token: tokens.client });
    expect([read.status, read.json.code, read.json.field]).toEqual([400, 'invalid-parameter', 'seen']);
  });

  it.each([
    'nothing=1',
    'asOf=2026-03-31&asOf=2026-03-30',
    'asOf=yesterday',
    'knownAt=2026-13-01T00:00:00Z',
    'clock=sun',
  ])('refuses the query %s', async (query) => {
    const read = await server.call(`${PATH}/score?${query}`, { token: tokens.client });
    expect([read.status, read.json.code]).toEqual([400, 'invalid-parameter']);
  });
});
