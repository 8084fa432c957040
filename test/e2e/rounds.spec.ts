import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sha256OfJson } from '@app/integrity';
import { exportBundle, exportJournal, QUESTIONS, REGISTERS } from '@app/ledger';
import { NOON_MS, startNorthRoad, type Answer, type HttpServer, type JsonAnswer, type Tokens } from './http.fixture';

const PATH = '/api/v1/relationships/north-road';
const DAY_MS = 86_400_000;
const FACTORS = [601, 602, 603];
/** `ROUNDS` asks for more than the committed number. */
const RUNS = Number(process.env['ROUNDS'] ?? 3);
const LIMIT_MS = 3_600_000;

interface Round extends JsonAnswer {
  readonly situation: string;
  readonly summary: string;
  readonly parties: readonly JsonAnswer[];
  readonly levels: readonly JsonAnswer[];
}

/** What one member hands in. */
interface Ratings {
  readonly ratings: readonly { readonly factor: number; readonly level: number; readonly evidenced?: boolean }[];
  readonly reason?: string;
  readonly more?: boolean;
}

describe('a blind round', () => {
  let server: HttpServer;
  let tokens: Tokens;
  let nowMs: number;

  beforeEach(async () => {
    nowMs = NOON_MS;
    ({ server, tokens } = await startNorthRoad({ clock: () => nowMs }));
    const opened = { kind: 'round.opened', effective: '2026-03-31', text: 'The spring round.' };
    const data = { round: 'spring', factors: FACTORS, closes: '2026-04-10' };
    expect((await server.post(`${PATH}/entries`, tokens.client, { ...opened, data })).status).toBe(201);
  });
  afterEach(() => server.stop());

  const handIn = (token: string, ratings: Ratings, key?: string): Promise<Answer> =>
    server.post(`${PATH}/rounds/spring/ratings`, token, ratings, key);
  const rate = (level: number, factors = FACTORS): Ratings => ({
    ratings: factors.map((factor) => ({ factor, level, evidenced: true })),
  });
  const round = async (seen: string | undefined): Promise<Round> => {
    const { json } = await server.call(`${PATH}/rounds?seen=${seen}`, { token: tokens.auditor });
    return (json['rounds'] as Round[])[0] as Round;
  };
  /** Waits until the ledger itself has recorded so many entries. */
  const revealed = async (count: number): Promise<readonly JsonAnswer[]> => {
    for (;;) {
      const { json } = await server.call(`${PATH}/trail?kind=rating.revealed`, { token: tokens.auditor });
      if ((json.entries?.length ?? 0) >= count) return json.entries ?? [];
      await turn();
    }
  };

  /** Waits until nothing is sealed any more. */
  const nothingSealed = async (): Promise<boolean> => {
    while (readdirSync(join(server.directory, 'private', 'sealed')).length > 0) {
      await turn();
    }
    return true;
  };

  it('shows that a party has handed in, and nothing else, until every party has', async () => {
    const first = await handIn(tokens.client, { ...rate(4), reason: 'A secret reason' });
    expect([first.status, Object.keys(first.json)]).toEqual([201, expect.arrayContaining(['id', 'position'])]);
    expect(await round(first.json.position)).toMatchObject({
      situation: 'open',
      summary: '1 of 2 parties have handed in; nothing is revealed',
      parties: [
        { party: 'client', commitments: 1, rated: null, waiting: null, reasons: [] },
        { party: 'provider', commitments: 0, rated: null },
      ],
      levels: [],
    });
    await handIn(tokens.provider, { ...rate(2, [601, 602]), reason: 'No objective was ours.' });
    const reveals = await revealed(2);
    const last = await round(reveals.at(-1)?.position);
    expect(last).toMatchObject({
      situation: 'revealed',
      summary: '2 of 2 parties rated 2 of 3 factors; waiting: 1',
      parties: [
        { party: 'client', rated: FACTORS, waiting: [], reasons: ['A secret reason'] },
        { party: 'provider', rated: [601, 602], waiting: [603], reasons: ['No objective was ours.'] },
      ],
    });
    const { json: score } = await server.call(`${PATH}/score`, { token: tokens.auditor });
    expect((score['factors'] as JsonAnswer[])[0]).toMatchObject({
      ratings: { client: { level: 4 }, provider: { level: 2 } },
    });
    const late = await handIn(tokens.sponsor, rate(0));
    expect([late.status, late.json.code]).toEqual([422, 'not-allowed-now']);
  });

  it('reveals what makes the commitment again', async () => {
    await handIn(tokens.client, rate(4));
    await handIn(tokens.provider, rate(2));
    const reveals = await revealed(2);
    const { json } = await server.call(`${PATH}/trail?kind=rating.committed`, { token: tokens.auditor });
    const commitments = (json.entries ?? []).map(({ data }) => (data as JsonAnswer)['commitment']);
    expect(reveals.map(({ data }) => sha256OfJson(data)).toSorted()).toEqual(commitments.toSorted());
    expect(reveals.map(({ party }) => party)).toEqual(['ledger', 'ledger']);
  });

  it('takes what a member hands in last, waits for those who still rate, and counts the median of a party', async () => {
    await handIn(tokens.client, { ...rate(4), more: true });
    await handIn(tokens.provider, rate(0));
    await handIn(tokens.provider, rate(2));
    expect((await handIn(tokens.sponsor, { ...rate(1), more: true })).status).toBe(201);
    const waits = await handIn(tokens.client, { ...rate(3), more: true });
    expect(await round(waits.json.position)).toMatchObject({ situation: 'open', levels: [] });
    await handIn(tokens.sponsor, rate(2));
    const reveals = await revealed(3);
    const { levels } = await round(reveals.at(-1)?.position);
    expect(levels.filter(({ factor }) => factor === 601)).toEqual([
      { factor: 601, party: 'provider', level: 2, evidenced: true },
      { factor: 601, party: 'client', level: 2.5, evidenced: true },
    ]);
  });

  it('is revealed when a party that has handed in closes it', async () => {
    await handIn(tokens.client, rate(4));
    const closing = { kind: 'round.closed', effective: '2026-03-31', text: 'Enough.', data: { round: 'spring' } };
    const early = await server.post(`${PATH}/entries`, tokens.provider, closing);
    expect([early.status, early.json.code]).toEqual([422, 'not-allowed-now']);
    expect((await server.post(`${PATH}/entries`, tokens.sponsor, closing)).status).toBe(201);
    const reveals = await revealed(1);
    expect(await round(reveals.at(-1)?.position)).toMatchObject({
      summary: '1 of 2 parties rated 0 of 3 factors; waiting: 3',
    });
  });

  it('takes nothing after its last day, and reveals then what there is', async () => {
    await handIn(tokens.client, rate(4));
    nowMs = NOON_MS + 11 * DAY_MS;
    const late = await handIn(tokens.provider, rate(2));
    expect([late.status, late.json.code]).toEqual([422, 'not-allowed-now']);
    const note = { kind: 'round.closed', effective: '2026-04-11', text: 'Over.', data: { round: 'spring' } };
    await server.post(`${PATH}/entries`, tokens.provider, note);
    expect(await revealed(1)).toHaveLength(1);
    expect(await nothingSealed()).toBe(true);
  });

  it.each([
    ['a factor outside the round', { ratings: [{ factor: 616, level: 1 }] }, 'ratings[0].factor'],
    ['a factor twice', { ratings: [{ factor: 601, level: 1 }, { factor: 601, level: 2 }] }, 'ratings'],
    ['half a level', { ratings: [{ factor: 601, level: 1.5 }] }, 'ratings[0].level'],
    ['a level beyond the scale', { ratings: [{ factor: 601, level: 5 }] }, 'ratings[0].level'],
    ['a salt of another length', { ratings: [{ factor: 601, level: 1 }], salt: 'ab' }, 'salt'],
  ])('refuses %s, and keeps nothing', async (_what, ratings, field) => {
    const refused = await server.post(`${PATH}/rounds/spring/ratings`, tokens.client, ratings);
    expect([refused.status, refused.json.code, refused.json.field]).toEqual([400, 'invalid-entry', field]);
    expect(readdirSync(join(server.directory, 'private'))).not.toContain('sealed');
  }); // prettier-ignore

  it('refuses a commitment that nothing is sealed under, a round that is not there, and a second one beside it', async () => {
    const data = { round: 'spring', commitment: 'a'.repeat(64) };
    const entry = { kind: 'rating.committed', effective: '2026-03-31', data };
    expect((await server.post(`${PATH}/entries`, tokens.client, entry)).json.code).toBe('kind-not-writable');
    expect((await server.post(`${PATH}/rounds/autumn/ratings`, tokens.client, rate(1))).json.code).toBe('not-found');
    const second = { round: 'summer', factors: FACTORS, closes: '2026-04-30' };
    const opened = { kind: 'round.opened', effective: '2026-03-31', data: second };
    expect((await server.post(`${PATH}/entries`, tokens.client, opened)).json.code).toBe('not-allowed-now');
  });

  it('answers the same request again as it did before', async () => {
    const first = await handIn(tokens.client, rate(4), 'same');
    const again = await handIn(tokens.client, rate(4), 'same');
    expect([first.status, again.status, again.json]).toEqual([201, 200, first.json]);
    expect((await handIn(tokens.client, rate(3), 'same')).json.code).toBe('idempotency-key-reused');
  });
});

