import { endOfLocalDay } from '../calendar/working-days';
import { dayIn, dutyLedger, type Duty } from '../due/duty';
import { decides, lastOf } from '../entry/rules';
import type { Clocks } from '../parameters';
import { entriesById, idsOf, proseOf, textIn, visibleIn, type DataOf, type RegisterDates } from '../register';
import { numberIn, stepOf, type Step } from '../register-entry';
import { formatDay } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import type { Views } from '../views';
import { isOnTarget, type MeasuredFamily } from './figures';
import { indicatorActs, indicatorReports, trustReadings } from './indicator-duties';
import { NEXT_FIGURE_DAYS } from './limits';

/** One figure of an indicator. */
export interface Measurement extends Step {
  readonly value: number | null;
  /** Its period, as precise as it was given. */
  readonly from: string | null;
  readonly until: string | null;
  readonly onTarget: boolean;
  /** Why it is as it is; of performance alone. */
  readonly reason: string | null;
  /** `survey`, `record` or `joint-judgement`; of trust alone, as the sample. */
  readonly basis: string | null;
  /** How many were asked. */
  readonly sample: number | null;
}

export interface IndicatorAct extends Step {
  readonly action: string | null;
}

/** What was not done until a day. */
export interface Undone {
  readonly entry: string;
  /** `YYYY-MM-DD` */
  readonly due: string | null;
}

/** What is measured again and again, of performance or of trust. */
export interface Indicator {
  readonly id: string;
  readonly title: string | null;
  /** Where its last figure stands; of an indicator without any: `not-measured`. */
  readonly situation: 'on-target' | 'off-target' | 'not-measured';
  readonly unit: string | null;
  readonly target: number | null;
  /** `at-least` or `at-most`. */
  readonly direction: string | null;
  /** `month`, `quarter` or `year`. */
  readonly every: string | null;
  /** Effective date, as precise as it was given. */
  readonly defined: string | null;
  readonly definedBy: string | null;
  /** The figure of the latest period of which there is one that no party disputes, otherwise of the latest, and that period. */
  readonly value: number | null;
  readonly from: string | null;
  readonly until: string | null;
  /** `YYYY-MM-DD`: until the end of that day the next figure is given; null where none is awaited. */
  readonly figureDue: string | null;
  /** `YYYY-MM-DD`: until the end of that day somebody acts on the figure that misses the target; null where none waits. */
  readonly actDue: string | null;
  /** Oldest first, as all lists of a row. */
  readonly measurements: readonly Measurement[];
  readonly acts: readonly IndicatorAct[];
  /** Misses on which nobody acted in time. */
  readonly unacted: readonly Undone[];
  /** Reports that were not given in time; of performance alone. */
  readonly overdue: readonly Undone[];
  /** Ids of the deductions that name it; of performance alone. */
  readonly deductions: readonly string[];
  readonly entries: readonly string[];
}

export interface IndicatorRegister extends RegisterDates {
  readonly indicators: readonly Indicator[];
}

const KINDS: Readonly<Record<MeasuredFamily, RegExp>> = {
  indicator: /^(indicator\.|report\.overdue$|deduction\.applied$)/,
  trust: /^trust\./,
};

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function indicatorsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<IndicatorRegister> {
  const { rows, dates } = await measuredIn(views, relationship, 'indicator', clocks, now);
  return { ...dates, indicators: rows };
}

/** The indicators of one family: both name theirs in the same field. */
export async function measuredIn(
  views: Views,
  relationship: string,
  family: MeasuredFamily,
  clocks: Clocks,
  now: number,
): Promise<{ readonly dates: RegisterDates; readonly rows: readonly Indicator[] }> {
  const { dates, day, reading, entries: visible } = await visibleIn(views, relationship, clocks, now);
  const ofFamily = visible.filter(({ fact }) => KINDS[family].test(fact.kind));
  const named = [...entriesById(ofFamily, 'indicator')];
  const dataOf = await proseOf(views, relationship, ofFamily);
  const ledger = dutyLedger(reading, day);
  const figures = (family === 'trust' ? trustReadings : indicatorReports)(
    ledger,
    endOfLocalDay(day + NEXT_FIGURE_DAYS),
  );
  const waiting = [...figures, ...indicatorActs(ledger, Infinity)].filter(
    ({ doneBy, dueDay, setBy }) => doneBy === null && dueDay >= day && KINDS[family].test(setBy.fact.kind),
  );
  const duties = Map.groupBy(waiting, ({ data }) => data['indicator']);
  const rows = named.map(([id, entries]) => indicatorRow({ id, entries, dataOf, duties: duties.get(id) ?? [] }));
  return { dates, rows };
}

interface KnownIndicator {
  readonly id: string;
  readonly entries: readonly EntryReading[];
  readonly dataOf: DataOf;
  /** Those that are not done and still can be. */
  readonly duties: readonly Duty[];
}

function indicatorRow({ id, entries, dataOf, duties }: KnownIndicator): Indicator {
  const ofKind = (end: string): readonly EntryReading[] => entries.filter(({ fact }) => fact.kind.endsWith(end));
  const defined = lastOf(entries, 'indicator.defined', 'trust.defined');
  const { title, unit, target, direction, every } = dataOf(defined);
  const measured = ofKind('.measured');
  const byPeriod = measured.toSorted((a, b) => (dayIn(a, 'until') ?? a.day) - (dayIn(b, 'until') ?? b.day));
  const last = byPeriod.findLast(decides) ?? byPeriod.at(-1);
  const definitions = ofKind('.defined');
  const measurements = measured.map((entry) => measurementOf(entry, definitions, dataOf));
  const latest = measurements.find(({ entry }) => entry === last?.fact.id);
  return {
    id,
    title: textIn(title),
    situation: latest === undefined ? 'not-measured' : latest.onTarget ? 'on-target' : 'off-target',
    unit: textIn(unit),
    target: numberIn(target),
    direction: textIn(direction),
    every: textIn(every),
    defined: defined?.effective ?? null,
    definedBy: defined?.fact.party ?? null,
    value: latest?.value ?? null,
    from: latest?.from ?? null,
    until: latest?.until ?? null,
    figureDue: firstDue(duties.filter(({ setBy }) => setBy.fact.kind.endsWith('.defined'))),
    actDue: firstDue(duties.filter(({ setBy }) => setBy.fact.kind.endsWith('.measured'))),
    measurements,
    acts: ofKind('.acted-on').map((entry) => ({ ...stepOf(entry), action: textIn(dataOf(entry)['action']) })),
    unacted: ofKind('.unacted').map(undoneOf),
    overdue: ofKind('report.overdue').map(undoneOf),
    deductions: idsOf(ofKind('deduction.applied')),
    entries: idsOf(entries),
  };
}

function measurementOf(entry: EntryReading, definitions: readonly EntryReading[], dataOf: DataOf): Measurement {
  const { value, from, until, reason, basis, sample } = dataOf(entry);
  return {
    ...stepOf(entry),
    value: numberIn(value),
    from: textIn(from),
    until: textIn(until),
    onTarget: isOnTarget(definitions, entry),
    reason: textIn(reason),
    basis: textIn(basis),
    sample: numberIn(sample),
  };
}

function undoneOf({ fact, data }: EntryReading): Undone {
  return { entry: fact.id, due: textIn(data['due']) };
}

function firstDue(duties: readonly Duty[]): string | null {
  return duties.length === 0 ? null : formatDay(Math.min(...duties.map(({ dueDay }) => dueDay)));
}
