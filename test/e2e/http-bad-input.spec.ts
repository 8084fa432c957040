import { once } from 'node:events';
import { connect } from 'node:net';
import { countEvents, startNorthRoad, type CallOptions, type HttpServer, type Tokens } from './http.fixture';

const ENTRIES = '/api/v1/relationships/north-road/entries';
const NOTE = { kind: 'note.logged', effective: '2026-03-30', factor: 614, sign: '+', text: 'Good.' };

/** A body as bytes, and what it gets. */
interface BadBody {
  readonly what: string;
  readonly raw: string | Uint8Array<ArrayBuffer>;
  readonly status: number;
  readonly code: string;
  readonly field?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const note = (changes: object): string => JSON.stringify({ ...NOTE, ...changes });
const notJson = (what: string, raw: BadBody['raw']): BadBody => ({ what, raw, status: 400, code: 'invalid-json' });
const notEntry = (what: string, changes: object, field: string): BadBody => ({
  what,
  raw: note(changes),
  status: 400,
  code: 'invalid-entry',
  field,
});

const BAD_BODIES: readonly BadBody[] = [
  notJson('an empty body', ''),
  notJson('half an object', '{"kind":"note.logged"'),
  notJson('two values', '{} {}'),
  notJson('the same key twice', '{"kind":"note.logged","text":"a","text":"b"}'),
  notJson('the same key twice, once escaped', '{"kind":"note.logged","text":"a","te\\u0078t":"b"}'),
  notJson('half a surrogate pair', '{"kind":"note.logged","text":"\\ud800"}'),
  notJson('bytes that are no UTF-8', Uint8Array.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d])),
  notJson('a byte order mark', `\ufeff${JSON.stringify(NOTE)}`),
  notJson('__proto__ as a key', '{"kind":"note.logged","__proto__":{"party":"third-party"}}'),
  notJson('__proto__ deep inside', '{"kind":"note.logged","data":{"category":{"__proto__":1}}}'),
  notJson('an integer no double holds', '{"kind":"note.logged","factor":9007199254740993}'),
  notJson('an endless number', '{"kind":"note.logged","factor":1e999}'),
  notJson('NaN', '{"kind":"note.logged","factor":NaN}'),
  notJson('deep nesting', `{"kind":"note.logged","data":{"a":${'['.repeat(100)}${']'.repeat(100)}}}`),
  notJson('very deep nesting', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`),
  { what: 'a list', raw: '[]', status: 400, code: 'invalid-entry' },
  { what: 'null', raw: 'null', status: 400, code: 'invalid-entry' },
  { what: 'a text', raw: '"note"', status: 400, code: 'invalid-entry' },
  { what: 'no kind', raw: '{}', status: 400, code: 'invalid-entry', field: 'kind' },
  notEntry('an unknown field', { colour: 'red' }, 'colour'),
  notEntry('its own id', { id: 'e-1' }, 'id'),
  notEntry('its own recorded time', { recorded: '2026-01-01T00:00:00Z' }, 'recorded'),
  notEntry('another member', { member: 'm-9' }, 'member'),
  notEntry('another party', { party: 'provider' }, 'party'),
  notEntry('constructor as a field', { constructor: { name: 'x' } }, 'constructor'),
  notEntry('toString as a field', { toString: 'x' }, 'toString'),
  notEntry('a factor as text', { factor: '614' }, 'factor'),
  notEntry('half a factor', { factor: 614.5 }, 'factor'),
  notEntry('a text that is a number', { text: 7 }, 'text'),
  notEntry('data that is a list', { data: [] }, 'data'),
  notEntry('an unknown sign', { sign: '*' }, 'sign'),
  notEntry('an unknown severity', { severity: 'awful' }, 'severity'),
  notEntry('tags that are numbers', { tags: [1] }, 'tags'),
  notEntry('an effective date that is a number', { effective: 2026 }, 'effective'),
  notEntry('a text without end', { text: 'x'.repeat(200_000) }, 'text'),
  { what: 'an unknown kind', raw: note({ kind: 'note.shouted' }), status: 422, code: 'unknown-kind' },
  { what: 'a kind of Object.prototype', raw: note({ kind: 'constructor' }), status: 422, code: 'unknown-kind' },
  { what: 'an unknown factor', raw: note({ factor: 999 }), status: 422, code: 'unknown-factor' },
  { what: 'the computed factor', raw: note({ factor: 600 }), status: 422, code: 'unknown-factor' },
  { what: 'an impossible date', raw: note({ effective: '2026-02-30' }), status: 422, code: 'invalid-date' },
  { what: 'a date in words', raw: note({ effective: 'yesterday' }), status: 422, code: 'invalid-date' },
  { what: 'a date in the future', raw: note({ effective: '2027-01-01' }), status: 422, code: 'effective-in-future' },
  {
    what: 'an answer to nothing',
    raw: JSON.stringify({ kind: 'entry.agreed', answers: 'e-0' }),
    status: 404,
    code: 'entry-not-found',
  },
  { what: '10 MB', raw: note({ text: 'x'.repeat(10_000_000) }), status: 413, code: 'body-too-large' },
  { what: 'more than 10 MB', raw: note({ text: 'x'.repeat(11_000_000) }), status: 413, code: 'body-too-large' },
  {
    what: 'a form',
    raw: 'kind=note.logged',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    status: 415,
    code: 'unsupported-media-type',
  },
  {
    what: 'plain text',
    raw: note({}),
    headers: { 'content-type': 'text/plain' },
    status: 415,
    code: 'unsupported-media-type',
  },
  {
    what: 'JSON in another encoding',
    raw: note({}),
    headers: { 'content-type': 'application/json; charset=latin1' },
    status: 415,
    code: 'unsupported-media-type',
  },
  { what: 'no key', raw: note({}), headers: { 'idempotency-key': '' }, status: 400, code: 'idempotency-key-missing' },
  {
    what: 'a long key',
    raw: note({}),
    headers: { 'idempotency-key': 'k'.repeat(129) },
    status: 400,
    code: 'idempotency-key-missing',
  },
  {
    what: 'a key of tabs',
    raw: note({}),
    headers: { 'idempotency-key': 'a\tb' },
    status: 400,
    code: 'idempotency-key-missing',
  },
];

describe('bad input over HTTP', () => {
  let server: HttpServer;
  let tokens: Tokens;
  let events: number;

  beforeAll(async () => {
    ({ server, tokens } = await startNorthRoad());
    events = await countEvents(server.api.store);
  });
  afterAll(() => server.stop());
  afterEach(async () => {
    expect(await countEvents(server.api.store)).toBe(events);
  });

  const send = (path: string, options: CallOptions) =>
    server.call(path, {
      token: tokens.client,
      method: 'POST',
      ...options,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'bad', ...options.headers },
    });

  it.each(BAD_BODIES)('refuses $what', async ({ raw, status, code, field, headers = {} }) => {
    const answer = await send(ENTRIES, { raw, headers });
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.json).toMatchObject({
      type: `/api/v1/problems/${code}`,
      title: expect.any(String),
      status,
      detail: expect.any(String),
      ...(field === undefined ? {} : { field }),
    });
  });

  it('refuses a relationship of a bad shape', async () => {
    for (const [body, field] of [
      [{ id: 'a b', title: 't', client: 'c', provider: 'p', start: '2020-01-01' }, 'id'],
      ...['.', '..'].map((id) => [{ id, title: 't', client: 'c', provider: 'p', start: '2020-01-01' }, 'id'] as const),
      [{ id: 'south', client: 'c', provider: 'p', start: '2020-01-01' }, 'title'],
      [{ id: 'south', title: 't', client: 'c', provider: 'p', start: '2020-01-01', extra: 1 }, 'extra'],
    ] as const) {
      const answer = await send('/api/v1/relationships', { token: tokens.operator, raw: JSON.stringify(body) });
      expect([answer.status, answer.json.code, answer.json.field]).toEqual([400, 'invalid-entry', field]);
    }
  });

  it('refuses lists of answers that are empty, too long or of a bad shape', async () => {
    const answer = { entryId: 'e-1', answer: 'agreement' };
    for (const list of [[], Array(201).fill(answer), [{ ...answer, answer: 'applause' }], [answer, 7], {}]) {
      const refused = await send('/api/v1/relationships/north-road/answers', { raw: JSON.stringify(list) });
      expect([refused.status, refused.json.code]).toEqual([400, 'invalid-entry']);
    }
  });

  it.each(['colour=red', '__proto__=1', 'constructor=1', 'limit=1&limit=2', 'limit=0', 'after=x', 'seen=x'])(
    'refuses the query %s',
    async (query) => {
      const answer = await server.call(`${ENTRIES}?${query}`, { token: tokens.client });
      expect([answer.status, answer.json.code]).toEqual([400, 'invalid-parameter']);
    },
  );

  it.each([
    '/nothing',
    '/api/v1/nothing',
    '/api/v2/relationships',
    '/%ff',
    '/api/v1/relationships/%E0%A4%A/score',
    `/${'x'.repeat(5_000)}`,
  ])('finds nothing at %s', async (path) => {
    const answer = await server.call(path.slice(0, 4_000), { token: tokens.client });
    expect([answer.status, answer.json.code]).toEqual([404, 'not-found']);
  });

  it('refuses what is no HTTP', async () => {
    const { hostname, port } = new URL(server.address);
    const socket = connect(Number(port), hostname);
    socket.end('NONSENSE\r\n\r\n');
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    expect(bytes.toString()).toMatch(/^HTTP\/1.1 400 [^]*application\/problem\+json[^]*"code":"invalid-parameter"/);
  });

  it('refuses a method that an address does not take, and names those it takes', async () => {
    const answer = await server.call(ENTRIES, { method: 'DELETE', token: tokens.client });
    expect([answer.status, answer.json.code, answer.headers.get('allow')]).toEqual([
      405,
      'method-not-allowed',
      'GET, HEAD, POST',
    ]);
  });
});
