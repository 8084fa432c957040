import { endOfLocalDay } from '../calendar/working-days';
import { dutyLedger, isMissed, type Duty } from '../due/duty';
import { lastOf } from '../entry/rules';
import type { Clocks } from '../parameters';
import { entriesById, idsOf, proseOf, textIn, visibleIn, type DataOf, type RegisterDates } from '../register';
import { formatDay } from '../scoring/days';
import type { EntryReading, StatusWord } from '../scoring/entry-reading';
import { relationshipStart } from '../scoring/history';
import type { Views } from '../views';
import { amountsOf, figuresOf, groupedBy, isValidated, type Amount, type ValueFigures } from './amounts';
import { moneyIn, sumsOf, type Money } from './money';
import { benefitSituation, type BenefitSituation } from './value';
import { benefitReports } from './value-duties';
import { contractYearOf, financialYearOf } from './years';

/** What one entry says came of a benefit, or did not. */
export interface BenefitReport {
  readonly entry: string;
  readonly says: 'realised' | 'missed';
  readonly effective: string | null;
  readonly by: string;
  readonly status: StatusWord;
  readonly from: string | null;
  readonly until: string | null;
  readonly amount: Money | null;
  /** What was measured where it is no money. */
  readonly measured: string | null;
  /** As the entry says; of a miss null. */
  readonly validatedBy: string | null;
  /** Why it was missed. */
  readonly reason: string | null;
}

export interface Benefit {
  readonly id: string;
  readonly title: string | null;
  readonly situation: BenefitSituation;
  readonly type: string | null;
  /** `cashable`, `cost-avoided` or `non-cashable`. */
  readonly cashability: string | null;
  /** Whom it comes to: `client`, `provider`, `both`, `community` or `partner`. */
  readonly to: string | null;
  readonly recurring: boolean | null;
  /** Period of the forecast, dates as precise as they were given. */
  readonly from: string | null;
  readonly until: string | null;
  readonly forecast: Money | null;
  /** One sum for each currency, as `validated` and `missed`. */
  readonly realised: readonly Money[];
  readonly validated: readonly Money[];
  readonly missed: readonly Money[];
  readonly baseline: string | null;
  /** How it is measured where it is no money. */
  readonly measure: string | null;
  /** `collaboration`, `partly-collaboration` or `would-have-happened-anyway`. */
  readonly because: string | null;
  /** Id of what it came from: an idea, an improvement, … */
  readonly cameFrom: string | null;
  /** Code of the factor that helped most. */
  readonly helpedByFactor: number | null;
  /** Effective date of the forecast. */
  readonly forecastOn: string | null;
  readonly forecastBy: string | null;
  /** Oldest first. */
  readonly reports: readonly BenefitReport[];
  /** `YYYY-MM-DD`: until the end of that day somebody reports what came of it. */
  readonly reportDue: string | null;
  /** Id of the entry that says that nobody did; null where there is none. */
  readonly unreported: string | null;
  readonly entries: readonly string[];
}

/** Sums of one group, which the rows of the register add up to in the same way. */
export interface BenefitTotal {
  /** `2025/26`; the year of the last day of the period. */
  readonly financialYear: string;
  /** `Year 3`; null where nobody knows when the relationship began. */
  readonly contractYear: string | null;
  readonly to: string;
  readonly type: string | null;
  readonly cashability: string | null;
  readonly currency: string;
  readonly forecast: ValueFigures['forecast'];
  readonly realised: ValueFigures['realised'];
  readonly validated: ValueFigures['validated'];
  readonly missed: ValueFigures['missed'];
}

