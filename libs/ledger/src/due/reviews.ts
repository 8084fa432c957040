import type { JsonObject } from '@app/event-store';
import type { EntryReading } from '../scoring/entry-reading';
import { dayIn, dutyOfDay, firstBehind, learnedOn, type Duties, type Duty } from './duty';

/** What is reviewed again and again: each of these kinds says when next, and does what the one before asked for. */
interface Reviewed {
  readonly kinds: readonly string[];
  readonly missed: string;
  /** Kinds after which it is reviewed no more. */
  readonly ends: readonly string[];
}

const REVIEWED: readonly Reviewed[] = [
  {
    kinds: ['exit.issued', 'exit.agreed', 'exit.reviewed'],
    missed: 'exit.review-overdue',
    ends: ['exit.triggered', 'exit.handed-over'],
  },
  { kinds: ['plan.issued', 'plan.agreed', 'plan.reviewed'], missed: 'plan.review-overdue', ends: ['exit.handed-over'] },
  { kinds: ['communication.planned'], missed: 'communication.review-overdue', ends: ['exit.handed-over'] },
  { kinds: ['knowledge.planned'], missed: 'knowledge.review-overdue', ends: ['exit.handed-over'] },
];

/** Reviews of exit strategy, plan, communication and knowledge plans, and of objectives, on the day that was named for them. */
export const reviews: Duties = ({ reading, entries }) => [
  ...REVIEWED.flatMap(({ kinds, missed, ends }) =>
    entries
      .filter((entry) => kinds.includes(entry.fact.kind) && entry.inEffect)
      .flatMap((entry) => {
        const parties = reading.parties(learnedOn(entry));
        return review(entry, missed, {}, parties, firstBehind(entries, entry, [...kinds, ...ends]));
      }),
  ),
  ...objectiveReviews(entries, (entry) => reading.parties(learnedOn(entry))),
];

function review(
  setBy: EntryReading,
  missed: string,
  data: JsonObject,
  parties: readonly string[],
  doneBy: EntryReading | null,
): Duty[] {
  const dueDay = dayIn(setBy, 'nextReview');
  return dueDay === null ? [] : [dutyOfDay({ missed, data, dueDay, parties, setBy, doneBy })];
}

const OBJECTIVE_REVIEWS = ['objective.proposed', 'objective.reviewed'];
const OBJECTIVE_ENDS = ['objective.achieved', 'objective.retired'];

/** Nobody owes a review of an objective that was never agreed. */
function objectiveReviews(
  entries: readonly EntryReading[],
  partiesAt: (entry: EntryReading) => readonly string[],
): Duty[] {
  return entries
    .filter(({ fact }) => OBJECTIVE_REVIEWS.includes(fact.kind))
    .flatMap((entry) => {
      const { objective } = entry.data;
      if (typeof objective !== 'string') return [];
      const isSame = (other: EntryReading): boolean => other.data['objective'] === objective;
      if (!entries.some((other) => other.fact.kind === 'objective.agreed' && other.inEffect && isSame(other)))
        return [];
      const doneBy = firstBehind(entries, entry, ['objective.reviewed', ...OBJECTIVE_ENDS], isSame);
      return review(entry, 'objective.review-overdue', { objective }, partiesAt(entry), doneBy);
    });
}
