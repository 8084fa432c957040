import { endOfLocalDay } from '../calendar/working-days';
import { dayIn, dutyLedger, type Duty } from '../due/duty';
import { lastOf } from '../entry/rules';
import { plannedMeetings, type PlannedMeeting } from '../governance/meetings';
import type { Clocks } from '../parameters';
import { plannedReports } from '../performance/indicator-duties';
import { entriesById, idsOf, proseOf, textIn, visibleIn, type RegisterDates, type Visible } from '../register';
import { lastDayOfTerm } from '../relationship/term';
import { afterMonths, dateOf, dayOfDate, formatDay } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import type { Views } from '../views';

/** What was planned of one body or one indicator, and what of it the record holds. */
export interface Planned {
  readonly of: 'meetings' | 'reports';
  /** Id of the body, or of the indicator. */
  readonly id: string;
  readonly title: string | null;
  /** Meetings planned up to the day of the question, or periods whose report was due by then. */
  readonly planned: number;
  /** How many of these the record holds. */
  readonly logged: number;
  /** `YYYY-MM-DD`: the planned days of the meetings that it does not hold, and the days on which reports were due. */
  readonly missing: readonly string[];
  /** Ids of what it was planned by, and of what was logged. */
  readonly entries: readonly string[];
}

export interface Completeness extends RegisterDates {
  /** `YYYY-MM`: whole months since the relationship began in which nothing happened that anybody logged. */
  readonly silentMonths: readonly string[];
  /** Whole months looked at. */
  readonly months: number;
  readonly completeness: readonly Planned[];
}

/**
 * What is missing from the record: planned against logged meetings and reports, the imported past included, and silent
 * months. What was due before the ledger knew of it counts too: nobody missed it, and the record lacks it.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function completenessOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<Completeness> {
  const visible = await visibleIn(views, relationship, clocks, now);
  const { dates, day, reading, entries } = visible;
  const ledger = dutyLedger(reading, day);
  const untilMs = endOfLocalDay(day);
  const defined = entries.filter(({ fact }) => ['governance.established', 'indicator.defined'].includes(fact.kind));
  const dataOf = await proseOf(views, relationship, defined);
  const titleOf = (entry: EntryReading | undefined): string | null => textIn(dataOf(entry)['title']);
  const bodies = entriesById(entries, 'body');
  const meetingRows = [...Map.groupBy(plannedMeetings(ledger, untilMs, 'established'), ({ body }) => body)].map(
    ([id, all]): Planned => {
      const setBy = lastOf(bodies.get(id) ?? [], 'governance.established');
      const held = (bodies.get(id) ?? []).filter(({ fact }) => fact.kind === 'meeting.held');
      const meetings = all.filter(({ plannedDay }) => plannedDay <= day);
      const missing = notHeld(meetings, held);
      const planned = meetings.length;
      return {
        ...{ of: 'meetings', id, title: titleOf(setBy), planned, logged: planned - missing.length, missing },
        entries: idsOf([...(setBy === undefined ? [] : [setBy]), ...held]),
      };
    },
  );
  const reportRows = [...dutiesBy(plannedReports(ledger, untilMs), 'indicator')].map(([id, all]): Planned => {
    // Of a period whose report is still to come nothing is missing.
    const duties = all.filter(({ doneBy, dueDay }) => doneBy !== null || dueDay <= day);
    const logged = duties.flatMap(({ doneBy }) => doneBy ?? []);
    return {
      ...{ of: 'reports', id, title: titleOf(all[0]?.setBy), planned: duties.length, logged: logged.length },
      missing: duties.filter(({ doneBy }) => doneBy === null).map(({ dueDay }) => formatDay(dueDay)),
      entries: [...new Set([...all.slice(0, 1).map(({ setBy }) => setBy.fact.id), ...idsOf(logged)])],
    };
  });
  return { ...dates, ...silence(visible), completeness: [...meetingRows, ...reportRows] };
}

function dutiesBy(duties: readonly Duty[], field: string): Map<string, Duty[]> {
  return Map.groupBy(duties, ({ data }) => textIn(data[field]) ?? '');
}

/**
 * Planned days without a meeting of their own: behind the one planned before, and until the last day for this one,
 * whenever it was logged.
 *
 * @param held in the order of facts
 */
function notHeld(planned: readonly PlannedMeeting[], held: readonly EntryReading[]): string[] {
  let next = 0;
  return planned.flatMap(({ plannedDay, dayBefore, dueDay }) => {
    while ((held[next]?.day ?? Infinity) <= dayBefore) next += 1;
    if ((held[next]?.day ?? Infinity) > dueDay) return [formatDay(plannedDay)];
    next += 1;
    return [];
  });
}

function silence({ day, entries }: Visible): { readonly silentMonths: string[]; readonly months: number } {
  const logged = entries.filter(({ fact }) => fact.party !== 'ledger');
  const established = lastOf(entries, 'relationship.established');
  const first = (established && dayIn(established, 'start')) ?? logged[0]?.day;
  if (first === undefined) return { silentMonths: [], months: 0 };
  const days = new Set(logged.map((entry) => monthOf(entry.day)));
  const last = Math.min(day, lastDayOfTerm(entries));
  const silentMonths: string[] = [];
  let months = 0;
  const firstMonth = monthOf(first) === first ? first : afterMonths(monthOf(first), 1);
  for (let start = firstMonth; afterMonths(start, 1) - 1 <= last; start = afterMonths(start, 1)) {
    months += 1;
    if (!days.has(start)) silentMonths.push(formatDay(start).slice(0, 'YYYY-MM'.length));
  }
  return { silentMonths, months };
}

/** Its first day. */
function monthOf(day: number): number {
  const { year, month } = dateOf(day);
  return dayOfDate(year, month, 1);
}
