import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@app/event-store';
import { allKinds } from '../catalogue/catalogue';
import { notNow, type Rule, type Rules } from '../entry/rules';
import { meetings } from '../governance/meetings';
import { issueDeadlines } from '../issues/issue-deadlines';
import { milestoneRemedies } from '../objectives/milestone-remedies';
import { indicatorActs, indicatorReports } from '../performance/indicator-duties';
import type { EntryReading } from '../scoring/entry-reading';
import { vacancies } from '../sponsorship/vacancies';
import { benefitReports, ideaAnswers } from '../value/value-duties';
import { dutyLedger, isMissed, type Duties, type Duty, type DutyLedger } from './duty';
import { reviews } from './reviews';

const DUTIES: readonly Duties[] = [
  meetings,
  vacancies,
  milestoneRemedies,
  issueDeadlines,
  ideaAnswers,
  benefitReports,
  indicatorReports,
  indicatorActs,
  reviews,
];

/** Every duty of a ledger, the earliest first. */
export function dutiesOf(ledger: DutyLedger, untilMs: number): readonly Duty[] {
  return DUTIES.flatMap((duties) => duties(ledger, untilMs)).sort((a, b) => a.dueMs - b.dueMs);
}

/** The entry that says a duty was missed; undefined where there is none. */
export function missedEntry({ entries }: DutyLedger, { missed, data }: Duty): EntryReading | undefined {
  return entries.find(({ fact }) => fact.kind === missed && says(fact.data, data));
}

/** Whether an entry says what a duty does, and perhaps more in words. */
function says(entry: JsonObject, duty: JsonObject): boolean {
  return Object.entries(duty).every(([name, value]) => isDeepStrictEqual(entry[name], value));
}

/** The ledger says of nothing that it was missed but of what was: whoever asks it to may have read an older state. */
const mustBeMissed: Rule = ({ reading }, { kind, data, party }, now) => {
  if (party !== 'ledger') return;
  const duty = dutiesOf(dutyLedger(reading), now).find((each) => each.missed === kind && says(data, each.data));
  if (duty === undefined || !isMissed(duty, now)) throw notNow('nothing of this kind was missed');
};

export const derivedRules: Rules = Object.fromEntries(
  allKinds.filter(({ derived }) => derived !== undefined).map(({ kind }) => [kind, mustBeMissed]),
);
