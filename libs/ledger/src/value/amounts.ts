import { dayIn } from '../due/duty';
import { isWordOf } from '../entry/rules';
import type { DataOf } from '../register';
import { textIn } from '../register';
import type { EntryReading, StatusWord } from '../scoring/entry-reading';
import { moneyIn, shareOf, sumOf, type Money } from './money';

/** What an amount says: what was to come, what came, what did not, what was lost by it, what it cost. */
export type AmountKind = 'forecast' | 'realised' | 'missed' | 'disbenefit' | 'cost';

const KINDS: Readonly<Record<string, AmountKind>> = {
  'benefit.forecast': 'forecast',
  'benefit.realised': 'realised',
  'benefit.missed': 'missed',
  'disbenefit.recorded': 'disbenefit',
  'cost.incurred': 'cost',
};

/** Where an entry does not say whom it is for, nor its forecast. */
const UNSTATED = 'unstated';

/** An amount of one entry, whole: nothing is split, neither between years nor between parties. */
export interface Amount extends Money {
  readonly entry: string;
  readonly kind: AmountKind;
  /** Whom it came to, or who bore it: a party, `both`, `community`, or `unstated`. */
  readonly party: string;
  /** The day that decides its year: the last of its period, of a miss that of the forecast; otherwise the effective day. */
  readonly day: number;
  readonly status: StatusWord;
  /** Of benefits, as forecast. */
  readonly type: string | null;
  readonly cashability: string | null;
  readonly because: string | null;
  /** A finance team, or an auditor, stands behind it, as each party that has to know says. */
  readonly isValidated: boolean;
}

/** An entry about value that names no amount. */
export interface Uncounted {
  readonly entry: string;
  readonly kind: AmountKind;
  readonly day: number;
}

export interface Amounts {
  readonly counted: readonly Amount[];
  readonly uncounted: readonly Uncounted[];
}

export function isOfValue({ fact }: EntryReading): boolean {
  return KINDS[fact.kind] !== undefined;
}

/**
 * The amounts of entries, in their order.
 *
 * @param entries that count: not voided
 */
export function amountsOf(entries: readonly EntryReading[], dataOf: DataOf): Amounts {
  const forecasts = new Map(
    entries.filter(({ fact }) => fact.kind === 'benefit.forecast').map((entry) => [entry.data['benefit'], entry]),
  );
  const [counted, uncounted]: [Amount[], Uncounted[]] = [[], []];
  for (const entry of entries) {
    const kind = KINDS[entry.fact.kind];
    if (kind === undefined) continue;
    const money = moneyIn(dataOf(entry)['amount']);
    const { benefit } = entry.data;
    const forecast = benefit === undefined ? undefined : forecasts.get(benefit);
    const day = dayOfAmount(entry, kind === 'missed' ? forecast : undefined);
    if (money === null) {
      uncounted.push({ entry: entry.fact.id, kind, day });
      continue;
    }
    counted.push({
      ...money,
      entry: entry.fact.id,
      kind,
      day,
      party: textIn(entry.data['borneBy'] ?? forecast?.data['to']) ?? UNSTATED,
      status: entry.statusWord,
      type: textIn(forecast?.data['type']),
      cashability: textIn(forecast?.data['cashability']),
      because: textIn(forecast?.data['because']),
      isValidated: kind === 'realised' && isValidated(entry),
    });
  }
  return { counted, uncounted };
}

function dayOfAmount(entry: EntryReading, forecast: EntryReading | undefined): number {
  return dayIn(forecast ?? entry, 'until') ?? entry.day;
}

/** The parties whose finance teams an entry may name. */
const VALIDATING: Readonly<Record<string, readonly string[]>> = {
  'client-finance': ['client'],
  'provider-finance': ['provider'],
  'both-finance': ['client', 'provider'],
};

/**
 * Whether the parties stand behind what an entry says of who validated its amount: each whose finance team it names wrote
 * it or agrees to it, and of an auditor, who is of no party, all do. Nobody disputes it.
 */
export function isValidated(entry: EntryReading): boolean {
  const { data, status } = entry;
  if (status === 'disputed') return false;
  if (status === 'agreed') return textIn(data['validatedBy']) !== 'not-validated';
  return VALIDATING[textIn(data['validatedBy']) ?? '']?.every((party) => isWordOf(party, entry)) ?? false;
}

/** A sum, and the entries that it is the sum of. */
export interface Figure {
  readonly amount: string;
  /** Part of the annual value of the contract, 4 decimals; null where that is not known in this currency. */
  readonly share: number | null;
  /** How much of it all agree to, and how much somebody disputes. */
  readonly agreed: string;
  readonly disputed: string;
  /** Their ids, in the order of facts. */
  readonly entries: readonly string[];
}

/** @param amounts all in this currency */
export function figureOf(
  amounts: readonly Pick<Amount, 'amount' | 'entry' | 'status'>[],
  currency: string,
  annualValue: Money | null = null,
): Figure {
  const sumWhere = (...words: readonly StatusWord[]): string =>
    sumOf(amounts.filter(({ status }) => words.includes(status)).map(({ amount }) => amount));
  const amount = sumOf(amounts.map((each) => each.amount));
  return {
    amount,
    share: shareOf({ amount, currency }, annualValue),
    agreed: sumWhere('agreed', 'remedied'),
    disputed: sumWhere('disputed'),
    entries: amounts.map(({ entry }) => entry),
  };
}

/** What came of the work together, in one currency and of one party or of all. */
export interface ValueFigures {
  readonly forecast: Figure;
  readonly realised: Figure;
  /** Of the realised: money that can be spent elsewhere. */
  readonly cashable: Figure;
  /** Of the realised: what a finance team or an auditor validated, as each party that has to know says. */
  readonly validated: Figure;
  /** Of the realised: what would have come without working together too, as its own forecast says. */
  readonly anyway: Figure;
  readonly missed: Figure;
  readonly disbenefit: Figure;
  readonly cost: Figure;
}

/** @param amounts all in this currency */
export function figuresOf(amounts: readonly Amount[], currency: string, annualValue: Money | null): ValueFigures {
  const figure = (kind: AmountKind, isMeant: (amount: Amount) => boolean = () => true): Figure =>
    figureOf(
      amounts.filter((amount) => amount.kind === kind && isMeant(amount)),
      currency,
      annualValue,
    );
  return {
    forecast: figure('forecast'),
    realised: figure('realised'),
    cashable: figure('realised', ({ cashability }) => cashability === 'cashable'),
    validated: figure('realised', ({ isValidated: is }) => is),
    anyway: figure('realised', ({ because }) => because === 'would-have-happened-anyway'),
    missed: figure('missed'),
    disbenefit: figure('disbenefit'),
    cost: figure('cost'),
  };
}

/** Groups under a name, in the order of the names. */
export function groupedBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): [string, Item[]][] {
  return [...Map.groupBy(items, nameOf)].sort(([a], [b]) => (a < b ? -1 : 1));
}
