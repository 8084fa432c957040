import { dayIn } from '../due/duty';
import type { Clocks } from '../parameters';
import { textIn, type RegisterDates } from '../register';
import { oneEntry, saidIn, type OneEntry, type Said } from '../register-entry';
import { figureOf, groupedBy, type Figure } from '../value/amounts';
import { moneyIn, type Money } from '../value/money';
import { financialYearOf } from '../value/years';
import type { Views } from '../views';

/** A payment, or that a sum which nobody disputed was not paid when it was due. */
export interface Payment extends OneEntry {
  readonly situation: 'made' | 'late';
  readonly amount: Money | null;
  /** Party that had to pay what is late; null of what was made. */
  readonly about: string | null;
  /** Party that was paid; null of what is late. */
  readonly to: string | null;
  /** As precise as it was given. */
  readonly due: string | null;
  /** Days from the day it was due to the effective day, 0 in time; null where nobody says when it was due. */
  readonly daysLate: number | null;
}

/** What was taken off for performance: a deduction, a service credit, low-service damages. */
export interface Deduction extends OneEntry {
  readonly amount: Money | null;
  /** Party whose performance it was. */
  readonly about: string | null;
  readonly reason: string | null;
  /** Id of the indicator that it rests on. */
  readonly indicator: string | null;
}

/** A sum, how much of it all agree to and how much somebody disputes, and the entries that it is the sum of. */
export type Total = Omit<Figure, 'share'> & {
  /** `2025/26`, of the effective day. */
  readonly financialYear: string;
  readonly currency: string;
};

export interface PaymentTotal extends Total {
  readonly situation: 'made' | 'late';
}

export interface DeductionTotal extends Total {
  readonly about: string;
}

export interface PaymentRegister extends RegisterDates {
  readonly payments: readonly Payment[];
  /** By year, currency, and whether they were made or are late. */
  readonly totals: readonly PaymentTotal[];
}
export interface DeductionRegister extends RegisterDates {
  readonly deductions: readonly Deduction[];
  /** By year, currency and party. */
  readonly totals: readonly DeductionTotal[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function paymentsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<PaymentRegister> {
  const { dates, said } = await saidIn(views, relationship, ['payment.made', 'payment.late'], clocks, now);
  const situationOf = ({ entry }: Said): Payment['situation'] => (entry.fact.kind === 'payment.made' ? 'made' : 'late');
  const payments = said.map((each) => {
    const { entry, data } = each;
    const dueDay = dayIn(entry, 'due');
    return {
      situation: situationOf(each),
      amount: moneyIn(data['amount']),
      about: textIn(data['about']),
      to: textIn(data['to']),
      due: textIn(data['due']),
      daysLate: dueDay === null ? null : Math.max(0, entry.day - dueDay),
      ...oneEntry(entry),
    };
  });
  const totals = totalsBy(said, situationOf).map(({ name, ...total }) => ({ ...total, situation: name }));
  return { ...dates, payments, totals };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function deductionsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<DeductionRegister> {
  const { dates, said } = await saidIn(views, relationship, ['deduction.applied'], clocks, now);
  const deductions = said.map(({ entry, data }) => ({
    amount: moneyIn(data['amount']),
    about: textIn(data['about']),
    reason: textIn(data['reason']),
    indicator: textIn(data['indicator']),
    ...oneEntry(entry),
  }));
  const aboutOf = ({ data }: Said): string => textIn(data['about']) ?? 'unstated';
  const totals = totalsBy(said, aboutOf).map(({ name, ...total }) => ({ ...total, about: name }));
  return { ...dates, deductions, totals };
}

/** Sums of the entries that name an amount, by the year of their effective day, currency and a name. */
function totalsBy<Name extends string>(
  said: readonly Said[],
  nameOf: (each: Said) => Name,
): (Total & { readonly name: Name })[] {
  const amounts = said.flatMap((each) => {
    const money = moneyIn(each.data['amount']);
    if (money === null) return [];
    const { fact, statusWord, day } = each.entry;
    const key = { financialYear: financialYearOf(day).year, currency: money.currency, name: nameOf(each) };
    return [{ key, entry: fact.id, status: statusWord, amount: money.amount }];
  });
  return groupedBy(amounts, ({ key }) => JSON.stringify(Object.values(key))).flatMap(([, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const { amount, agreed, disputed, entries } = figureOf(group, first.key.currency);
    return [{ ...first.key, amount, agreed, disputed, entries }];
  });
}
