import { isDeepStrictEqual } from 'node:util';
import { findingDates } from '../assurance/finding-dates';
import { exitReviews, planReviews } from '../documents/review-dates';
import { issueDeadlines } from '../issues/issue-deadlines';
import { notNow, type Rule, type Rules } from '../entry/rules';
import type { EntryReading } from '../scoring/entry-reading';
import { dutyLedger, isMissed, type Duties, type Duty, type DutyLedger } from './duty';

const DUTIES: readonly Duties[] = [issueDeadlines, exitReviews, planReviews, findingDates];

/** Every duty of a ledger, the earliest first. */
export function dutiesOf(ledger: DutyLedger, untilMs: number): readonly Duty[] {
  return DUTIES.flatMap((duties) => duties(ledger, untilMs)).sort((a, b) => a.dueMs - b.dueMs);
}

/** The entry that says a duty was missed; undefined where there is none. */
export function missedEntry({ entries }: DutyLedger, { missed, data }: Duty): EntryReading | undefined {
  return entries.find(({ fact }) => fact.kind === missed && isDeepStrictEqual(fact.data, data));
}

/** The ledger says of nothing that it was missed but of what was: whoever asks it to may have read an older state. */
const mustBeMissed: Rule = ({ reading }, { kind, data, party }, now) => {
  if (party !== 'ledger') return;
  const duty = dutiesOf(dutyLedger(reading), now).find(
    (each) => each.missed === kind && isDeepStrictEqual(each.data, data),
  );
  if (duty === undefined || !isMissed(duty, now)) throw notNow('nothing of this kind was missed');
};

const DERIVED = ['issue.deadline-missed', 'exit.review-overdue', 'plan.review-overdue'];

export const derivedRules: Rules = Object.fromEntries(DERIVED.map((kind) => [kind, mustBeMissed]));
