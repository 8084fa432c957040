import { endOfLocalDay } from '../calendar/working-days';
import { dayIn, type Duties } from '../due/duty';
import { decides } from '../entry/rules';
import { entriesById } from '../register';

/** Reminders of decisions, to carry them out by their day. Nothing follows: whoever waits for one logs that it was late. */
export const decisionDates: Duties = ({ reading, entries: all }) =>
  [...entriesById(all, 'decision')].flatMap(([decision, entries]) => {
    const setBy = entries.find(({ fact }) => fact.kind === 'decision.recorded');
    const dueDay = setBy === undefined ? null : dayIn(setBy, 'due');
    if (setBy === undefined || dueDay === null) return [];
    const { owner } = setBy.data;
    return [
      {
        missed: null,
        title: 'Carry out the decision',
        data: { decision },
        dueDay,
        dueMs: endOfLocalDay(dueDay),
        parties: typeof owner === 'string' ? [owner] : reading.parties(dueDay),
        setBy,
        doneBy: entries.find((entry) => entry.fact.kind === 'decision.closed' && decides(entry)) ?? null,
      },
    ];
  });
