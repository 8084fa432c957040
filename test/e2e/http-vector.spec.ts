import vectors from '../oracle/vectors.json';
import { startNorthRoad, type HttpServer, type Tokens } from './http.fixture';

const PATH = '/api/v1/relationships/north-road';
const [v1] = vectors.vectors;
if (v1 === undefined) throw new Error('the vectors hold V1');
const AS_OF = v1.asOf;
const MINUTES = [{ title: 'Minutes', url: 'https://example.org/minutes' }];

/** The date so many days before the day of the vector. */
function daysBefore(ageDays: number): string {
  return new Date(Date.parse(AS_OF) - ageDays * 86_400_000).toISOString().slice(0, 10);
}

/** Both parties log and answer V1 of the scoring model, entry by entry. */
async function tell(server: HttpServer, { client, provider }: Tokens): Promise<void> {
  const log = async (token: string, body: object): Promise<string> => {
    const { status, json } = await server.post(`${PATH}/entries`, token, body);
    expect([status, json]).toMatchObject([201, {}]);
    return json.id ?? '';
  };
  const answer = async (token: string, entry: string, word: string): Promise<void> => {
    const { status } = await server.post(`${PATH}/entries/${entry}/${word}`, token, { text: 'Seen.' });
    expect(status).toBe(201);
  };
  for (const { factor, events, jmtAgreedLevel, ...given } of v1?.inputs ?? []) {
    for (const [rating, token] of [
      [given.client, client],
      [given.provider, provider],
    ] as const) {
      if (rating === undefined) continue;
      const { level, ageDays, evidenced } = rating;
      const evidence = evidenced ? MINUTES : [];
      await log(token, { kind: 'rating.given', effective: daysBefore(ageDays), factor, level, evidence });
    }
    if (jmtAgreedLevel !== undefined) {
      const body = { kind: 'rating.jmt-agreed', effective: AS_OF, factor, level: jmtAgreedLevel, evidence: MINUTES };
      await answer(provider, await log(client, body), 'agreement');
    }
    for (const { sign, severity, ageDays, status } of events) {
      const body = {
        kind: 'note.logged',
        effective: daysBefore(ageDays),
        factor,
        sign: sign > 0 ? '+' : '-',
        severity,
      };
      const entry = await log(client, body);
      if (status === 'agreed') await answer(provider, entry, 'agreement');
      if (status === 'disputed') await answer(provider, entry, 'dispute');
    }
  }
}

describe('vector V1 of the scoring model, told by two parties over HTTP', () => {
  let server: HttpServer;
  let tokens: Tokens;

  beforeAll(async () => {
    ({ server, tokens } = await startNorthRoad());
  });
  afterAll(() => server.stop());

  it('gives the numbers of the model', async () => {
    await tell(server, tokens);
    const last = await server.post(`${PATH}/entries`, tokens.client, {
      kind: 'stage.entered',
      effective: AS_OF,
      data: { stage: 'knowledge' },
    });
    const { json } = await server.call(`${PATH}/score?asOf=${AS_OF}&seen=${last.json.position}`, {
      token: tokens.client,
    });
    const { groups, factors, ...headline } = v1?.expected ?? { groups: {}, factors: {} };
    expect(json).toMatchObject(headline);
    expect(json['groups']).toEqual(Object.entries(groups).map(([id, score]) => ({ id, score })));
    for (const factor of json['factors'] as readonly { readonly code: number }[]) {
      expect(factor).toMatchObject((factors as Record<string, object>)[String(factor.code)] ?? {});
    }
  });
});
