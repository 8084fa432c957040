import { isDeepStrictEqual } from 'node:util';
import { findingDates } from '../assurance/finding-dates';
import { kindOf } from '../catalogue/catalogue';
import { exitReviews, planReviews } from '../documents/review-dates';
import { notNow, type Rule } from '../entry/rules';
import { decisionDates } from '../governance/decision-dates';
import { meetings } from '../governance/meetings';
import { targetDates } from '../improvement/target-dates';
import { issueDeadlines } from '../issues/issue-deadlines';
import { milestoneRemedies } from '../objectives/milestone-remedies';
import { objectiveReviews } from '../objectives/objective-reviews';
import { indicatorActs, indicatorReports, trustReadings } from '../performance/indicator-duties';
import { riskReviews } from '../risk/risk-reviews';
import type { EntryReading } from '../scoring/entry-reading';
import { vacancies } from '../sponsorship/vacancies';
import { benefitReports, ideaAnswers } from '../value/value-duties';
import { dutyLedger, isMissed, type Duties, type Duty, type DutyLedger } from './duty';
import { reviews } from './reviews';

const DUTIES: readonly Duties[] = [
  meetings,
  decisionDates,
  vacancies,
  milestoneRemedies,
  objectiveReviews,
  riskReviews,
  issueDeadlines,
  ideaAnswers,
  benefitReports,
  targetDates,
  indicatorReports,
  indicatorActs,
  trustReadings,
  reviews,
  exitReviews,
  planReviews,
  findingDates,
];

/** Every duty of a ledger, the earliest first. */
export function dutiesOf(ledger: DutyLedger, untilMs: number): readonly Duty[] {
  return DUTIES.flatMap((duties) => duties(ledger, untilMs)).sort((a, b) => a.dueMs - b.dueMs);
}

/** The entry that says a duty was missed; undefined where there is none. */
export function missedEntry({ entries }: DutyLedger, { missed, data }: Duty): EntryReading | undefined {
  return entries.find(({ fact }) => fact.kind === missed && isDeepStrictEqual(fact.data, data));
}

/**
 * The ledger says of nothing that it was missed but of what was: whoever asks it to may have read an older state. Of every
 * derived kind, and beside the rules that slices have for those that a person may log too.
 */
export const mustBeMissed: Rule = ({ reading }, { kind, data, party }, now) => {
  if (party !== 'ledger' || kindOf(kind)?.derived === undefined) return;
  // Several may have the same data, where two entries name one day: the earlier ones were done by those behind them.
  const isSaid = dutiesOf(dutyLedger(reading), now).some(
    (each) => each.missed === kind && isDeepStrictEqual(each.data, data) && isMissed(each, now),
  );
  if (!isSaid) throw notNow('nothing of this kind was missed');
};
