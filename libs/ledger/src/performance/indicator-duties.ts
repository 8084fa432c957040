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
import { lastDayOfTerm } from '../relationship/term';
import { afterMonths, dateOf, dayOfDate } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** Reports of the indicators that were defined: of each whole period of the contract, some days after its end. */
export const indicatorReports: Duties = (ledger, untilMs) => {
  const lastDay = Math.min(localDay(untilMs), lastDayOfTerm(ledger.entries));
  return ledger.entries
    .filter(({ fact }) => fact.kind === 'indicator.defined')
    .flatMap((defined) => reportsOf(ledger, defined, lastDay));
};

function reportsOf({ reading, entries }: DutyLedger, setBy: EntryReading, lastDay: number): Duty[] {
  const { indicator, every } = setBy.data;
  const months = typeof every === 'string' ? MONTHS[every] : undefined;
  if (typeof indicator !== 'string' || months === undefined) return [];
  const grace = parametersAt(reading, setBy).reportGraceDays;
  const measured = entries.filter(
    ({ fact, data }) => fact.kind === 'indicator.measured' && data['indicator'] === indicator,
  );
  const duties: Duty[] = [];
  const first = firstPeriod(setBy.day, months);
  for (let number = 1; ; number += 1) {
    const start = afterMonths(first, (number - 1) * months);
    const end = afterMonths(first, number * months) - 1;
    if (end > lastDay) return duties;
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
}

/** The first day of the first period that lies behind a day, or begins on it. Quarters begin in January, April … */
function firstPeriod(day: number, months: number): number {
  const { year, month } = dateOf(day);
  const start = dayOfDate(year, month - ((month - 1) % months), 1);
  return start === day ? start : afterMonths(start, months);
}

const ACTS: Readonly<Record<string, { readonly acted: string; readonly missed: string }>> = {
  'indicator.measured': { acted: 'indicator.acted-on', missed: 'indicator.unacted' },
  'trust.measured': { acted: 'trust.acted-on', missed: 'trust.unacted' },
};

/**
 * A figure that misses its target is acted on within the remedial window: the miss itself costs nothing. One that misses
 * it again within that window waits for the same act.
 */
export const indicatorActs: Duties = ({ reading, entries }) => {
  const waiting = new Map<string, Duty>();
  return entries.flatMap((setBy) => {
    const { indicator } = setBy.data;
    const act = ACTS[setBy.fact.kind];
    if (act === undefined || typeof indicator !== 'string' || setBy.sign !== '0') return [];
    const doneBy = firstBehind(entries, setBy, [act.acted], ({ data }) => data['indicator'] === indicator);
    const before = waiting.get(indicator);
    const day = learnedOn(setBy);
    if (before !== undefined && before.doneBy === doneBy && day <= before.dueDay) return [];
    const dueDay = day + parametersAt(reading, setBy).remedialWindowDays;
    const parties = reading.parties(day);
    const duty = dutyOfDay({ missed: act.missed, data: { indicator }, dueDay, parties, setBy, doneBy });
    waiting.set(indicator, duty);
    return [duty];
  });
};
