import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueToken } from '@app/access';
import { ANSWER_NAMES, answerEntry, builtInFactorSet, catalogue, LedgerClock, logViews, QUESTIONS, REGISTERS, rowsOf, type QuestionName, type RegisterDates, type RegisterName } from '@app/ledger'; // prettier-ignore
import { oracleScore } from '../oracle/oracle';
import { startServer, type Answer, type HttpServer, type JsonAnswer } from './http.fixture';
import {
  DATES,
  DUE,
  ELSEWHERE,
  endOf,
  MISSED,
  MONEY,
  NOW,
  PAIRS,
  PARTIES,
  RATED,
  SCORES,
  supposedOn,
} from './ten-year-life.expected';
import { LIFE, RELATIONSHIP, ROUNDS, SPEAKERS, speakersOf, type Round, type Speaker, type Step } from './ten-year-life.fixture'; // prettier-ignore
import { differenceOf, linesOf, nameOf } from './ten-year-life.lines';

const PATH = `/api/v1/relationships/${RELATIONSHIP.id}`;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** The factor whose score is explained: behaviours and trust, which most entries bear on. */
const EXPLAINED = '614';
const TOKEN_DAYS = 4_000;
/** A life takes half a minute on two cores that have nothing else to do, and several where they have. */
const LIFE_MS = 300_000;

/**
 * Every register and answer as it must be, which people have read. Where an answer changes for a reason, write it anew
 * (`WRITE_LIFE=1 npx jest test/e2e/ten-year-life`) and read what `git diff` says.
 */
const EXPECTED = join(__dirname, 'ten-year-life.expected.json');
const ADDRESSES = new Map(ANSWER_NAMES.map((address) => [answerEntry(address, '', {}).kind, address]));

