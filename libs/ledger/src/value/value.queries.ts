import { decidesOf } from '../entry/rules';
import type { Clocks } from '../parameters';
import { idsOf, textIn, type RegisterDates } from '../register';
import { oneEntry, saidIn, wordsOf, type OneEntry, type Said } from '../register-entry';
import { parseEffective } from '../scoring/days';
import type { StatusWord } from '../scoring/entry-reading';
import type { Views } from '../views';
import { moneyIn, type Money } from './money';

/** What value means to a party. */
export interface Value {
  readonly party: string;
  /** As it was last defined, by the party itself or without its dispute. */
  readonly means: string | null;
  /** Effective date of that. */
  readonly defined: string | null;
  readonly by: string;
  readonly status: StatusWord;
  /** How often it was defined, this time included. */
  readonly times: number;
  /** Ids of all definitions, the last one last. */
  readonly entries: readonly string[];
}

export interface Disbenefit extends OneEntry {
  readonly title: string | null;
  readonly amount: Money | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly borneBy: string | null;
  readonly mitigation: string | null;
}

/** What it costs to work together. */
export interface Cost extends OneEntry {
  /** `staff-time`, `facilitation`, `systems`, `training`, `assessment` or `other`. */
  readonly what: string | null;
  readonly amount: Money | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly borneBy: string | null;
}

/** A risk or a reward that was shared. It is part of what was realised, or lost, and no value of its own. */
export interface Reward extends OneEntry {
  /** `gain-share`, `pain-share`, `incentive`, `joint-investment` or `other`. */
  readonly mechanism: string | null;
  readonly clientShare: Money | null;
  readonly providerShare: Money | null;
  readonly from: string | null;
  readonly until: string | null;
}

/** An assumption about the cost over the whole life of what is built or run; reviews repeat its words. */
export interface Assumption {
  /** Id of the entry that first says it. */
  readonly id: string;
  readonly assumption: string | null;
  /** Of the last review: `first-recorded`, `still-holds`, `changed` or `disproved`. */
  readonly verdict: string | null;
  /** As last recorded. */
  readonly amount: Money | null;
  readonly firstRecorded: string | null;
  /** Effective date of the last review; null where there was none. */
  readonly reviewed: string | null;
  readonly nextReview: string | null;
  /** Whether that day is over; never of one that is disproved. */
  readonly reviewOverdue: boolean;
  readonly entries: readonly string[];
}

export interface ValueRegister extends RegisterDates {
  readonly values: readonly Value[];
}
export interface DisbenefitRegister extends RegisterDates {
  readonly disbenefits: readonly Disbenefit[];
}
export interface CostRegister extends RegisterDates {
  readonly costs: readonly Cost[];
}
export interface RewardRegister extends RegisterDates {
  readonly rewards: readonly Reward[];
}
export interface AssumptionRegister extends RegisterDates {
  readonly assumptions: readonly Assumption[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function valuesOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<ValueRegister> {
  const { dates, said } = await saidIn(views, relationship, ['value.defined'], clocks, now);
  const byParty = Map.groupBy(said, ({ entry }) => textIn(entry.data['about']) ?? entry.fact.party);
  const values = [...byParty].flatMap(([party, definitions]) => {
    const last = definitions.findLast(({ entry }) => decidesOf(party, entry)) ?? definitions.at(-1);
    if (last === undefined) return [];
    const { effective, by, status } = oneEntry(last.entry);
    const entries = idsOf(definitions.map(({ entry }) => entry));
    return [
      { party, means: textIn(last.data['means']), defined: effective, by, status, times: entries.length, entries },
    ];
  });
  return { ...dates, values };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function disbenefitsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<DisbenefitRegister> {
  const { dates, said } = await saidIn(views, relationship, ['disbenefit.recorded'], clocks, now);
  const disbenefits = said.map(({ entry, data }) => ({
    title: textIn(data['title']),
    amount: moneyIn(data['amount']),
    from: textIn(data['from']),
    until: textIn(data['until']),
    borneBy: textIn(data['borneBy']),
    mitigation: textIn(data['mitigation']),
    ...oneEntry(entry),
  }));
  return { ...dates, disbenefits };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function costsOf(views: Views, relationship: string, clocks: Clocks, now: number): Promise<CostRegister> {
  const { dates, said } = await saidIn(views, relationship, ['cost.incurred'], clocks, now);
  const costs = said.map(({ entry, data }) => ({
    what: textIn(data['what']),
    amount: moneyIn(data['amount']),
    from: textIn(data['from']),
    until: textIn(data['until']),
    borneBy: textIn(data['borneBy']),
    ...oneEntry(entry),
  }));
  return { ...dates, costs };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function rewardsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<RewardRegister> {
  const { dates, said } = await saidIn(views, relationship, ['reward.shared'], clocks, now);
  const rewards = said.map(({ entry, data }) => ({
    mechanism: textIn(data['mechanism']),
    clientShare: moneyIn(data['clientShare']),
    providerShare: moneyIn(data['providerShare']),
    from: textIn(data['from']),
    until: textIn(data['until']),
    ...oneEntry(entry),
  }));
  return { ...dates, rewards };
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function assumptionsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<AssumptionRegister> {
  const { dates, day, said } = await saidIn(views, relationship, ['cost.assumed'], clocks, now);
  const byWords = Map.groupBy(said, ({ entry, data }) => wordsOf(data['assumption']) ?? entry.fact.id);
  return { ...dates, assumptions: [...byWords.values()].flatMap((each) => assumptionRow(each, day)) };
}

function assumptionRow(said: readonly Said[], day: number): Assumption[] {
  const [first, last] = [said[0], said.at(-1)];
  if (first === undefined || last === undefined) return [];
  const verdict = textIn(last.data['verdict']);
  const nextReview = textIn(last.data['nextReview']);
  const reviewDay = nextReview === null ? null : (parseEffective(nextReview)?.lastDay ?? null);
  return [
    {
      id: first.entry.fact.id,
      assumption: textIn(last.data['assumption']),
      verdict,
      amount: said.map(({ data }) => moneyIn(data['amount'])).findLast((amount) => amount !== null) ?? null,
      firstRecorded: first.entry.effective,
      reviewed: said.length > 1 ? last.entry.effective : null,
      nextReview,
      reviewOverdue: verdict !== 'disproved' && reviewDay !== null && reviewDay < day,
      entries: idsOf(said.map(({ entry }) => entry)),
    },
  ];
}
