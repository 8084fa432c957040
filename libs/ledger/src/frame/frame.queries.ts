import { decides } from '../entry/rules';
import type { Clocks } from '../parameters';
import { idsOf, textIn, type RegisterDates } from '../register';
import { isOver, oneEntry, saidIn, versionOf, wordsOf, type OneEntry, type Version } from '../register-entry';
import { endOfTerm } from '../relationship/term';
import type { StatusWord } from '../scoring/entry-reading';
import { moneyIn, type Money } from '../value/money';
import type { Views } from '../views';

/** Why a party works together with the others, under one pressure; reviews say it anew. */
export interface Case {
  readonly party: string;
  readonly pressure: string | null;
  /** As last recorded, like all that follows. */
  readonly position: string | null;
  readonly amount: Money | null;
  readonly status: StatusWord;
  readonly firstRecorded: string | null;
  /** Effective date of the last review; null where there was none. */
  readonly reviewed: string | null;
  readonly nextReview: string | null;
  readonly reviewOverdue: boolean;
  readonly entries: readonly string[];
}

export interface Amendment extends OneEntry {
  readonly title: string | null;
  /** `scope`, `price`, `specification`, `term`, `party` or `other`. */
  readonly what: string | null;
  readonly reference: string | null;
  readonly value: Money | null;
  /** The end of the contract, where it moves. */
  readonly end: string | null;
}

/** An option to extend the contract. */
export interface Extension {
  readonly option: string | null;
  /** `exercised`, `declined` or `deferred`: the last word, of those that no party disputes where there are any. */
  readonly outcome: string | null;
  readonly basis: string | null;
  readonly decided: string | null;
  readonly by: string;
  readonly status: StatusWord;
  /** The end of the contract that it brings. */
  readonly end: string | null;
  readonly reprocurementAvoided: Money | null;
  readonly entries: readonly string[];
}

export interface Vision extends Version {
  readonly vision: string | null;
  readonly addedValueClient: string | null;
  readonly addedValueProvider: string | null;
  readonly measure: string | null;
}

/** Behavioural and cultural competencies, and how they are brought about. */
export interface Competencies extends Version {
  readonly competencies: string | null;
  readonly coaching: string | null;
  readonly indicators: string | null;
}

export interface CaseRegister extends RegisterDates {
  readonly cases: readonly Case[];
}
export interface AmendmentRegister extends RegisterDates {
  readonly amendments: readonly Amendment[];
}
export interface ExtensionRegister extends RegisterDates {
  /** What the contract offers, as it was established. */
  readonly options: string | null;
  /** When the contract ends, with all amendments and extensions. */
  readonly end: string | null;
  readonly extensions: readonly Extension[];
}
export interface VisionRegister extends RegisterDates {
  readonly vision: readonly Vision[];
}
export interface CompetenciesRegister extends RegisterDates {
  readonly competencies: readonly Competencies[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function casesOf(views: Views, relationship: string, clocks: Clocks, now: number): Promise<CaseRegister> {
  const { dates, day, said } = await saidIn(views, relationship, 'case.recorded', clocks, now);
  const byPressure = Map.groupBy(said, ({ entry }) =>
    JSON.stringify([entry.fact.party, entry.data['pressure'] ?? null]),
  );
  const cases = [...byPressure.values()].flatMap((of) => {
    const [first, last] = [of[0], of.at(-1)];
    if (first === undefined || last === undefined) return [];
    const nextReview = textIn(last.data['nextReview']);
    return [
      {
        party: last.entry.fact.party,
        pressure: textIn(last.data['pressure']),
        position: textIn(last.data['position']),
        amount: moneyIn(last.data['amount']),
        status: last.entry.statusWord,
        firstRecorded: first.entry.effective,
        reviewed: of.length > 1 ? last.entry.effective : null,
        nextReview,
        reviewOverdue: isOver(nextReview, day),
        entries: idsOf(of.map(({ entry }) => entry)),
      },
    ];
  });
  return { ...dates, cases };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function amendmentsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<AmendmentRegister> {
  const { dates, said } = await saidIn(views, relationship, 'contract.amended', clocks, now);
  const amendments = said.map(({ entry, data }) => ({
    title: textIn(data['title']),
    what: textIn(data['what']),
    reference: textIn(data['reference']),
    value: moneyIn(data['value']),
    end: textIn(data['end']),
    ...oneEntry(entry),
  }));
  return { ...dates, amendments };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function extensionsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<ExtensionRegister> {
  const kinds = ['relationship.established', 'extension.decided'];
  const { dates, visible, said } = await saidIn(views, relationship, kinds, clocks, now);
  const isEstablished = ({ entry }: (typeof said)[number]): boolean => entry.fact.kind === 'relationship.established';
  // An option that was deferred is decided again.
  const byOption = Map.groupBy(
    said.filter((each) => !isEstablished(each)),
    ({ entry, data }) => wordsOf(data['option']) ?? entry.fact.id,
  );
  const extensions = [...byOption.values()].flatMap((of) => {
    const last = of.findLast(({ entry }) => decides(entry)) ?? of.at(-1);
    if (last === undefined) return [];
    const { effective, by, status } = oneEntry(last.entry);
    return [
      {
        option: textIn(last.data['option']),
        outcome: textIn(last.data['outcome']),
        basis: textIn(last.data['basis']),
        decided: effective,
        by,
        status,
        end: textIn(last.data['end']),
        reprocurementAvoided: moneyIn(last.data['reprocurementAvoided']),
        entries: idsOf(of.map(({ entry }) => entry)),
      },
    ];
  });
  const options = textIn(said.find(isEstablished)?.data['extensionOptions']);
  return { ...dates, options, end: endOfTerm(visible), extensions };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function visionOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<VisionRegister> {
  const { dates, day, said } = await saidIn(views, relationship, 'vision.agreed', clocks, now);
  const vision = said.map((each) => ({
    vision: textIn(each.data['vision']),
    addedValueClient: textIn(each.data['addedValueClient']),
    addedValueProvider: textIn(each.data['addedValueProvider']),
    measure: textIn(each.data['measure']),
    ...versionOf(each, said, day),
  }));
  return { ...dates, vision };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function competenciesOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<CompetenciesRegister> {
  const { dates, day, said } = await saidIn(views, relationship, 'competencies.agreed', clocks, now);
  const competencies = said.map((each) => ({
    competencies: textIn(each.data['competencies']),
    coaching: textIn(each.data['coaching']),
    indicators: textIn(each.data['indicators']),
    ...versionOf(each, said, day),
  }));
  return { ...dates, competencies };
}
