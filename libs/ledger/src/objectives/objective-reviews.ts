import type { JsonObject } from '@app/event-store';
import { dayIn, dutyOfDay, firstBehind, learnedOn, type Duties, type DutyLedger } from '../due/duty';
import { decides } from '../entry/rules';
import { lastDayOfTerm } from '../relationship/term';
import type { EntryReading } from '../scoring/entry-reading';

/** Behind these nobody reviews an objective any more. */
export const OBJECTIVE_ENDS = ['objective.achieved', 'objective.retired'];
const READS = ['objective', 'nextReview'];
const LOOKS = ['objective.reviewed', ...OBJECTIVE_ENDS];

/**
 * Reviews of an objective, or of all of them together, on the day that its proposal or the review before named. One of
 * all does for each of them. Nobody owes a review of what was not agreed by then, nor of what was over, as all is with the
 * contract.
 */
export const objectiveReviews: Duties = (ledger) => {
  const { reading } = ledger;
  const lastDay = lastDayOfTerm(ledger.entries);
  return ledger.ofKinds(['objective.proposed', 'objective.reviewed']).flatMap((setBy) => {
    const dueDay = dayIn(setBy, 'nextReview');
    const objective = objectiveOf(setBy);
    if (dueDay === null || dueDay > lastDay || !isOwed(ledger, objective, dueDay)) return [];
    const doneBy = firstBehind(ledger, setBy, { kinds: LOOKS }, (other) => {
      const about = objectiveOf(other);
      if (OBJECTIVE_ENDS.includes(other.fact.kind) && !decides(other)) return false;
      return about === objective || (about === null && other.fact.kind === 'objective.reviewed');
    });
    const data: JsonObject = objective === null ? {} : { objective };
    const parties = reading.parties(learnedOn(setBy));
    return [dutyOfDay({ missed: 'objective.review-overdue', data, dueDay, parties, setBy, reads: READS, doneBy })];
  });
};

/** Null where it is about all of them. */
export function objectiveOf({ data }: EntryReading): string | null {
  return typeof data['objective'] === 'string' ? data['objective'] : null;
}

/** Whether the objective, or where none is named any, was agreed by a day; of all, one at least must go on behind it. */
function isOwed({ ofKinds }: DutyLedger, objective: string | null, day: number): boolean {
  const agreed = ofKinds(['objective.agreed'])
    .filter(({ agreedSinceDay }) => (agreedSinceDay ?? Infinity) <= day)
    .map(objectiveOf);
  if (objective !== null) return agreed.includes(objective);
  const over = ofKinds(OBJECTIVE_ENDS)
    .filter((entry) => decides(entry) && learnedOn(entry) <= day)
    .map(objectiveOf);
  return agreed.some((each) => !over.includes(each));
}
