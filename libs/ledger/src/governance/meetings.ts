import { endOfLocalDay, localDay } from '../calendar/working-days';
import {
  dayIn,
  dutyOfDay,
  firstPlace,
  learnedOn,
  parametersAt,
  type Duties,
  type Duty,
  type DutyLedger,
} from '../due/duty';
import { MAX_REPEATED_DAYS } from '../due/limits';
import { lastDayOfTerm } from '../relationship/term';
import { afterMonths } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';

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

/** @param untilMs meetings that are planned up to there */
export function plannedMeetings(ledger: DutyLedger, untilMs: number): readonly PlannedMeeting[] {
  const lastDay = Math.min(localDay(untilMs), lastDayOfTerm(ledger.entries));
  return [...ledger.byId('body', KINDS)].flatMap(([body, own]) => meetingsOf(ledger, body, own, lastDay));
}

function meetingsOf(
  { reading }: DutyLedger,
  body: string,
  own: readonly EntryReading[],
  lastDay: number,
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
  const told = new Set<EntryReading>();
  const asLearned = held.toSorted((a, b) => a.fact.ledgerRecorded - b.fact.ledgerRecorded);
  // What was due before the body was known nobody can have missed.
  const firstDueDay = Math.max(learnedOn(setBy) - graceDays, lastDay - MAX_REPEATED_DAYS);
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
      // Told of when it was missed already, it still does for the next.
      return free.behind(before, dueDay, dueMs > setBy.fact.ledgerRecorded ? dueMs : Infinity);
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
      if (isInTime) dueDay = Math.max(dueDay, (dayIn(move, 'newDate') ?? 0) + graceDays);
    }
    const meeting = inTime(dueDay);
    if (meeting !== undefined) free.take(meeting);
    const dueMs = endOfLocalDay(dueDay);
    // One that was missed cannot be held any more: with the next one that is, nobody waits for it.
    const place = firstPlace(asLearned, ({ fact }) => fact.ledgerRecorded > dueMs);
    // Unless all agree that it was held in time, whenever that was logged.
    const toldLate =
      meeting === undefined
        ? asLearned.find(
            (each, at) =>
              at >= place && each.day > before && each.day <= dueDay && each.status === 'agreed' && !told.has(each),
          )
        : undefined;
    if (toldLate !== undefined) told.add(toldLate);
    const doneBy = meeting ?? toldLate ?? asLearned[place] ?? null;
    const parties = reading.parties(day);
    const reads = ['body', 'meets', 'effective'];
    const duty = { missed: 'meeting.missed', data: { body }, planned: day, dueDay, parties, setBy, reads, doneBy };
    // What lies behind the next planned day is of that, unless this one was moved there.
    const lastDayOfIt = moves.length === 0 ? Math.min(dueDay, plannedDay(number + 1) - 1) : dueDay;
    planned.push({
      ...dutyOfDay({ ...duty, nameable: [day, lastDayOfIt] }),
      body,
      plannedDay: day,
      dayBefore: before,
      moves,
      held: meeting ?? toldLate ?? null,
    });
  }
  return planned;
}

interface FreeMeetings {
  /** Of those that were held behind a day, until another, and recorded until then, the one that was learned first. */
  readonly behind: (day: number, lastDay: number, recordedMs: number) => EntryReading | undefined;
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
    take: (meeting) => places.delete(meeting),
  };
}
