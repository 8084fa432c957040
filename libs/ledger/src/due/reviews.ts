import { lastDayOfTerm } from '../relationship/term';
import { dayIn, dutyOfDay, firstBehind, learnedOn, type Duties } from './duty';

/** What is reviewed again and again, by the kind that says when next and does what the one before asked for. */
const REVIEWED: Readonly<Record<string, string>> = {
  'communication.planned': 'communication.review-overdue',
  'knowledge.planned': 'knowledge.review-overdue',
};

/** Reviews of communication and knowledge plans, on the day that was named for them, until the contract ends. */
export const reviews: Duties = ({ reading, entries }) => {
  const lastDay = lastDayOfTerm(entries);
  return entries.flatMap((setBy) => {
    const { kind } = setBy.fact;
    const missed = REVIEWED[kind];
    const dueDay = dayIn(setBy, 'nextReview');
    if (missed === undefined || dueDay === null || dueDay > lastDay) return [];
    const parties = reading.parties(learnedOn(setBy));
    return [dutyOfDay({ missed, data: {}, dueDay, parties, setBy, doneBy: firstBehind(entries, setBy, [kind]) })];
  });
};
