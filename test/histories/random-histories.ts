import * as fc from 'fast-check';
import type { Json, JsonObject } from '@app/event-store';
import { builtInFactorSet, catalogue, kindOf, makersOf, makesId, Problem, type Entry, type EntryBody, type Fact, type Field, type Kind, type Views } from '@app/ledger'; // prettier-ignore
import { Ledger } from '../../libs/ledger/src/entry/ledger.fixture';
import { dayOf, formatDay } from '../../libs/ledger/src/scoring/days';

/** The same histories each time, unless `HISTORIES_SEED` names others. */
export const SEEDED = { seed: Number(process.env['HISTORIES_SEED'] ?? 20_261_127) };

/**
 * Random histories that the ledger itself took: a list of moves, each of which tries one entry on the live rules. What they
 * refuse is dropped, so every shorter list is a history too and failures shrink well.
 */
export interface Move {
  /** Days since the move before. */
  readonly afterDays: number;
  readonly by: 'client' | 'provider' | 'partner' | 'third-party';
  readonly does: 'logs' | 'answers' | 'strikes';
  /** Of the catalogue. */
  readonly kind: string;
  /** What it chooses wherever there is a choice, again and again from the start. */
  readonly picks: readonly number[];
  /** The thing that it makes is the first of its name. */
  readonly isFirst?: boolean;
}

export interface History {
  readonly ledger: Ledger;
  readonly facts: readonly Fact[];
  readonly views: Views;
  readonly entries: ReadonlyMap<string, Entry>;
  /** When its last entry was recorded, in milliseconds. */
  readonly endMs: number;
}

const DAY_MS = 86_400_000;
const START_MS = Date.parse('2026-01-05T09:00:00Z');
const FACTORS = [601, 602, 609, 610, 614];
const CURRENCIES = ['GBP', 'GBP', 'EUR'];
const AMOUNTS = ['0.10', '0.20', '33.33', '1000', '99999999999.9999', '0'];
/** Days back, and days ahead, where the one or the other is asked for: mostly so. */
const OFFSETS = [1, 3, 10, 40, 200, 40, 10, -3];
const BEHIND: ReadonlySet<string> = new Set(['discussed', 'knownSince', 'asOf', 'start']);
/** Of these `due` has passed. */
const OVERDUE: ReadonlySet<string> = new Set([
  'decision.late',
  'payment.late',
  'payment.made',
  'meeting.missed',
  'sponsor.vacant',
  'leader.vacant',
  'report.overdue',
]);
const VERSION = { ...builtInFactorSet, version: 'of the parties' } as unknown as Json;

/** What people log. Who may sign with what is no part of a relationship's history, and a first key would need all else signed. */
const LOGGED = catalogue.kinds.filter(
  ({ kind, answer, derived, byLedger }) =>
    answer !== true &&
    derived !== true &&
    byLedger !== true &&
    !kind.startsWith('key.') &&
    kind !== 'relationship.established',
);
const ANSWERS = catalogue.kinds.filter(({ answer }) => answer === true);
/** Half of all answers agree. */
const AGREED = ANSWERS.find(({ kind }) => kind === 'entry.agreed') as Kind;
/** A thing of each kind that others name is there from the first day on. */
const MAKERS = LOGGED.filter((kind) => kind.fields.some((field) => makesId(kind, field)));

const pick = fc.nat(59);
const picks = fc.array(pick, { minLength: 11, maxLength: 11 });
const by = fc.constantFrom<Move['by']>(
  ...(['client', 'client', 'client', 'provider', 'provider', 'provider', 'partner', 'third-party'] as const),
);
const afterDays = fc.constantFrom(0, 0, 1, 3, 10, 30);
const move = (does: Move['does'], kinds: readonly Kind[]): fc.Arbitrary<Move> =>
  fc.record({ afterDays, by, does: fc.constant(does), kind: fc.constantFrom(...kinds.map(({ kind }) => kind)), picks });

