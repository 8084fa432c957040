import { localDay } from '../calendar/working-days';
import {
  correctedMs,
  dayIn,
  dutyOfDay,
  firstBehind,
  learnedOn,
  parametersAt,
  type Duties,
  type Duty,
  type DutyLedger,
} from '../due/duty';
import { MAX_REPEATED_DAYS } from '../due/limits';
import { lastDayOfTerm } from '../relationship/term';
import { afterMonths, dateOf, dayOfDate } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import { definitionOf, isOnTarget, wasOnTarget, type MeasuredFamily } from './figures';

const READS = ['indicator', 'every', 'effective'];
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** What is awaited of each period of the indicators of a family. */
interface Awaited {
  readonly family: MeasuredFamily;
  /** What the ledger writes where it is not given, or what a reminder asks for. */
  readonly duty: Pick<Duty, 'missed' | 'title'>;
  /** Whether a figure of a later period does for those before it. */
  readonly laterDoes: boolean;
  /** Since when: absent, since the indicator was known. */
  readonly from?: 'defined';
}

const REPORTS: Awaited = { family: 'indicator', duty: { missed: 'report.overdue' }, laterDoes: false };

/** Reports of the indicators that were defined: of each whole period of the contract, some days after its end. */
export const indicatorReports: Duties = (ledger, untilMs) => figuresOf(REPORTS, ledger, untilMs);

/** The same with those that were due before the indicator was known: nobody can have missed them, though they may lack. */
export const plannedReports: Duties = (ledger, untilMs) => figuresOf({ ...REPORTS, from: 'defined' }, ledger, untilMs);

/** Reminders to measure the trust indicators, likewise. Nothing follows. */
export const trustReadings: Duties = (ledger, untilMs) =>
  figuresOf(
    { family: 'trust', duty: { missed: null, title: 'Measure the trust indicator' }, laterDoes: true },
    ledger,
    untilMs,
  );

function figuresOf(awaited: Awaited, ledger: DutyLedger, untilMs: number): Duty[] {
  const lastDay = Math.min(localDay(untilMs), lastDayOfTerm(ledger.entries));
  return ledger
    .ofKinds([`${awaited.family}.defined`])
    .flatMap((defined) => periodsOf(awaited, ledger, defined, lastDay));
}

function periodsOf(
  { family, duty, laterDoes, from }: Awaited,
  { reading, byId }: DutyLedger,
  setBy: EntryReading,
  lastDay: number,
): Duty[] {
  const { indicator, every } = setBy.data;
  const months = typeof every === 'string' ? MONTHS[every] : undefined;
  if (typeof indicator !== 'string' || months === undefined) return [];
  const grace = parametersAt(reading, setBy).reportGraceDays;
  const measured = (byId('indicator', [`${family}.measured`]).get(indicator) ?? []).flatMap((entry) => {
    const until = dayIn(entry, 'until');
    return until === null ? [] : [{ entry, until }];
  });
  // What was due before the indicator was known nobody can have missed.
  const knownDay = from === undefined ? learnedOn(setBy) - grace : -Infinity;
  const firstDueDay = Math.max(knownDay, lastDay - MAX_REPEATED_DAYS);
  const duties: Duty[] = [];
  const first = firstPeriod(setBy.day, months);
  let next = first;
  for (let number = 1; ; number += 1) {
    const start = next;
    next = afterMonths(first, number * months);
    const end = next - 1;
    if (end > lastDay) return duties;
    if (end + grace < firstDueDay) continue;
    const doneBy = measured.find(({ until }) => until >= start && (until <= end || laterDoes))?.entry ?? null;
    const parties = reading.parties(end);
    const dueDay = end + grace;
    const nameable = [end, dueDay] as const;
    duties.push(dutyOfDay({ ...duty, data: { indicator }, dueDay, parties, setBy, reads: READS, nameable, doneBy }));
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
export const indicatorActs: Duties = (ledger) => {
  const { reading } = ledger;
  const byIndicator = ledger.byId('indicator', ['indicator.defined', 'trust.defined']);
  const waiting = new Map<string, Duty>();
  return ledger.ofKinds(Object.keys(ACTS)).flatMap((setBy) => {
    const { indicator } = setBy.data;
    const act = ACTS[setBy.fact.kind];
    if (act === undefined || typeof indicator !== 'string') return [];
    const definitions = byIndicator.get(indicator) ?? [];
    // Of an indicator whose definition was voided nobody says any more what it should have been.
    if (definitions.length === 0 || isOnTarget(definitions, setBy)) return [];
    const doneBy = firstBehind(ledger, setBy, { kinds: [act.acted], field: 'indicator' });
    const before = waiting.get(indicator);
    const day = missKnownOn(definitions, setBy);
    if (before !== undefined && before.doneBy === doneBy && day <= before.dueDay) return [];
    const dueDay = day + parametersAt(reading, setBy).remedialWindowDays;
    const parties = reading.parties(day);
    const duty = dutyOfDay({
      missed: act.missed,
      data: { indicator },
      dueDay,
      parties,
      setBy,
      reads: ['indicator'],
      doneBy,
    });
    waiting.set(indicator, duty);
    return [duty];
  });
};

/**
 * A figure that misses its target only as it, or the target, was corrected is known to do so since then; another slip
 * gives no more time.
 */
function missKnownOn(definitions: readonly EntryReading[], measured: EntryReading): number {
  const learned = learnedOn(measured);
  if (!wasOnTarget(definitions, measured)) return learned;
  const corrected = measured.answerFacts.findLast(({ kind, data }) => kind === 'entry.corrected' && 'value' in data);
  const day = corrected === undefined || corrected.imported ? learned : localDay(corrected.recorded);
  const defined = definitionOf(definitions, measured);
  const targetMs = defined === undefined ? -Infinity : correctedMs(defined, ['target', 'direction']);
  return targetMs > measured.fact.ledgerRecorded ? Math.max(day, localDay(targetMs)) : day;
}
