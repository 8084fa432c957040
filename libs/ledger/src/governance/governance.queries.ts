import { endOfLocalDay } from '../calendar/working-days';
import { dutyLedger, isMissed, isOfImportedPast, type DutyLedger } from '../due/duty';
import { missedEntry } from '../due/duties';
import { lastDeciding, lastOf } from '../entry/rules';
import type { Clocks } from '../parameters';
import { entriesById, idsOf, textIn, thingsNamed, type DataOf, type Named, type RegisterDates } from '../register';
import { flagIn, isOver, oneEntry, saidIn, type OneEntry } from '../register-entry';
import { formatDay, parseDay } from '../scoring/days';
import type { EntryReading, StatusWord } from '../scoring/entry-reading';
import type { Reading } from '../scoring/reading';
import type { Views } from '../views';
import { decisionSituation, type DecisionSituation } from './governance';
import { PLANNED_AHEAD_DAYS } from './limits';
import { plannedMeetings, type PlannedMeeting } from './meetings';

/** A body in which the parties meet. */
export interface Body {
  readonly id: string;
  readonly title: string | null;
  /** Terms of reference. */
  readonly terms: string | null;
  /** Its rhythm, such as `monthly`. */
  readonly meets: string | null;
  readonly quorum: string | null;
  readonly established: string | null;
  readonly establishedBy: string | null;
  /** `YYYY-MM-DD`: the next meeting by its rhythm, within the days that are looked ahead. */
  readonly next: string | null;
  /** Effective date of the last meeting that was held. */
  readonly lastHeld: string | null;
  /** How many meetings. */
  readonly held: number;
  readonly moved: number;
  readonly missed: number;
  readonly entries: readonly string[];
}

/** A meeting of the governance calendar: planned by the rhythm of its body, or logged beside it. */
export interface Meeting {
  readonly body: string;
  readonly title: string | null;
  /** `moved`: to a day of which nothing else is known; `missed`: also while the ledger has not yet said so. */
  readonly situation: 'planned' | 'held' | 'moved' | 'missed';
  /** `YYYY-MM-DD`: the day in the rhythm of its body; null of one outside it. */
  readonly planned: string | null;
  /** `YYYY-MM-DD`: it can be held until the end of that day; null of one outside the rhythm. */
  readonly due: string | null;
  /** The day that it was last moved to. */
  readonly movedTo: string | null;
  /** Effective date of the meeting itself. */
  readonly held: string | null;
  readonly quorate: boolean | null;
  readonly attended: string | null;
  readonly minutes: string | null;
  readonly by: string | null;
  readonly status: StatusWord | null;
  /** Id of the entry that says it was missed. */
  readonly missed: string | null;
  readonly entries: readonly string[];
}

export interface Decision {
  readonly id: string;
  readonly title: string | null;
  readonly situation: DecisionSituation;
  /** Of the entry that says so. */
  readonly status: StatusWord | null;
  readonly body: string | null;
  /** Party that carries it out; null: all. */
  readonly owner: string | null;
  readonly ownerRole: string | null;
  readonly decided: string | null;
  readonly by: string | null;
  readonly due: string | null;
  /** It is open, and that day is over. */
  readonly late: boolean;
  readonly closed: string | null;
  readonly entries: readonly string[];
}

/** Something that one party waited for: a decision, an approval, access, information. */
export interface Delay extends OneEntry {
  /** Whose it was. */
  readonly about: string | null;
  readonly what: string | null;
  readonly due: string | null;
  /** What it led to. */
  readonly effect: string | null;
}

/** A review of whether governance and sponsorship are conducive to working together. */
export interface Arrangement extends OneEntry {
  /** `governance`, `sponsorship` or `both`. */
  readonly covers: string | null;
  /** `yes`, `with-changes` or `no`. */
  readonly conducive: string | null;
  readonly finding: string | null;
  readonly understoodAtAllLevels: string | null;
}

