import { exitReviews, planReviews } from '../documents/review-dates';
import { dayIn, dutyLedger, type Duty } from '../due/duty';
import { reviews } from '../due/reviews';
import { decides } from '../entry/rules';
import { objectiveReviews } from '../objectives/objective-reviews';
import { idsOf, type Visible } from '../register';
import { formatDay } from '../scoring/days';
import { compareEntries, type EntryReading } from '../scoring/entry-reading';

/** Something that a relationship is asked to have, and what the record holds of it. */
export interface Condition {
  readonly id: string;
  readonly title: string;
  /**
   * `ageing`: it is met, and the day of its next review is over, or nothing has upheld it for too long; `partly`: some of
   * its parts are there.
   */
  readonly state: 'met' | 'ageing' | 'partly' | 'not-met';
  /** Parts that the record does not hold. */
  readonly lacking: readonly string[];
  /** `YYYY-MM-DD`: when something last upheld it; null where nothing did. */
  readonly upheld: string | null;
  /** `YYYY-MM-DD`: the earliest day on which a review of it waits to be done, as `due` says; null where none does. */
  readonly nextReview: string | null;
  /** Ids of the entries that back it, in the order of facts. */
  readonly entries: readonly string[];
}

/** One part of a condition, with the entries that fulfil it; without any it is lacking. */
export interface Part {
  readonly what: string;
  readonly entries: readonly EntryReading[];
}

/** What one side alone says and the other disputes backs nothing; of kinds that need all, what all agreed to. */
export function backing(entries: readonly EntryReading[]): readonly EntryReading[] {
  return entries.filter(decides);
}

export function ofKinds(entries: readonly EntryReading[], ...kinds: readonly string[]): readonly EntryReading[] {
  return entries.filter(({ fact }) => kinds.includes(fact.kind));
}

/** What makes conditions of their parts, on one day. */
export interface Conditions {
  /** Of the effective clock. */
  readonly day: number;
  /** Reviews that wait to be done. */
  readonly reviews: readonly Duty[];
  /** Days after which what nothing upheld has aged; absent: never. */
  readonly staleAfterDays?: number;
}

/** The reviews that wait on the day of a question, by the duties that `due` rests on. */
export function openReviews({ reading, day }: Pick<Visible, 'reading' | 'day'>): readonly Duty[] {
  const ledger = dutyLedger(reading, day);
  return [objectiveReviews, reviews, exitReviews, planReviews]
    .flatMap((duties) => duties(ledger, Infinity))
    .filter(({ doneBy, setBy, dueDay }) => doneBy === null && dayIn(setBy, 'nextReview') === dueDay);
}

/** Of the plan that all agreed to, and of what it was found to be since. */
export function planEntries(entries: readonly EntryReading[]): readonly EntryReading[] {
  return ofKinds(entries, 'plan.agreed').length === 0 ? [] : ofKinds(entries, 'plan.agreed', 'plan.reviewed');
}

/** Whether a review is of something that backs a condition: of the same objective, or of what there is one of. */
function isReviewOf({ setBy }: Duty, entries: readonly EntryReading[]): boolean {
  const [family] = setBy.fact.kind.split('.');
  const { objective } = setBy.data;
  return entries.some(
    ({ fact, data }) =>
      fact.kind.split('.')[0] === family && (objective === undefined || data['objective'] === objective),
  );
}

export function conditionOf(
  { day, reviews: waiting, staleAfterDays = Infinity }: Conditions,
  id: string,
  title: string,
  parts: readonly Part[],
): Condition {
  const lacking = parts.filter(({ entries }) => entries.length === 0).map(({ what }) => what);
  const entries = [...new Set(parts.flatMap((part) => part.entries))].sort(compareEntries);
  const last = entries.at(-1);
  const nextReview = Math.min(
    Infinity,
    ...waiting.filter((review) => isReviewOf(review, entries)).map(({ dueDay }) => dueDay),
  );
  const isAgeing = nextReview < day || (last !== undefined && day - last.day > staleAfterDays);
  const met = isAgeing ? 'ageing' : 'met';
  return {
    id,
    title,
    state: lacking.length === 0 ? met : lacking.length < parts.length ? 'partly' : 'not-met',
    upheld: last === undefined ? null : formatDay(last.day),
    nextReview: nextReview === Infinity ? null : formatDay(nextReview),
    entries: idsOf(entries),
    lacking,
  };
}
