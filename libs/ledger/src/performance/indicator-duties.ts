import { localDay } from '../calendar/working-days';
import {
  dayIn,
  dutyOfDay,
  firstBehind,
  learnedOn,
  parametersAt,
  type Duties,
  type Duty,
  type DutyLedger,
} from '../due/duty';
import { afterMonths, dateOf, dayOfDate } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** Reports of the indicators that were defined: of each whole period, some days after its end. */
export const indicatorReports: Duties = (ledger, untilMs) =>
  ledger.entries
    .filter(({ fact }) => fact.kind === 'indicator.defined')
    .flatMap((defined) => reportsOf(ledger, defined, localDay(untilMs)));

function reportsOf({ reading, entries }: DutyLedger, setBy: EntryReading, lastDay: number): Duty[] {
  const { indicator, every } = setBy.data;
  const months = typeof every === 'string' ? MONTHS[every] : undefined;
  if (typeof indicator !== 'string' || months === undefined) return [];
  const grace = parametersAt(reading, setBy).reportGraceDays;
  const measured = entries.filter(
    ({ fact, data }) => fact.kind === 'indicator.measured' && data['indicator'] === indicator,
  );
  const duties: Duty[] = [];
  for (let start = startOfPeriod(setBy.day, months); start <= lastDay; start = afterMonths(start, months)) {
    const end = afterMonths(start, months) - 1;
    const doneBy =
      measured.find((entry) => {
        const until = dayIn(entry, 'until');
        return until !== null && until >= start && until <= end;
      }) ?? null;
    const parties = reading.parties(end);
    duties.push(
      dutyOfDay({ missed: 'report.overdue', data: { indicator }, dueDay: end + grace, parties, setBy, doneBy }),
    );
  }
  return duties;
}

/** Periods are those of the calendar: quarters begin in January, April, July and October. */
function startOfPeriod(day: number, months: number): number {
  const { year, month } = dateOf(day);
  return dayOfDate(year, month - ((month - 1) % months), 1);
}

const ACTS: Readonly<Record<string, { readonly acted: string; readonly missed: string }>> = {
  'indicator.measured': { acted: 'indicator.acted-on', missed: 'indicator.unacted' },
  'trust.measured': { acted: 'trust.acted-on', missed: 'trust.unacted' },
};

/**
 * A figure that misses its target is acted on within the remedial window: the miss itself costs nothing. Of several in a
 * row the first that nobody acted on counts.
 */
export const indicatorActs: Duties = ({ reading, entries }) => {
  const waiting = new Map<string, EntryReading | null>();
  return entries.flatMap((setBy) => {
    const { indicator } = setBy.data;
    const act = ACTS[setBy.fact.kind];
    if (act === undefined || typeof indicator !== 'string' || setBy.sign !== '0') return [];
    const doneBy = firstBehind(entries, setBy, [act.acted], ({ data }) => data['indicator'] === indicator);
    const name = `${act.missed} ${indicator}`;
    // The same act does for all that it comes behind.
    if (waiting.has(name) && waiting.get(name) === doneBy) return [];
    waiting.set(name, doneBy);
    const dueDay = learnedOn(setBy) + parametersAt(reading, setBy).remedialWindowDays;
    const parties = reading.parties(learnedOn(setBy));
    return [dutyOfDay({ missed: act.missed, data: { indicator }, dueDay, parties, setBy, doneBy })];
  });
};