export interface BodyRegister extends RegisterDates {
  readonly bodies: readonly Body[];
}
export interface MeetingRegister extends RegisterDates {
  readonly meetings: readonly Meeting[];
}
export interface DecisionRegister extends RegisterDates {
  readonly decisions: readonly Decision[];
}
export interface DelayRegister extends RegisterDates {
  readonly delays: readonly Delay[];
}
export interface ArrangementRegister extends RegisterDates {
  readonly arrangements: readonly Arrangement[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function bodiesOf(views: Views, relationship: string, clocks: Clocks, now: number): Promise<BodyRegister> {
  const { dates, day, reading, things } = await bodiesNamed(views, relationship, clocks, now);
  const planned = plannedByBody(dutyLedger(reading, day), day);
  return { ...dates, bodies: things.map((body) => bodyRow(body, planned.get(body.id) ?? [], day)) };
}

function plannedByBody(ledger: DutyLedger, day: number): ReadonlyMap<string, readonly PlannedMeeting[]> {
  return Map.groupBy(plannedMeetings(ledger, endOfLocalDay(day + PLANNED_AHEAD_DAYS)), ({ body }) => body);
}

async function bodiesNamed(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<{ dates: RegisterDates; day: number; reading: Reading; things: readonly Named[] }> {
  const { dates, day, reading, visible, said } = await saidIn(views, relationship, BODY_KINDS, clocks, now);
  const words = new Map(said.map(({ entry, data }) => [entry, data]));
  const dataOf: DataOf = (entry) => (entry === undefined ? {} : (words.get(entry) ?? {}));
  const things = [...entriesById(visible, 'body')].map(([id, entries]) => ({ id, entries, dataOf }));
  return { dates, day, reading, things };
}

const BODY_KINDS = ['governance.established', 'meeting.held', 'meeting.postponed', 'meeting.missed'];

/** @param planned its own meetings */
function bodyRow({ id, entries, dataOf }: Named, planned: readonly PlannedMeeting[], day: number): Body {
  const established = lastOf(entries, 'governance.established');
  const { title, terms, meets, quorum } = dataOf(established);
  const of = (kind: string): readonly EntryReading[] => entries.filter(({ fact }) => fact.kind === kind);
  const next = planned.find((meeting) => meeting.held === null && meeting.plannedDay >= day);
  return {
    id,
    title: textIn(title),
    terms: textIn(terms),
    meets: textIn(meets),
    quorum: textIn(quorum),
    established: established?.effective ?? null,
    establishedBy: established?.fact.party ?? null,
    next: next === undefined ? null : formatDay(next.plannedDay),
    lastHeld: of('meeting.held').at(-1)?.effective ?? null,
    held: of('meeting.held').length,
    moved: of('meeting.postponed').length,
    missed: of('meeting.missed').length,
    entries: idsOf(entries),
  };
}

/**
 * The governance calendar, body by body, the earliest meeting first; of those that are planned the next one alone. Of
 * what an import left out nothing is said.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function meetingsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<MeetingRegister> {
  const { dates, day, reading, things } = await bodiesNamed(views, relationship, clocks, now);
  const ledger = dutyLedger(reading, day);
  const nowMs = clocks.asOf === undefined ? now : endOfLocalDay(day);
  const planned = plannedByBody(ledger, day);
  const meetings = things.flatMap((body) => {
    const own = planned.get(body.id) ?? [];
    const next = own.find(({ held, dueMs }) => held === null && dueMs >= nowMs);
    const told = new Set<EntryReading>();
    const inRhythm = own.flatMap((meeting) => {
      const missed = missedEntry(ledger, meeting);
      const isNext = meeting === next;
      const wasMissed = missed !== undefined || (isMissed(meeting, nowMs) && !isOfImportedPast(meeting));
      if (meeting.held === null && !wasMissed && !isNext) return [];
      const situation = meeting.held !== null ? 'held' : wasMissed ? 'missed' : 'planned';
      const behind = [...meeting.moves, meeting.held ?? [], missed ?? []].flat();
      for (const entry of behind) told.add(entry);
      return [meetingRow(body, { situation, meeting, behind, setBy: meeting.setBy })];
    });
    const beside = body.entries
      .filter((entry) => entry.fact.kind in BESIDE && !told.has(entry))
      .map((entry) =>
        meetingRow(body, { situation: BESIDE[entry.fact.kind] ?? 'held', meeting: null, behind: [entry] }),
      );
    return [...inRhythm, ...beside].sort((a, b) => a.day - b.day).map(({ row }) => row);
  });
  return { ...dates, meetings };
}

/** What is logged of a meeting outside the rhythm of its body. */
const BESIDE: Readonly<Record<string, Meeting['situation']>> = {
  'meeting.held': 'held',
  'meeting.postponed': 'moved',
  'meeting.missed': 'missed',
};

interface MeetingParts {
  readonly situation: Meeting['situation'];
  /** Null of one outside the rhythm. */
  readonly meeting: PlannedMeeting | null;
  readonly behind: readonly EntryReading[];
  readonly setBy?: EntryReading;
}

function meetingRow(
  { id, entries, dataOf }: Named,
  { situation, meeting, behind, setBy }: MeetingParts,
): { readonly day: number; readonly row: Meeting } {
  const of = (kind: string): EntryReading | undefined => behind.findLast(({ fact }) => fact.kind === kind);
  const [held, missed] = [of('meeting.held'), of('meeting.missed')];
  const said = held ?? missed;
  const { attended, minutes } = dataOf(held);
  const row: Meeting = {
    body: id,
    title: textIn(dataOf(lastOf(entries, 'governance.established'))['title']),
    situation,
    planned: meeting === null ? textIn(missed?.data['due']) : formatDay(meeting.plannedDay),
    due: meeting === null ? null : formatDay(meeting.dueDay),
    movedTo: textIn(of('meeting.postponed')?.data['newDate']),
    held: held?.effective ?? null,
    quorate: flagIn(held?.data['quorate']),
    attended: textIn(attended),
    minutes: textIn(minutes),
    by: said?.fact.party ?? null,
    status: said?.statusWord ?? null,
    missed: missed?.fact.id ?? null,
    entries: idsOf([...(setBy === undefined ? [] : [setBy]), ...behind]),
  };
  return { day: held?.day ?? meeting?.plannedDay ?? behind[0]?.day ?? 0, row };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function decisionsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<DecisionRegister> {
  const { dates, things } = await thingsNamed(views, relationship, 'decision', clocks, now);
  return { ...dates, decisions: things.map((decision) => decisionRow(decision, dates.asOf)) };
}

function decisionRow({ id, entries, dataOf }: Named, asOf: string): Decision {
  const recorded = lastOf(entries, 'decision.recorded');
  const { title, ownerRole, body, owner, due } = dataOf(recorded);
  const situation = decisionSituation(entries);
  const closed = lastDeciding(entries, 'decision.closed');
  return {
    id,
    title: textIn(title),
    situation,
    status: (closed ?? recorded)?.statusWord ?? null,
    body: textIn(body),
    owner: textIn(owner),
    ownerRole: textIn(ownerRole),
    decided: recorded?.effective ?? null,
    by: recorded?.fact.party ?? null,
    due: textIn(due),
    late: situation === 'open' && isOver(textIn(due), parseDay(asOf) ?? 0),
    closed: closed?.effective ?? null,
    entries: idsOf(entries),
  };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function delaysOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<DelayRegister> {
  const { dates, said } = await saidIn(views, relationship, 'decision.late', clocks, now);
  const delays = said.map(({ entry, data }) => ({
    about: textIn(data['about']),
    what: textIn(data['what']),
    due: textIn(data['due']),
    effect: textIn(data['effect']),
    ...oneEntry(entry),
  }));
  return { ...dates, delays };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function arrangementsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<ArrangementRegister> {
  const { dates, said } = await saidIn(views, relationship, 'arrangements.reviewed', clocks, now);
  const arrangements = said.map(({ entry, data }) => ({
    covers: textIn(data['covers']),
    conducive: textIn(data['conducive']),
    finding: textIn(data['finding']),
    understoodAtAllLevels: textIn(data['understoodAtAllLevels']),
    ...oneEntry(entry),
  }));
  return { ...dates, arrangements };
}
