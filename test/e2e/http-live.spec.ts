import { issueToken, revokeToken } from '@app/access';
import { NOON_MS, startNorthRoad, type HttpServer, type Tokens } from './http.fixture';

const PATH = '/api/v1/relationships/north-road';
const NOTE = { kind: 'note.logged', effective: '2026-03-30', factor: 614, sign: '+', text: 'Good.' };

interface LiveEvent {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly position: string; readonly revision: number; readonly id?: string; readonly kind?: string };
}

/** The events of a stream, one at a time; ends when the server ends it. */
async function* eventsOf(response: Response): AsyncGenerator<LiveEvent, void> {
  const body = response.body as unknown as AsyncIterable<Uint8Array>;
  let text = '';
  for await (const bytes of body) {
    text += Buffer.from(bytes).toString();
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const fields = new Map(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => line.split(/: (.*)/, 2) as [string, string]),
      );
      text = text.slice(end + 2);
      const data = fields.get('data');
      if (data === undefined) continue;
      yield {
        id: fields.get('id') ?? '',
        event: fields.get('event') ?? '',
        data: JSON.parse(data) as LiveEvent['data'],
      };
    }
  }
}

describe('the live stream over HTTP', () => {
  let server: HttpServer;
  let tokens: Tokens;

  beforeAll(async () => {
    ({ server, tokens } = await startNorthRoad());
  });
  afterAll(() => server.stop());

  const open = (token: string, headers: Record<string, string> = {}, signal?: AbortSignal) =>
    fetch(`${server.address}${PATH}/live`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(signal ? { signal } : {}),
    });

  it('says what is reached, sends an event per new entry, and goes on after the last one received', async () => {
    const before = (await server.post(`${PATH}/entries`, tokens.provider, NOTE)).json;
    await server.call(`${PATH}?seen=${before.position}`, { token: tokens.client });
    const aborting = new AbortController();
    const response = await open(tokens.client, {}, aborting.signal);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events = eventsOf(response);
    expect((await events.next()).value).toEqual({
      id: String(before.revision),
      event: 'reached',
      data: { position: before.position, revision: before.revision },
    });
    const logged = [];
    for (let index = 0; index < 3; index++)
      logged.push((await server.post(`${PATH}/entries`, tokens.provider, NOTE)).json);
    const received: LiveEvent[] = [];
    while (received.length < 3) received.push((await events.next()).value as LiveEvent);
    expect(received).toEqual(
      logged.map(({ id, revision, position }) => ({
        id: String(revision),
        event: 'entry',
        data: { id, revision, position, kind: 'note.logged' },
      })),
    );
    aborting.abort();

    const resuming = new AbortController();
    const resumed = eventsOf(await open(tokens.client, { 'last-event-id': received[0]?.id ?? '' }, resuming.signal));
    expect((await resumed.next()).value).toEqual(received[1]);
    expect((await resumed.next()).value).toEqual(received[2]);
    const { json } = await server.post(`${PATH}/entries`, tokens.provider, NOTE);
    expect((await resumed.next()).value).toMatchObject({ data: { id: json.id } });
    resuming.abort();
  });

  it('ends once its token is revoked', async () => {
    const request = { role: 'auditor', member: 'm-8', relationships: ['north-road'] } as const;
    const { id, token } = await issueToken(server.api.store, request, NOON_MS);
    const events = eventsOf(await open(token));
    await revokeToken(server.api.store, id, NOON_MS);
    let ended = false;
    const reading = (async () => {
      while (!(await events.next()).done) continue;
      ended = true;
    })();
    // The server learns of it with its next look at the tokens; until then entries still come.
    while (!ended) await server.post(`${PATH}/entries`, tokens.provider, NOTE);
    await reading;
    expect((await open(token)).status).toBe(401);
  });

  it('tells a reporter that there is more, and not what', async () => {
    const seen = String(await server.api.store.head());
    await server.call(`${PATH}?seen=${seen}`, { token: tokens.reporter });
    const aborting = new AbortController();
    const events = eventsOf(await open(tokens.reporter, {}, aborting.signal));
    expect((await events.next()).value).toMatchObject({ event: 'reached' });
    const { json } = await server.post(`${PATH}/entries`, tokens.provider, NOTE);
    expect((await events.next()).value).toEqual({
      id: String(json.revision),
      event: 'entry',
      data: { position: json.position, revision: json.revision },
    });
    aborting.abort();
  });

  it.each([
    ['an operator', 'operator', 403],
    ['a stranger', 'stranger', 404],
  ] as const)('refuses %s', async (_who, role, status) => {
    expect((await open(tokens[role])).status).toBe(status);
  });

  it('refuses a Last-Event-ID that is no revision', async () => {
    const refused = await open(tokens.client, { 'last-event-id': 'north' });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([400, 'invalid-parameter']);
  });

  it('ends, and lets requests in flight finish, when the server stops', async () => {
    const other = await startNorthRoad();
    const response = await fetch(`${other.server.address}${PATH}/live`, {
      headers: { authorization: `Bearer ${other.tokens.client}` },
    });
    const events = eventsOf(response);
    const writes = Array.from({ length: 20 }, () => other.server.post(`${PATH}/entries`, other.tokens.client, NOTE));
    await events.next();
    await other.server.stop();
    let last = await events.next();
    while (!last.done) last = await events.next();
    const settled = await Promise.allSettled(writes);
    for (const result of settled) {
      if (result.status === 'fulfilled') expect([201, 503]).toContain(result.value.status);
    }
    await expect(fetch(`${other.server.address}/health/live`)).rejects.toThrow();
  });
});
