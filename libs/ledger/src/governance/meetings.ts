import { endOfLocalDay, localDay } from '../calendar/working-days';
import {
  agreedSinceMs,
  correctedMs,
  dayInAt,
  dutyOfDay,
  firstPlace,
  learnedOn,
  parametersAt,
  type Duties,
  type Duty,
  type DutyLedger,
} from '../due/duty';
import { MAX_REPEATED_DAYS } from '../due/limits';
import { isAgreedLive } from '../entry/rules';
import { lastDayOfTerm } from '../relationship/term';
import { afterMonths, formatDay } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';

const READS = ['body', 'meets', 'effective'];
const KINDS = ['governance.established', 'meeting.held', 'meeting.postponed'];

/** Days or months between two meetings. */
const RHYTHMS: Readonly<Record<string, { readonly days?: number; readonly months?: number }>> = {
  weekly: { days: 7 },
  fortnightly: { days: 14 },
  monthly: { months: 1 },
  'every-two-months': { months: 2 },
  quarterly: { months: 3 },
  'half-yearly': { months: 6 },
  yearly: { months: 12 },
};

/**
 * Meetings of the bodies that were established: planned in their rhythm from the day on which they were, whenever the one
 * before was held, until the contract ends. Each is held by some days after its day, or after that which it was moved to.
 */
export const meetings: Duties = (ledger, untilMs) => plannedMeetings(ledger, untilMs);

/** A meeting that was planned, with what became of it. */
export interface PlannedMeeting extends Duty {
  readonly body: string;
  /** The day for which it was planned. */
  readonly plannedDay: number;
  /** That of the one before, behind which it may be held. */
  readonly dayBefore: number;
  /** Those that moved it. */
  readonly moves: readonly EntryReading[];
  /** The meeting that was held in time, and logged so or agreed to by all; null where none was. */
  readonly held: EntryReading | null;
}

/**
 * @param untilMs meetings that are planned up to there
 * @param from the first of them: those that were due before the body was known nobody can have missed, though the record
 * may lack them
 */
export function plannedMeetings(
  ledger: DutyLedger,
  untilMs: number,
  from: 'known' | 'established' = 'known',
): readonly PlannedMeeting[] {
  const lastDay = Math.min(localDay(untilMs), lastDayOfTerm(ledger.entries));
  return [...ledger.byId('body', KINDS)].flatMap(([body, own]) => meetingsOf(ledger, body, own, { lastDay, from }));
}

/** A planned day on which nothing was logged in time, and what tells whether another meeting was held in that time. */
interface Unheld {
  readonly plannedDay: number;
  readonly dayBefore: number;
  /** The last day on which it could be held: that which the ledger said when it was missed, if it did. */
  readonly lastDay: number;
  /** What all agree was held in that time, and does for no other planned day. */
  toldLate: EntryReading | null;
}

