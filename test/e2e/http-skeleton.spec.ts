import { NORTH_ROAD, startNorthRoad, type HttpServer, type Tokens } from './http.fixture';

const PATH = '/api/v1/relationships/north-road';

describe('a relationship over HTTP', () => {
  let server: HttpServer;
  let tokens: Tokens;

  beforeAll(async () => {
    ({ server, tokens } = await startNorthRoad());
  });
  afterAll(() => server.stop());

  it('is established once, and shows in lists', async () => {
    const again = await server.post('/api/v1/relationships', tokens.operator, NORTH_ROAD, 'another key');
    expect([again.status, again.json.code]).toEqual([409, 'relationship-exists']);
    const replayed = await server.post('/api/v1/relationships', tokens.operator, NORTH_ROAD, 'establish');
    expect(replayed.status).toBe(200);
    const seen = encodeURIComponent(replayed.json.position ?? '');
    const list = await server.call(`/api/v1/relationships?seen=${seen}`, { token: tokens.client });
    expect(list.json.relationships).toMatchObject([{ id: 'north-road', title: NORTH_ROAD.title, start: '2019-04-01' }]);
  });

  it('takes a note, an agreement and ratings, and answers a score', async () => {
    const note = await server.post(`${PATH}/entries`, tokens.client, {
      kind: 'note.logged',
      effective: '2026-03-30',
      factor: 614,
      sign: '+',
      text: 'Shared the delay before it was asked about.',
    });
    expect(note.status).toBe(201);
    expect(note.headers.get('location')).toBe(`${PATH}/entries/${note.json.id}`);
    expect(Object.keys(note.json).sort()).toEqual(['id', 'position', 'proof', 'recorded', 'revision']);

    const agreement = await server.post(`${PATH}/entries/${note.json.id}/agreement`, tokens.provider, {
      text: 'So it was.',
    });
    expect(agreement.status).toBe(201);
    let seen = '';
    for (const [token, level] of [
      [tokens.client, 3],
      [tokens.provider, 2],
    ] as const) {
      const rating = await server.post(`${PATH}/entries`, token, {
        kind: 'rating.given',
        factor: 603,
        level,
        evidenced: true,
        evidence: [{ url: 'https://records.example/minutes.pdf' }],
        effective: '2026-03-30',
      });
      expect(rating.json).toMatchObject({ id: expect.any(String) });
      seen = encodeURIComponent(rating.json.position ?? '');
    }

    const read = await server.call(`${note.headers.get('location')}?seen=${seen}`, { token: tokens.auditor });
    expect(read.json).toMatchObject({ id: note.json.id, party: 'client', member: 'm-1', status: 'agreed' });
    const trail = await server.call(`${PATH}/trail`, { token: tokens.client });
    expect(trail.json).toMatchObject({ relationship: 'north-road', count: 5 });
    const score = await server.call(`${PATH}/score?asOf=2026-03-31`, { token: tokens.reporter });
    expect(score.status).toBe(200);
    expect(score.json).toMatchObject({
      relationship: 'north-road',
      asOf: '2026-03-31',
      insufficientEvidence: true,
      score: null,
    });
    const factors = score.json['factors'] as { code: number; status: string; jointRating: number | null }[];
    expect(factors.find(({ code }) => code === 603)).toMatchObject({ status: 'bilateral' });
  });

  it.each([
    'score/history?every=quarter',
    'score/explanation?factor=603',
    'score/difference?from=2026-01-01&to=2026-03-31',
    'replay',
  ])('answers %s', async (path) => {
    const answer = await server.call(`${PATH}/${path}`, { token: tokens.client });
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  });

  it('answers every way to answer an entry', async () => {
    const body = { kind: 'note.logged', effective: '2026-03-30', factor: 614, sign: '-', text: 'Late again.' };
    const ids: string[] = [];
    for (let index = 0; index < 4; index++) {
      ids.push((await server.post(`${PATH}/entries`, tokens.client, body)).json.id as string);
    }
    const [noted, disputed, corrected, voided] = ids;
    const calls: [string, string, unknown][] = [
      [`${noted}/note`, tokens.provider, { text: 'Seen.' }],
      [`${disputed}/dispute`, tokens.provider, { text: 'It was on time.' }],
      [`${disputed}/evidence`, tokens.provider, { text: 'The slip.', evidence: [{ title: 'Delivery slip' }] }],
      [`${noted}/agreement`, tokens.provider, { data: { severity: 'minor' } }],
      [`${noted}/remedy`, tokens.client, { text: 'A plan was agreed.' }],
      [`${corrected}/correction`, tokens.client, { text: 'Less than it seemed.', data: { severity: 'minor' } }],
      [`${voided}/void`, tokens.client, { text: 'Logged twice.' }],
    ];
    for (const [path, token, answer] of calls) {
      const logged = await server.post(`${PATH}/entries/${path}`, token, answer);
      expect([path, logged.status, logged.text]).toEqual([path, 201, expect.any(String)]);
    }
  });

  it('answers many entries in one call, each with its own outcome', async () => {
    const body = { kind: 'note.logged', effective: '2026-03-30', factor: 614, sign: '+', text: 'Good.' };
    const first = (await server.post(`${PATH}/entries`, tokens.client, body)).json.id;
    const answers = [
      { entryId: first, answer: 'agreement' },
      { entryId: 'e-nothing', answer: 'agreement' },
    ];
    const outcomes = await server.post(`${PATH}/answers`, tokens.provider, answers, 'many');
    expect(outcomes.status).toBe(207);
    expect(outcomes.json).toMatchObject([
      { entryId: first, status: 201, logged: { id: expect.any(String) } },
      { entryId: 'e-nothing', status: 404, problem: { code: 'entry-not-found' } },
    ]);
    const again = await server.post(`${PATH}/answers`, tokens.provider, answers, 'many');
    expect(again.json).toMatchObject([{ status: 200 }, { status: 404 }]);
  });
});