/** @param most moves, at most */
export function historyMoves(most: number): fc.Arbitrary<readonly Move[]> {
  const others = (theme: readonly Kind[]): fc.Arbitrary<Move> =>
    fc.oneof(
      { weight: 8, arbitrary: move('logs', theme) },
      { weight: 4, arbitrary: move('logs', LOGGED) },
      { weight: 3, arbitrary: move('answers', ANSWERS) },
      { weight: 3, arbitrary: move('answers', [AGREED]) },
      { weight: 2, arbitrary: move('strikes', [AGREED]) },
    );
  const first = fc.tuple(
    ...MAKERS.map((kind) =>
      move('logs', [kind]).map((each): Move => ({ ...each, by: 'client', afterDays: 0, isFirst: true })),
    ),
  );
  // Most of a history is of one family, so that much happens to few things.
  const rest = fc
    .constantFrom(...Map.groupBy(LOGGED, ({ family }) => family).values())
    .chain((theme) => fc.array(others(theme), { minLength: 1, maxLength: most, size: 'max' }));
  return fc.tuple(first, rest).map(([makers, moves]) => [...makers, ...moves]);
}

/** Kinds by which somebody raises something, or reports honestly: none of them costs whoever does. */
export const RAISES = LOGGED.filter(
  ({ family, noFault, sign, kind }) =>
    noFault === true ||
    kind.endsWith('.measured') ||
    (sign === '0' && !['frame', 'assessment', 'selection', 'record'].includes(family)),
);
export const raise = move('logs', RAISES);

/** Takes one move after another. */
export class Teller {
  readonly ledger = new Ledger({ end: '2030-12-31' });
  private nowMs = START_MS;
  private readonly logged: string[] = [];
  private readonly kinds = new Map<string, Kind>();

  /** Whether the ledger took anything of it. */
  take({ afterDays: days, by: party, does, kind: named, picks: chosen, isFirst = false }: Move): boolean {
    const kind = kindOf(named);
    if (kind === undefined) return false;
    this.nowMs += days * DAY_MS + 60_000;
    const next = choosing(chosen);
    if (does === 'strikes') return this.ledger.strikes(new Date(this.nowMs).toISOString()).length > 0;
    if (does === 'answers') return this.answers(party, kind, next);
    const id = this.tries(party, bodyOf(kind, dayOf(this.nowMs), next, isFirst));
    if (id === null) return false;
    this.logged.push(id);
    this.kinds.set(id, kind);
    if (kind.needsAll === true && next() % 4 > 0) {
      for (const other of ['client', 'provider', 'partner']) this.tries(other, { kind: 'entry.agreed', answers: id });
    }
    return true;
  }

  private answers(party: Move['by'], kind: Kind, next: () => number): boolean {
    const answers = this.logged.at(-1 - (next() % Math.min(12, this.logged.length)));
    if (answers === undefined) return false;
    const data =
      kind.kind === 'entry.corrected'
        ? correctionOf(this.kinds.get(answers), dayOf(this.nowMs), next)
        : dataOf(kind, dayOf(this.nowMs), next);
    const evidence = kind.kind === 'evidence.added' ? { evidence: [{ title: 'x' }] } : {};
    return this.tries(party, { kind: kind.kind, answers, data, text: 'x', ...evidence }) !== null;
  }