function meetingsOf(
  { reading, ownOf }: DutyLedger,
  body: string,
  own: readonly EntryReading[],
  { lastDay, from }: { readonly lastDay: number; readonly from: 'known' | 'established' },
): PlannedMeeting[] {
  const setBy = own.find(({ fact }) => fact.kind === 'governance.established');
  const { meets } = setBy?.data ?? {};
  const rhythm = typeof meets === 'string' ? RHYTHMS[meets] : undefined;
  if (setBy === undefined || rhythm === undefined) return [];
  const plannedDay = (number: number): number =>
    rhythm.days === undefined
      ? afterMonths(setBy.day, number * (rhythm.months ?? 1))
      : setBy.day + number * rhythm.days;
  const graceDays = parametersAt(reading, setBy).meetingGraceDays;
  const held = own.filter(({ fact }) => fact.kind === 'meeting.held');
  const free = freeMeetings(held);
  const agreedMs = new Map(held.filter(isAgreedLive).map((each) => [each, agreedSinceMs(each)]));
  const saidMissed = new Map(
    ownOf('meeting.missed')
      .filter(({ fact }) => fact.data['body'] === body)
      .map((each) => [each.fact.data['due'], each]),
  );
  const setMs = correctedMs(setBy, READS);
  const unheld: Unheld[] = [];
  const isInTimeOf = ({ dayBefore, lastDay: until }: Unheld, { day, fact }: EntryReading): boolean =>
    day > dayBefore && day <= until && !fact.imported && fact.ledgerRecorded > endOfLocalDay(until);
  const take = (each: Unheld, meeting: EntryReading | undefined): void => {
    if (meeting === undefined) return;
    each.toldLate = meeting;
    free.take(meeting);
  };
  const asLearned = held.toSorted((a, b) => a.fact.ledgerRecorded - b.fact.ledgerRecorded);
  const knownDay = from === 'known' ? learnedOn(setBy) - graceDays : -Infinity;
  const firstDueDay = Math.max(knownDay, lastDay - MAX_REPEATED_DAYS);
  let first = 1;
  while (plannedDay(first) + graceDays < firstDueDay) first += 1;
  const movedBefore = first === 1 ? -Infinity : plannedDay(first - 1) + graceDays;
  const waiting = own
    .filter(({ fact, day }) => fact.kind === 'meeting.postponed' && day > movedBefore)
    .sort((a, b) => a.day - b.day);
  const planned: PlannedMeeting[] = [];
  for (let number = first; plannedDay(number) <= lastDay; number += 1) {
    const day = plannedDay(number);
    const before = plannedDay(number - 1);
    const inTime = (dueDay: number): EntryReading | undefined => {
      const dueMs = endOfLocalDay(dueDay);
      for (;;) {
        // Told of when it was missed already, it still does for the next, unless all agreed meanwhile that it was no miss.
        const found = free.behind(before, dueDay, dueMs > setBy.fact.ledgerRecorded ? dueMs : Infinity);
        if (found === undefined || (agreedMs.get(found) ?? Infinity) > dueMs) return found;
        const earlier = unheld.find((each) => each.toldLate === null && isInTimeOf(each, found));
        if (earlier === undefined) return found;
        take(earlier, found);
      }
    };
    const moves: EntryReading[] = [];
    let dueDay = day + graceDays;
    for (let move = waiting[0]; move !== undefined && move.day <= dueDay; move = waiting[0]) {
      // Of one that was held already the next is moved.
      const meeting = inTime(dueDay);
      if (meeting !== undefined && meeting.day <= move.day) break;
      waiting.shift();
      moves.push(move);
      const isInTime = move.fact.ledgerRecorded <= endOfLocalDay(dueDay);
      if (isInTime) dueDay = Math.max(dueDay, (dayInAt(move, 'newDate', endOfLocalDay(dueDay)) ?? 0) + graceDays);
    }
    const meeting = inTime(dueDay);
    if (meeting !== undefined) free.take(meeting);
    const dueMs = endOfLocalDay(dueDay);
    // One that was missed cannot be held any more: with the next one that is, nobody waits for it.
    const place = firstPlace(asLearned, ({ fact }) => fact.ledgerRecorded > dueMs);
    const doneBy = meeting ?? asLearned[place] ?? null;
    const parties = reading.parties(day);
    const duty = {
      missed: 'meeting.missed',
      data: { body },
      planned: day,
      dueDay,
      parties,
      setBy,
      reads: READS,
      doneBy,
    };
    // What lies behind the next planned day is of that, unless this one was moved there.
    const lastDayOfIt = moves.length === 0 ? Math.min(dueDay, plannedDay(number + 1) - 1) : dueDay;
    planned.push({
      ...dutyOfDay({ ...duty, nameable: [day, lastDayOfIt] }),
      body,
      plannedDay: day,
      dayBefore: before,
      moves,
      held: meeting ?? null,
    });
    if (meeting !== undefined) continue;
    const said = saidMissed.get(formatDay(day));
    const lastDayToHold = said?.day ?? dueDay;
    const each: Unheld = { plannedDay: day, dayBefore: before, lastDay: lastDayToHold, toldLate: null };
    const voidedMs = said === undefined ? null : takenBackMs(said);
    // What was planned otherwise then is not what was missed.
    if (voidedMs !== null || setMs <= endOfLocalDay(lastDayToHold)) unheld.push(each);
    if (voidedMs === null) continue;
    // What it was taken back for does for no other day, whatever is said of it since.
    const known = asLearned.filter((meeting) => free.has(meeting) && isInTimeOf(each, meeting));
    const meant = known.filter(({ fact }) => fact.ledgerRecorded <= voidedMs);
    take(each, meant.find((meeting) => agreedMs.has(meeting)) ?? meant[0]);
  }
  for (const each of unheld) {
    if (each.toldLate !== null) continue;
    take(
      each,
      asLearned.find((meeting) => agreedMs.has(meeting) && free.has(meeting) && isInTimeOf(each, meeting)),
    );
  }
  const toldLateFor = new Map(unheld.map((each) => [each.plannedDay, each.toldLate]));
  return planned.map((each) => {
    const toldLate = toldLateFor.get(each.plannedDay) ?? null;
    return toldLate === null ? each : { ...each, doneBy: toldLate, held: toldLate, toldLate: true };
  });
}

/** When the ledger took back what it had said; null where it did not. */
function takenBackMs({ answerFacts }: EntryReading): number | null {
  return answerFacts.find(({ kind, party }) => kind === 'entry.voided' && party === 'ledger')?.ledgerRecorded ?? null;
}

interface FreeMeetings {
  /** Of those that were held behind a day, until another, and recorded until then, the one that was learned first. */
  readonly behind: (day: number, lastDay: number, recordedMs: number) => EntryReading | undefined;
  readonly has: (meeting: EntryReading) => boolean;
  readonly take: (meeting: EntryReading) => void;
}

/**
 * Meetings that do for no planned day yet.
 *
 * @param held as they were learned, so that what is learned later never takes one from the day that it was counted for
 */
function freeMeetings(held: readonly EntryReading[]): FreeMeetings {
  const places = new Map(held.map((meeting, place) => [meeting, place]));
  const placeOf = (meeting: EntryReading): number => places.get(meeting) ?? Infinity;
  const byDay = held.toSorted((a, b) => a.day - b.day);
  return {
    behind: (day, lastDay, recordedMs) => {
      let found: EntryReading | undefined;
      for (let at = firstPlace(byDay, (each) => each.day > day); at < byDay.length; at += 1) {
        const each = byDay[at];
        if (each === undefined || each.day > lastDay) break;
        if (!places.has(each) || each.fact.ledgerRecorded > recordedMs) continue;
        if (found === undefined || placeOf(each) < placeOf(found)) found = each;
      }
      return found;
    },
    has: (meeting) => places.has(meeting),
    take: (meeting) => places.delete(meeting),
  };
}
