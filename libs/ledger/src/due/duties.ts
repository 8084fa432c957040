import type { JsonObject } from '@app/event-store';
import { canonicalJson } from '@app/integrity';
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

/** Every slice, with the kinds of entry that the ledger writes of its duties: none of those that only remind. */
const SLICES: readonly { readonly duties: Duties; readonly missed: readonly string[] }[] = [
  { duties: meetings, missed: ['meeting.missed'] },
  { duties: decisionDates, missed: [] },
  { duties: vacancies, missed: ['sponsor.vacant'] },
  { duties: milestoneRemedies, missed: ['milestone.unremedied'] },
  { duties: objectiveReviews, missed: ['objective.review-overdue'] },
  { duties: riskReviews, missed: [] },
  { duties: issueDeadlines, missed: ['issue.deadline-missed'] },
  { duties: ideaAnswers, missed: ['idea.unanswered'] },
  { duties: benefitReports, missed: ['benefit.unreported'] },
  { duties: targetDates, missed: [] },
  { duties: indicatorReports, missed: ['report.overdue'] },
  { duties: indicatorActs, missed: ['indicator.unacted', 'trust.unacted'] },
  { duties: trustReadings, missed: [] },
  { duties: reviews, missed: ['communication.review-overdue', 'knowledge.review-overdue'] },
  { duties: exitReviews, missed: ['exit.review-overdue'] },
  { duties: planReviews, missed: ['plan.review-overdue'] },
  { duties: findingDates, missed: [] },
];

/** Every duty of a ledger, the earliest first. */
export function dutiesOf(ledger: DutyLedger, untilMs: number): readonly Duty[] {
  return SLICES.flatMap(({ duties }) => duties(ledger, untilMs)).sort((a, b) => a.dueMs - b.dueMs);
}

/** The duties of which the ledger writes such an entry. */
function dutiesMissedAs(kind: string, ledger: DutyLedger, untilMs: number): readonly Duty[] {
  return SLICES.filter(({ missed }) => missed.includes(kind)).flatMap(({ duties }) =>
    duties(ledger, untilMs).filter(({ missed }) => missed === kind),
  );
}

/** The entry that says a duty was missed; undefined where there is none. */
export function missedEntry(ledger: DutyLedger, { missed, data, once }: Duty): EntryReading | undefined {
  if (missed === null) return undefined;
  const said = saidMissed(ledger, missed);
  return said.get(canonicalJson(once === true ? thingOf(data) : data));
}

/** What a duty is about, whenever it is due. */
function thingOf({ due: _due, ...thing }: JsonObject): JsonObject {
  return thing;
}

const SAID = new WeakMap<DutyLedger, Map<string, ReadonlyMap<string, EntryReading>>>();

/** The first entry of a kind by its data, and by what it is about alone, in canonical JSON. */
function saidMissed(ledger: DutyLedger, kind: string): ReadonlyMap<string, EntryReading> {
  const ofLedger = SAID.get(ledger) ?? new Map<string, ReadonlyMap<string, EntryReading>>();
  SAID.set(ledger, ofLedger);
  const known = ofLedger.get(kind);
  if (known !== undefined) return known;
  const said = new Map<string, EntryReading>();
  for (const entry of ledger.ofKinds([kind]).toReversed()) {
    for (const data of [entry.fact.data, thingOf(entry.fact.data)]) said.set(canonicalJson(data), entry);
  }
  ofLedger.set(kind, said);
  return said;
}

/**
 * The ledger says of nothing that it was missed but of what was: whoever asks it to may have read an older state. Of every
 * derived kind, and beside the rules that slices have for those that a person may log too.
 */
export const mustBeMissed: Rule = ({ reading }, { kind, data, party }, now) => {
  if (party !== 'ledger' || kindOf(kind)?.derived === undefined) return;
  // Several may have the same data, where two entries name one day: the earlier ones were done by those behind them.
  const ledger = dutyLedger(reading);
  const isNew = dutiesMissedAs(kind, ledger, now).some(
    (each) => isDeepStrictEqual(each.data, data) && isMissed(each, now) && missedEntry(ledger, each) === undefined,
  );
  if (!isNew) throw notNow('nothing of this kind was missed');
};