describe('two rounds that differ in what is hidden alone', () => {
  /** Everything that can be observed before the reveal, with what is random or a hash taken out. */
  async function observed(hidden: Ratings): Promise<string> {
    const directory = mkdtempSync(join(tmpdir(), 'ledger-rounds-'));
    const { server, tokens } = await startNorthRoad({
      place: { directory, eventStoreUrl: null },
      logName: 'log.example/rounds',
    });
    try {
      const data = { round: 'spring', factors: FACTORS, closes: '2026-04-10' };
      await server.post(
        `${PATH}/entries`,
        tokens.client,
        { kind: 'round.opened', effective: '2026-03-31', data },
        'open',
      );
      const handIn = (key: string): Promise<Answer> =>
        server.post(`${PATH}/rounds/spring/ratings`, tokens.client, hidden, key);
      const told = [await handIn('rate'), await handIn('rate')];
      const { id = '', position } = told[0]?.json ?? {};
      // What a reader sees of the log is there once it is signed.
      const receipt = { token: tokens.provider };
      while ((await server.call(`${PATH}/entries/${id}/proof`, receipt)).status !== 200) await turn();
      const closing = { kind: 'round.closed', effective: '2026-03-31', data: { round: 'spring' } };
      const attempts = [await server.post(`${PATH}/entries`, tokens.provider, closing)];
      for (const body of attemptsAt(id)) {
        for (const token of [tokens.client, tokens.provider]) {
          const path = 'ratings' in body ? 'rounds/spring/ratings' : 'entries';
          attempts.push(await server.post(`${PATH}/${path}`, token, body));
        }
      }
      expect(attempts.filter(({ status }) => status < 400)).toEqual([]);
      told.push(...attempts);
      for (const token of [tokens.provider, tokens.auditor, tokens.facilitator, tokens.reporter, tokens.client]) {
        for (const path of [...READS, `entries/${id}`, `entries/${id}/proof`]) {
          told.push(await server.call(`${PATH}/${path}${path.includes('?') ? '&' : '?'}seen=${position}`, { token }));
        }
        for (const path of [PATH, '/api/v1/relationships', '/api/v1/portfolio', '/api/v1/portfolio/extract'])
          told.push(await server.call(`${path}?seen=${position}`, { token }));
      }
      for (const path of ['/metrics', '/health/ready']) told.push(await server.call(path, { token: tokens.operator }));
      // An address that is none would say the same of both.
      expect(told.filter(({ status }) => status === 404 || status >= 500)).toEqual([]);
      const answers = told.map(({ status, text, headers }) => [
        status,
        // Hashes alone, which are no text.
        headers.get('content-type')?.includes('octet-stream') === true ? '' : text.replace(TIMED, ''),
        headers.get('content-type')?.includes('version=0.0.4') === true ? '' : headers.get('content-length'),
      ]);
      const exported: unknown[] = [];
      for await (const line of exportJournal(server.api.store, 'north-road')) exported.push(line);
      const asked = { dataDirectory: directory, relationship: 'north-road', nowMs: NOON_MS, verifier: '' };
      const { files } = await exportBundle(server.api.store, asked);
      for (const [name, bytes] of files)
        exported.push([name, bytes.length, name.startsWith('tile') ? '' : bytes.toString()]);
      const sealed = readdirSync(join(directory, 'private', 'sealed')).map((name) => [
        name.length,
        readFileSync(join(directory, 'private', 'sealed', name)).length,
      ]);
      const log = readFileSync(join(directory, 'ledger.db-wal')).length;
      return JSON.stringify({ answers, exported, sealed, log }).replace(RANDOM, 'RANDOM');
    } finally {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  }

  it(
    'cannot be told apart by any answer, nor by the size of any file',
    async () => {
      const ratings = fc.uniqueArray(
        fc.record({
          factor: fc.constantFrom(...FACTORS),
          level: fc.integer({ min: 0, max: 4 }),
          evidenced: fc.boolean(),
        }),
        { selector: ({ factor }) => factor, maxLength: 3 },
      );
      const hidden = fc.record({ ratings, reason: fc.stringMatching(/^[a-z]{1,99}$/) });
      await fc.assert(
        fc.asyncProperty(hidden, hidden, async (one, other) => {
          const [first, second] = [await observed(one), await observed(other)];
          // The answers themselves would fill pages.
          expect(differenceOf(first, second)).toBeNull();
        }),
        { endOnFailure: true, numRuns: RUNS },
      );
    },
    LIMIT_MS,
  );
});

/** What either party may try, to learn what is sealed: all of it is refused. */
function attemptsAt(id: string): readonly JsonAnswer[] {
  const corrected = { kind: 'entry.corrected', answers: id, text: 'x' };
  const entry = { effective: '2026-03-31', text: 'x' };
  return [
    { ...corrected, data: { commitment: 'a'.repeat(64) } },
    { ...corrected, data: { round: 'autumn' } },
    { ...corrected, data: { ratings: [] } },
    { ...entry, kind: 'rating.committed', data: { round: 'spring', commitment: 'a'.repeat(64) } },
    { ...entry, kind: 'rating.revealed', data: { round: 'spring', of: 'client', salt: 'x', ratings: [] } },
    { ...entry, kind: 'round.closed', party: 'third-party', data: { round: 'autumn' } },
    { ratings: [{ factor: 616, level: 1 }] },
    { ratings: [], salt: 'ab' },
  ];
}

/** Whatever can be read of a relationship. */
const READS = [
  'score',
  'score/history',
  'score/difference?from=2026-03-01&to=2026-03-31',
  'score/explanation?factor=601',
  'replay',
  'log/checkpoint',
  'log/policy',
  'log/tile/0/000.p/3',
  'log/tile/entries/000.p/3',
  'trail',
  'entries',
  'rubric',
  'brought',
  'extract',
  'basis',
  'due.ics',
  'rounds?format=csv',
  'unanswered?mine=true',
  'what-if?ratings=client:601:4',
  ...Object.keys(REGISTERS),
  // It draws by the ids of entries, which are others in each ledger.
  ...Object.keys(QUESTIONS).filter((name) => name !== 'audit-sample'),
];
/** Ids, hashes, salts, keys and signatures: drawn anew for each ledger, or made of what is. */
const RANDOM = /[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|[A-Za-z0-9+/_-]{43,}={0,2}|\b[0-9a-f]{8,16}\b/g;
/** Measures of the machine. */
const TIMED = /^(# |process_|nodejs_|ledger_\w*(http|seconds|bytes)).*\n/gm;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Where two texts begin to differ; null where they do not. */
function differenceOf(one: string, other: string): readonly [string, string] | null {
  if (one === other) return null;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return [one.slice(Math.max(0, at - 80), at + 80), other.slice(Math.max(0, at - 80), at + 80)];
}
