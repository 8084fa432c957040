import { localDay } from '../calendar/working-days';
import { dayIn, dutyOfDay, parametersAt, type Duties, type Duty, type DutyLedger } from '../due/duty';
import { entriesById } from '../register';
import { lastDayOfTerm } from '../relationship/term';
import { afterMonths } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';

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
  /** Those that moved it. */
  readonly moves: readonly EntryReading[];
  /** The meeting that was held in time; null where none was. */
  readonly held: EntryReading | null;
}

/** @param untilMs meetings that are planned up to there */
export function plannedMeetings(ledger: DutyLedger, untilMs: number): readonly PlannedMeeting[] {
  const lastDay = Math.min(localDay(untilMs), lastDayOfTerm(ledger.entries));
  return [...entriesById(ledger.entries, 'body')].flatMap(([body, own]) => meetingsOf(ledger, body, own, lastDay));
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
  // As they were learned, so that what is learned later never takes a meeting from the day that it was counted for.
  const held = own.filter(({ fact }) => fact.kind === 'meeting.held');
  const free = [...held];
  const waiting = own.filter(({ fact }) => fact.kind === 'meeting.postponed').sort((a, b) => a.day - b.day);
  const planned: PlannedMeeting[] = [];
  for (let number = 1; plannedDay(number) <= lastDay; number += 1) {
    const day = plannedDay(number);
    const before = plannedDay(number - 1);
    const inTime = (dueDay: number): EntryReading | undefined =>
      free.find((each) => each.day > before && each.day <= dueDay);
    const moves: EntryReading[] = [];
    let dueDay = day + graceDays;
    for (let move = waiting[0]; move !== undefined && move.day <= dueDay; move = waiting[0]) {
      // Of one that was held already the next is moved.
      const meeting = inTime(dueDay);
      if (meeting !== undefined && meeting.day <= move.day) break;
      waiting.shift();
      moves.push(move);
      const isInTime = localDay(move.fact.ledgerRecorded) <= dueDay;
      if (isInTime) dueDay = Math.max(dueDay, (dayIn(move, 'newDate') ?? 0) + graceDays);
    }
    const meeting = inTime(dueDay);
    if (meeting !== undefined) free.splice(free.indexOf(meeting), 1);
    // One that was missed cannot be held any more: with the next one that is, nobody waits for it.
    const doneBy = meeting ?? held.find(({ fact }) => localDay(fact.ledgerRecorded) > dueDay) ?? null;
    const parties = reading.parties(day);
    const duty = { missed: 'meeting.missed', data: { body }, planned: day, dueDay, parties, setBy, doneBy };
    planned.push({ ...dutyOfDay(duty), body, plannedDay: day, moves, held: meeting ?? null });
  }
  return planned;
}
