import { dutyLedger, type Duty } from '../due/duty';
import { decidesOf } from '../entry/rules';
import type { Clocks } from '../parameters';
import { idsOf, textIn, type RegisterDates } from '../register';
import { flagIn, hasLeft, saidIn, wordsOf, type Said } from '../register-entry';
import { formatDay } from '../scoring/days';
import type { EntryReading, StatusWord } from '../scoring/entry-reading';
import type { Views } from '../views';
import { heldAfter, LEADER } from '../sponsorship/posts';
import { leaderVacancies } from './leader-vacancies';
import { ASSESSMENTS } from './leadership';
import { rolesIn } from './roles';

/** A post of an operational leader. */
export interface Leader {
  readonly party: string;
  /** The post, never a person. */
  readonly role: string | null;
  readonly situation: 'unknown' | 'in-post' | 'departed' | 'vacant' | 'party-left';
  /** Of the entry that says so; null while none does that counts. */
  readonly status: StatusWord | null;
  /** Effective date of the last appointment, as all that follows of it. */
  readonly appointed: string | null;
  readonly by: string | null;
  /** Which of the assessments were made, not what came of them; null where it is not said. */
  readonly assessments: Readonly<Record<(typeof ASSESSMENTS)[number], boolean | null>>;
  /** How many of the six. */
  readonly assessed: number;
  readonly otherPartyConsulted: boolean | null;
  /** Effective date on which the last one left, and what was handed over: `complete`, `partial` or `none`. */
  readonly departed: string | null;
  readonly handover: string | null;
  /** `YYYY-MM-DD`: while nobody is appointed, it is to be filled until the end of that day. */
  readonly fillBy: string | null;
  /** Ids of the entries that say the post was vacant beyond its limit. */
  readonly vacant: readonly string[];
  readonly entries: readonly string[];
}

/** Development of a party's leaders. */
export interface Development {
  readonly party: string;
  readonly development: string | null;
  readonly situation: 'planned' | 'completed';
  readonly planned: string | null;
  readonly completed: string | null;
  readonly by: string;
  readonly status: StatusWord;
  readonly entries: readonly string[];
}

export interface LeaderRegister extends RegisterDates {
  readonly leaders: readonly Leader[];
}
export interface DevelopmentRegister extends RegisterDates {
  readonly developments: readonly Development[];
}

/** Whose leader it is about. */
function partyOf({ data, fact }: EntryReading): string {
  return textIn(data['about']) ?? fact.party;
}

/** Posts and developments are told apart by their words; where those were erased, each entry stands for itself. */
function byWords(said: readonly Said[], field: string): readonly (readonly Said[])[] {
  const key = ({ entry, data }: Said): string =>
    JSON.stringify([partyOf(entry), wordsOf(data[field]) ?? entry.fact.id]);
  return [...Map.groupBy(said, key).values()];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function leadersOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<LeaderRegister> {
  const kinds = ['leader.appointed', 'leader.departed', 'leader.vacant'];
  const { dates, day, reading, said } = await saidIn(views, relationship, kinds, clocks, now);
  // The same that `due` rests on, so that both say the same.
  const ledger = dutyLedger(reading, day, await rolesIn(views, relationship, reading.entries));
  const vacancies = new Map(leaderVacancies(ledger, Infinity).map((duty) => [duty.setBy, duty]));
  const leaders = byWords(said, 'role').flatMap((of) => {
    const was = of.at(-1)?.entry.day ?? day;
    return leaderRow(of, vacancies).map((row) =>
      hasLeft(reading, row.party, { was, is: day }) ? { ...row, situation: 'party-left' as const } : row,
    );
  });
  return { ...dates, leaders };
}

const SITUATIONS: Readonly<Record<string, Leader['situation']>> = {
  'leader.appointed': 'in-post',
  'leader.departed': 'departed',
  'leader.vacant': 'vacant',
};

function leaderRow(all: readonly Said[], vacancies: ReadonlyMap<EntryReading, Duty>): Leader[] {
  const [first] = all;
  if (first === undefined) return [];
  const party = partyOf(first.entry);
  const said = all.filter(({ entry }) => decidesOf(party, entry));
  const of = (kind: string): readonly Said[] => said.filter(({ entry }) => entry.fact.kind === kind);
  const [appointed, departed] = [of('leader.appointed').at(-1), of('leader.departed').at(-1)];
  const vacancy = departed && vacancies.get(departed.entry);
  const changes = said.map(({ entry }) => entry).filter(({ fact }) => fact.kind !== 'leader.vacant');
  // Who took over before the other left is in post.
  const isHeld = said.at(-1) === departed && (heldAfter(LEADER, changes) ?? 0) > 0;
  const last = isHeld ? appointed : said.at(-1);
  const assessments = Object.fromEntries(
    ASSESSMENTS.map((name) => [name, flagIn(appointed?.data[name])]),
  ) as Leader['assessments'];
  return [
    {
      party,
      role: textIn((last ?? first).data['role']),
      situation: SITUATIONS[last?.entry.fact.kind ?? ''] ?? 'unknown',
      status: last?.entry.statusWord ?? null,
      appointed: appointed?.entry.effective ?? null,
      by: appointed?.entry.fact.party ?? null,
      assessments,
      assessed: ASSESSMENTS.filter((name) => assessments[name] === true).length,
      otherPartyConsulted: flagIn(appointed?.data['otherPartyConsulted']),
      departed: departed?.entry.effective ?? null,
      handover: textIn(departed?.data['handover']),
      fillBy: vacancy?.doneBy === null ? formatDay(vacancy.dueDay) : null,
      vacant: idsOf(of('leader.vacant').map(({ entry }) => entry)),
      entries: idsOf(all.map(({ entry }) => entry)),
    },
  ];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function developmentsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<DevelopmentRegister> {
  const kinds = ['development.planned', 'development.completed'];
  const { dates, said } = await saidIn(views, relationship, kinds, clocks, now);
  return { ...dates, developments: byWords(said, 'development').flatMap(developmentRow) };
}

function developmentRow(all: readonly Said[]): Development[] {
  const said = all.filter(({ entry }) => decidesOf(partyOf(entry), entry));
  const last = said.at(-1) ?? all.at(-1);
  if (last === undefined) return [];
  const effectiveOf = (kind: string): string | null =>
    said.findLast(({ entry }) => entry.fact.kind === kind)?.entry.effective ?? null;
  return [
    {
      party: partyOf(last.entry),
      development: textIn(last.data['development']),
      situation: last.entry.fact.kind === 'development.completed' ? 'completed' : 'planned',
      planned: effectiveOf('development.planned'),
      completed: effectiveOf('development.completed'),
      by: last.entry.fact.party,
      status: last.entry.statusWord,
      entries: idsOf(all.map(({ entry }) => entry)),
    },
  ];
}
