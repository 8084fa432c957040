import { dayIn, dutyOfDay, firstBehind, learnedOn, type Duties } from './duty';

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

/** Reviews of exit strategy and plan, and of communication and knowledge plans, on the day that was named for them. */
export const reviews: Duties = ({ reading, entries }) =>
  REVIEWED.flatMap(({ kinds, missed, ends }) =>
    entries
      .filter((entry) => kinds.includes(entry.fact.kind) && entry.inEffect)
      .flatMap((setBy) => {
        const dueDay = dayIn(setBy, 'nextReview');
        if (dueDay === null) return [];
        const parties = reading.parties(learnedOn(setBy));
        const doneBy = firstBehind(entries, setBy, [...kinds, ...ends]);
        return [dutyOfDay({ missed, data: {}, dueDay, parties, setBy, doneBy })];
      }),
  );