describe('ten years of a contract, told through HTTP', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-life-'));
  let server: HttpServer;
  let nowMs = Date.parse('2026-04-01T08:00:00Z');
  let keys = 0;
  let seen = '';
  const tokens = new Map<Speaker, string>();
  const called = new Map<string, string>();

  const token = async (request: Parameters<typeof issueToken>[1]): Promise<string> =>
    (await issueToken(server.api.store, { ...request, days: TOKEN_DAYS }, nowMs)).token;

  /**
   * The server's own clock strikes every half minute, for which ten years in a minute leave no time. Another one strikes
   * on the first of each month and before each step, so that whenever the server's does, nothing is left to say.
   */
  async function strike(atMs: number): Promise<void> {
    nowMs = atMs;
    const { store } = server.api;
    await new LedgerClock({ store, views: logViews(store), onFailure }).strike(nowMs);
  }

  async function goTo(day: string): Promise<void> {
    const untilMs = Date.parse(`${day}T10:00:00Z`);
    if (untilMs <= nowMs) return;
    for (let first = firstOfNextMonth(nowMs); first < untilMs; first = firstOfNextMonth(first)) await strike(first);
    await strike(untilMs);
  }

  async function post(path: string, speaker: Speaker, body: object): Promise<string> {
    nowMs += MINUTE_MS;
    const answer = await server.post(`${PATH}${path}`, tokens.get(speaker) ?? '', body, `life-${++keys}`);
    if (answer.status !== 201) throw new Error(`${path} ${JSON.stringify(body)}: ${answer.text}`);
    seen = answer.json.position ?? seen;
    return answer.json.id ?? '';
  }

  async function take([when, who, kind, data = {}, more = {}]: Step): Promise<void> {
    await goTo(when);
    const [first = 'client', ...others] = speakersOf(who);
    const { as, to, on, ...said } = more;
    const address = ADDRESSES.get(kind);
    const withData = Object.keys(data).length === 0 ? said : { ...said, data };
    const id =
      address === undefined
        ? await post('/entries', first, { text: `${kind} of ${when}`, ...withData, kind, effective: on ?? when })
        : await post(`/entries/${called.get(to ?? '') ?? ''}/${address}`, first, withData);
    if (as !== undefined) called.set(as, id);
    for (const other of others) await post(`/entries/${id}/agreement`, other, {});
    // What it takes back waits for no day.
    if (kind === 'issue.reopened') await strike(nowMs);
  }

  async function rate({ opens, closes, sides }: Round): Promise<void> {
    await goTo(opens);
    const round = `round-${opens.slice(0, 4)}`;
    const factors = builtInFactorSet.factors.map(({ code }) => code);
    await post('/entries', 'client', { kind: 'round.opened', effective: opens, data: { round, factors, closes } });
    for (const [speaker, levels] of Object.entries(sides) as [Speaker, string][]) {
      const ratings = factors.flatMap((factor, place) =>
        levels[place] === '-' ? [] : [{ factor, level: Number(levels[place]), evidenced: true }],
      );
      await post(`/rounds/${round}/ratings`, speaker, { ratings });
    }
    if (Object.keys(sides).length < 2) {
      await goTo(closes);
      await post('/entries', 'client', { kind: 'round.closed', effective: closes, data: { round } });
    }
    await revealed(round, Object.keys(sides).length);
  }

  /** Waits until the ledger itself has revealed a round. */
  async function revealed(round: string, count: number): Promise<void> {
    for (;;) {
      const { json } = await read(`trail?kind=rating.revealed`);
      const ofRound = (json.entries ?? []).filter(({ data }) => (data as { round?: string }).round === round);
      if (ofRound.length === count) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  const read = (address: string): Promise<Answer> =>
    server.call(`${PATH}/${address}${address.includes('?') ? '&' : '?'}seen=${seen}`, {
      token: tokens.get('auditor') ?? '',
    });

  beforeAll(async () => {
    server = await startServer({ clock: () => nowMs, place: { directory, eventStoreUrl: null } });
    for (const [speaker, who] of Object.entries(SPEAKERS) as [Speaker, (typeof SPEAKERS)[Speaker]][])
      tokens.set(speaker, await token({ ...who, relationships: [RELATIONSHIP.id] }));
    const operator = await token({ role: 'operator', member: 'operator' });
    const established = await server.post('/api/v1/relationships', operator, RELATIONSHIP, 'establish');
    if (established.status !== 201) throw new Error(established.text);
    const rounds = [...ROUNDS];
    for (const step of LIFE) {
      while (rounds[0] !== undefined && rounds[0].opens < step[0]) await rate(rounds.shift() as Round);
      await take(step);
    }
    await goTo('2036-04-30');
    seen = String(await server.api.store.head());
  }, LIFE_MS);
  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  /** The trail as both clocks show it. */
  const trail = async (pair: Pair): Promise<readonly JsonAnswer[]> => (await ask('trail', pair)).entries ?? [];

  async function ask<Read = JsonAnswer>(name: string, pair: Asked, more: Asked = {}): Promise<Read> {
    const { status, text } = await read(`${name}?${new URLSearchParams({ ...pair, ...more }).toString()}`);
    expect([name, pair, status, status === 200 ? '' : text]).toEqual([name, pair, 200, '']);
    return JSON.parse(text) as Read;
  }

  it('uses every kind of the catalogue', async () => {
    const used = new Set((await trail(NOW)).map(({ kind }) => kind as string));
    const unused = catalogue.kinds.map(({ kind }) => kind).filter((kind) => !used.has(kind));
    expect(unused).toEqual(Object.keys(ELSEWHERE));
  });

  it('has the clock say what was missed, with the day on which it was', async () => {
    const own = (await trail(NOW)).filter(({ kind, party }) => party === 'ledger' && kind !== 'rating.revealed');
    const missed = own.filter(({ answers }) => answers === null);
    expect(missed.map(({ kind, effective }) => `${effective as string} ${kind as string}`)).toEqual(MISSED);
    // Each is recorded within a month.
    for (const { effective, recorded } of missed) {
      const days = (Date.parse(recorded as string) - Date.parse(effective as string)) / DAY_MS;
      expect([effective, days > 0 && days < 32]).toEqual([effective, true]);
    }
    expect(own.filter((entry) => !missed.includes(entry))).toMatchObject([
      { kind: 'entry.corrected', answers: called.get('cleared'), data: { sign: '0' } },
    ]);
  });

  it.each(PAIRS)('scores as the oracle does: $asOf, known $knownAt', async (pair) => {
    const facts = (await logViews(server.api.store).facts(RELATIONSHIP.id)) ?? [];
    const knownAt = pair.knownAt === undefined ? null : Date.parse(pair.knownAt);
    const question = { relationship: RELATIONSHIP.id, asOf: pair.asOf, clock: 'claimed', factorSet: null } as const;
    const {
      relationship: _relationship,
      knownAt: _knownAt,
      ...expected
    } = oracleScore(facts, { ...question, knownAt });
    expect(await ask('score', pair)).toMatchObject(expected);
  });

  it.each(DATES)('has these scores, and these duties: %s', async (asOf) => {
    const { score, level } = await ask<{ score: number; level: string }>('score', { asOf });
    expect([score, level]).toEqual(SCORES[asOf]);
    const { due } = await ask<{ due: { due: string; kind: string | null; title: string; overdue: boolean }[] }>('due', {
      asOf,
    });
    expect(
      due.map(({ due: day, kind, title, overdue }) => `${day} ${kind ?? title}${overdue ? ', overdue' : ''}`),
    ).toEqual(DUE[asOf]);
  });

  it('counts the money of each year, exactly', async () => {
    const { financialYears } = await ask<Brought>('brought', NOW);
    const counted = financialYears.flatMap(({ year, totals }) =>
      totals.map(({ forecast, realised, missed, disbenefit, cost }) => [
        year,
        ...[forecast, realised, missed, disbenefit, cost].map(({ amount }) => amount),
      ]),
    );
    expect(counted).toEqual(MONEY);
  });

  it('keeps both providers in their time', async () => {
    for (const [asOf, parties] of Object.entries(PARTIES)) {
      const register = await ask<{ parties: { id: string; situation: string }[] }>('parties', { asOf });
      expect([asOf, register.parties.map(({ id, situation }) => `${id} ${situation}`)]).toEqual([asOf, parties]);
    }
    const { rounds } = await ask<{ rounds: { id: string; summary: string }[] }>('rounds', NOW);
    expect(rounds.map(({ id, summary }) => `${id}: ${summary}`)).toEqual(RATED);
  });

  it(
    'answers every register and question as it is written down',
    async () => {
      const names = new Map((await trail(NOW)).map((entry) => [entry.id ?? '', nameOf(entry)]));
      const told: Record<string, object> = {};
      for (const asOf of DATES) {
        const [now, then] = await Promise.all([
          tellAll({ asOf }, names),
          tellAll({ asOf, knownAt: endOf(asOf) }, names),
        ]);
        told[asOf] = { ...now, 'otherwise as it was known then': differenceOf(now, then) };
      }
      if (process.env['WRITE_LIFE'] !== undefined) writeFileSync(EXPECTED, `${JSON.stringify(told, null, 2)}\n`);
      expect(told).toEqual(JSON.parse(readFileSync(EXPECTED, 'utf8')));
    },
    LIFE_MS,
  );

  async function beside(pair: Pair): Promise<Row[]> {
    const address = `/api/v1/portfolio?${new URLSearchParams({ ...pair, seen }).toString()}`;
    const { text } = await server.call(address, { token: tokens.get('auditor') ?? '' });
    return (JSON.parse(text) as { portfolio: Row[] }).portfolio;
  }

  /** Every register and answer at a pair of dates, a line a row; each row rests on entries that both clocks show. */
  async function tellAll(pair: Pair, names: ReadonlyMap<string, string>): Promise<Told> {
    const shown = new Set((await trail(pair)).map(({ id }) => id));
    const told: Told = {};
    for (const name of [...Object.keys(REGISTERS), ...Object.keys(QUESTIONS)] as (RegisterName | QuestionName)[]) {
      const answer = await ask<RegisterDates>(name, pair, moreOf(name, pair.asOf));
      const rows = rowsOf(name, answer);
      const behind = (Array.isArray(rows) ? rows : [rows]).flatMap(({ entries }) => (entries ?? []) as string[]);
      expect([name, behind.filter((id) => !shown.has(id))]).toEqual([name, []]);
      // It draws by the ids of entries, which are others each time.
      if (name !== 'audit-sample') told[name] = linesOf(answer, rows, names);
    }
    const { factors, ...score } = await ask<RegisterDates & { factors: Row[] }>('score', pair);
    told['score'] = linesOf(score, factors, names);
    const known: Asked = pair.knownAt === undefined ? {} : { knownAt: pair.knownAt };
    const span: Asked = { ...known, from: RELATIONSHIP.start, to: pair.asOf, every: 'quarter' };
    told['history'] = linesOf({}, (await ask<{ points: Row[] }>('score/history', span)).points, names);
    const years = await ask<Record<'financialYears' | 'contractYears', Row[]>>('brought', pair);
    for (const by of ['financialYears', 'contractYears'] as const) {
      const rows = years[by].map(({ parties: _parties, ...year }) => year);
      told[by === 'financialYears' ? 'brought' : 'brought by contract year'] = linesOf({}, rows, names);
    }
    const rubric = await ask<{ factors: Row[] }>('rubric', pair);
    told['rubric'] = linesOf(rubric, rubric.factors, names);
    const ends = { ...known, from: yearBefore(pair.asOf), to: pair.asOf };
    const difference = rounded(await ask<{ factors: Row[] }>('score/difference', ends));
    told['difference'] = linesOf(difference, difference.factors, names);
    const explanation = await ask('score/explanation', pair, { factor: EXPLAINED });
    told['explanation'] = linesOf(explanation, [], names);
    told['portfolio'] = linesOf({}, await beside(pair), names);
    return told;
  }
});

function onFailure(relationship: string, error: unknown): never {
  throw new Error(`the clock of ${relationship} failed`, { cause: error });
}

function firstOfNextMonth(ms: number): number {
  const date = new Date(ms);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1, 6);
}

/** It is answered unrounded: its last digits are those of the machine. */
function rounded<Read extends object>(answer: Read): Read {
  const round = (value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 1e4) / 1e4 + 0 : value);
  return JSON.parse(JSON.stringify(answer), (_key, value: unknown) => round(value)) as Read;
}

function yearBefore(asOf: string): string {
  return `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`;
}

/** What some questions must be asked with besides both clocks. */
function moreOf(name: RegisterName | QuestionName, asOf: string): Asked {
  if (name === 'what-if') return { ratings: supposedOn(asOf) };
  return name === 'audit-sample' ? { seed: '20360331', size: '3' } : {};
}

type Pair = Asked & (typeof PAIRS)[number];
type Asked = Readonly<Record<string, string>>;
type Row = Readonly<Record<string, unknown>>;
/** Lines by register or question, a line a row. */
type Told = Record<string, readonly string[]>;
interface Brought {
  readonly financialYears: readonly {
    readonly year: string;
    readonly totals: readonly Readonly<
      Record<'forecast' | 'realised' | 'missed' | 'disbenefit' | 'cost', { readonly amount: string }>
    >[];
  }[];
}