  private tries(party: string, body: EntryBody): string | null {
    try {
      return this.ledger.at(new Date((this.nowMs += 1000)).toISOString()).logs(party, body);
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }

  async history(): Promise<History> {
    const views = this.ledger.views();
    const facts = (await views.facts('road')) ?? [];
    const entries = new Map((await views.entries('road', {})).map((entry) => [entry.id, entry]));
    // The same facts each time they are asked for: what is computed of them is remembered by them.
    return {
      ledger: this.ledger,
      facts,
      views: { ...views, facts: () => Promise.resolve(facts) },
      entries,
      endMs: this.nowMs,
    };
  }
}

export function tell(moves: readonly Move[]): Teller {
  const teller = new Teller();
  for (const each of moves) teller.take(each);
  return teller;
}

function choosing(chosen: readonly number[]): () => number {
  let place = 0;
  return () => chosen[place++ % chosen.length] ?? 0;
}

function bodyOf(kind: Kind, day: number, next: () => number, isFirst: boolean): EntryBody {
  const { factorChoice, rating, signChoice } = kind;
  const choices = Array.isArray(factorChoice) ? (factorChoice as readonly number[]) : FACTORS;
  const chosen = factorChoice !== undefined || rating === true || next() % 6 === 0;
  const level = rating === true ? { level: next() % 5 } : {};
  const sign = signChoice === 'any' ? { sign: (['+', '-', '0'] as const)[next() % 3] ?? '0' } : {};
  const severity =
    rating !== true && next() % 5 === 0
      ? { severity: (['minor', 'moderate', 'major', 'critical'] as const)[next() % 4] ?? 'minor' }
      : {};
  const lag = next() % 5 === 0 ? next() : 0;
  return {
    kind: kind.kind,
    effective: formatDay(day - lag),
    text: 'x',
    ...(chosen && { factor: choices[next() % choices.length] ?? 601 }),
    ...level,
    ...sign,
    ...severity,
    data: {
      ...dataOf(kind, day, next),
      ...(isFirst &&
        Object.fromEntries(
          kind.fields.filter((field) => makesId(kind, field)).map(({ name }) => [name, idOf(kind.kind, name, 0)]),
        )),
    },
  };
}

function dataOf(kind: Kind, day: number, next: () => number): JsonObject {
  const said = kind.fields.filter(({ required, type }) => required === true || next() % (type === 'money' ? 4 : 3) > 1);
  return Object.fromEntries(said.map((field) => [field.name, valueOf(kind, field, day, next)]));
}

/** Another amount or day where there is one, or else less severe. */
function correctionOf(kind: Kind | undefined, day: number, next: () => number): JsonObject {
  const changeable = kind?.fields.find(({ name, type }) => type === 'money' || name === 'due' || name === 'nextReview');
  return changeable === undefined
    ? { severity: 'minor' }
    : { [changeable.name]: valueOf(kind as Kind, changeable, day, next) };
}

/** Of the two families of indicators each has those of its own. */
function idOf(kind: string, field: string, number: number): string {
  return `${field}-${kind.startsWith('trust.') ? number + 2 : number}`;
}

function valueOf({ kind }: Kind, field: Field, day: number, next: () => number): Json {
  const { name, type, of = [], many } = field;
  const among = <Choice>(choices: readonly Choice[]): Choice => choices[next() % choices.length] as Choice;
  switch (type) {
    case 'text':
    case 'stakeholder-group':
      return 'x';
    case 'id':
      return makersOf(name).length === 0
        ? among(['idea-0', 'improvement-0', 'issue-0'])
        : idOf(kind, name, next() % 5 === 0 ? 1 : 0);
    case 'date':
      if (name === 'from') return formatDay(day - 120 - (next() % 60));
      if (name === 'until') return formatDay(day + among([-1, -30, 0, 200]));
      return formatDay(
        day + (BEHIND.has(name) || (name === 'due' && OVERDUE.has(kind)) ? -among(OFFSETS) : among(OFFSETS)),
      );
    case 'instant':
      return `${formatDay(day)}T09:00:00Z`;
    case 'choice':
      return many === true ? [String(among(of))] : String(among(of));
    case 'number':
      return /Factor$/.test(name) ? among(FACTORS) : 1 + (next() % 10);
    case 'boolean':
      return next() % 2 === 0;
    case 'money':
      return { amount: among(AMOUNTS), currency: among(CURRENCIES) };
    case 'party':
      return among(['client', 'provider', 'provider', 'partner']);
    case 'member':
      return among(['m-8', 'm-9']);
    case 'members':
      return ['m-8'];
    case 'level':
      return next() % 5;
    case 'factors':
      return FACTORS;
    case 'ratings':
      return [];
    case 'factor-set':
      return VERSION;
    case 'hash':
      return 'a'.repeat(64);
  }
}