export interface BenefitRegister extends RegisterDates {
  readonly benefits: readonly Benefit[];
  /** By both years, whom they come to, type, cashability and currency. */
  readonly totals: readonly BenefitTotal[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function benefitsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<BenefitRegister> {
  const { dates, day, reading, entries: visible } = await visibleIn(views, relationship, clocks, now);
  const named = [...entriesById(visible, 'benefit')];
  const about = visible.filter(({ data }) => typeof data['benefit'] === 'string');
  const dataOf = await proseOf(views, relationship, about);
  const duties = Map.groupBy(benefitReports(dutyLedger(reading, day), Infinity), ({ data }) => data['benefit']);
  const nowMs = clocks.asOf === undefined ? now : endOfLocalDay(day);
  const benefits = named.map(([id, entries]) => {
    const report = duties.get(id)?.[0];
    return benefitRow({ id, entries, dataOf, report, nowMs });
  });
  const totals = totalsOf(amountsOf(about, dataOf).counted, relationshipStart(reading));
  return { ...dates, benefits, totals };
}

interface KnownBenefit {
  readonly id: string;
  readonly entries: readonly EntryReading[];
  readonly dataOf: DataOf;
  /** To say what came of it; undefined where it has no day. */
  readonly report: Duty | undefined;
  /** The effective clock. */
  readonly nowMs: number;
}

function benefitRow({ id, entries, dataOf, report, nowMs }: KnownBenefit): Benefit {
  const forecast = lastOf(entries, 'benefit.forecast');
  const said = dataOf(forecast);
  const reports = entries.flatMap((entry) => reportRow(entry, dataOf));
  const validated = new Set(idsOf(entries.filter(isValidated)));
  const isOverdue = report !== undefined && isMissed(report, nowMs);
  const sums = (isMeant: (each: BenefitReport) => boolean): Money[] =>
    sumsOf(reports.filter(isMeant).flatMap(({ amount }) => amount ?? []));
  return {
    id,
    title: textIn(said['title']),
    situation: benefitSituation(entries, isOverdue),
    type: textIn(said['type']),
    cashability: textIn(said['cashability']),
    to: textIn(said['to']),
    recurring: typeof said['recurring'] === 'boolean' ? said['recurring'] : null,
    from: textIn(said['from']),
    until: textIn(said['until']),
    forecast: moneyIn(said['amount']),
    realised: sums(({ says }) => says === 'realised'),
    validated: sums(({ says, entry }) => says === 'realised' && validated.has(entry)),
    missed: sums(({ says }) => says === 'missed'),
    baseline: textIn(said['baseline']),
    measure: textIn(said['measure']),
    because: textIn(said['because']),
    cameFrom: textIn(said['cameFrom']),
    helpedByFactor: typeof said['helpedByFactor'] === 'number' ? said['helpedByFactor'] : null,
    forecastOn: forecast?.effective ?? null,
    forecastBy: forecast?.fact.party ?? null,
    reports,
    reportDue: report === undefined ? null : formatDay(report.dueDay),
    unreported: lastOf(entries, 'benefit.unreported')?.fact.id ?? null,
    entries: idsOf(entries),
  };
}

function reportRow(entry: EntryReading, dataOf: DataOf): BenefitReport[] {
  const { fact, effective, statusWord } = entry;
  if (fact.kind !== 'benefit.realised' && fact.kind !== 'benefit.missed') return [];
  const said = dataOf(entry);
  return [
    {
      entry: fact.id,
      says: fact.kind === 'benefit.realised' ? 'realised' : 'missed',
      effective,
      by: fact.party,
      status: statusWord,
      from: textIn(said['from']),
      until: textIn(said['until']),
      amount: moneyIn(said['amount']),
      measured: textIn(said['measured']),
      validatedBy: textIn(said['validatedBy']),
      reason: textIn(said['reason']),
    },
  ];
}

/** @param start day on which the relationship began; null where nobody knows */
function totalsOf(amounts: readonly Amount[], start: number | null): BenefitTotal[] {
  const keyed = amounts.map((amount) => ({
    amount,
    key: {
      financialYear: financialYearOf(amount.day).year,
      contractYear: start === null ? null : contractYearOf(amount.day, start).year,
      to: amount.party,
      type: amount.type,
      cashability: amount.cashability,
      currency: amount.currency,
    },
  }));
  return groupedBy(keyed, ({ key }) => JSON.stringify(Object.values(key))).flatMap(([, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const { forecast, realised, validated, missed } = figuresOf(
      group.map(({ amount }) => amount),
      first.key.currency,
      null,
    );
    return [{ ...first.key, forecast, realised, validated, missed }];
  });
}
