import { localDay } from '../calendar/working-days';
import { dayIn, dutyOfDay, parametersAt, type Duties, type Duty, type DutyLedger } from '../due/duty';
import type { EntryReading } from '../scoring/entry-reading';
import { afterMonths } from '../scoring/days';

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
 * Meetings of the bodies that were established: each a rhythm after the one before, or on the day that it was moved to,
 * and some days of grace. One that was missed is followed by the next all the same.
 */
export const meetings: Duties = (ledger, untilMs) =>
  ledger.entries
    .filter(({ fact }) => fact.kind === 'governance.established')
    .flatMap((established) => meetingsOf(ledger, established, localDay(untilMs)));

function meetingsOf({ reading, entries }: DutyLedger, established: EntryReading, lastDay: number): Duty[] {
  const { body, meets } = established.data;
  const rhythm = typeof meets === 'string' ? RHYTHMS[meets] : undefined;
  if (typeof body !== 'string' || rhythm === undefined) return [];
  const next = (day: number): number =>
    rhythm.days === undefined ? afterMonths(day, rhythm.months ?? 1) : day + rhythm.days;
  const grace = parametersAt(reading, established).meetingGraceDays;
  const own = entries.filter(({ data }) => data['body'] === body);
  const held = own.filter(({ fact }) => fact.kind === 'meeting.held').sort((a, b) => a.day - b.day);
  const moved = own.filter(({ fact }) => fact.kind === 'meeting.postponed');
  const duties: Duty[] = [];
  let setBy = established;
  for (let day = next(established.day); day <= lastDay;) {
    const since = setBy.day;
    const planned = day;
    // The last word before the day was over counts.
    const moves = moved.filter((move) => move.day > since && move.day <= planned + grace);
    const dueDay = Math.max(day, ...moves.map((move) => dayIn(move, 'newDate') ?? 0)) + grace;
    const doneBy = held.find((meeting) => meeting.day > since && meeting.day <= dueDay) ?? null;
    duties.push(
      dutyOfDay({ missed: 'meeting.missed', data: { body }, dueDay, parties: reading.parties(day), setBy, doneBy }),
    );
    if (doneBy !== null) setBy = doneBy;
    day = next(doneBy?.day ?? dueDay - grace);
  }
  return duties;
}
