import { endOfLocalDay } from '../calendar/working-days';
import { dayIn, firstBehind, learnedOn, type Duties } from '../due/duty';

const RESULTS = ['target.met', 'target.missed', 'target.abandoned'];

/** Reminders to say by its day what came of a target. Nothing follows: a miss that is reported costs nothing. */
export const targetDates: Duties = ({ reading, entries }) =>
  entries.flatMap((setBy) => {
    const { improvement } = setBy.data;
    const dueDay = setBy.fact.kind === 'target.set' ? dayIn(setBy, 'due') : null;
    if (dueDay === null || typeof improvement !== 'string') return [];
    return [
      {
        missed: null,
        title: 'Say what came of the improvement target',
        data: { improvement },
        dueDay,
        dueMs: endOfLocalDay(dueDay),
        parties: reading.parties(learnedOn(setBy)),
        setBy,
        doneBy: firstBehind(entries, setBy, RESULTS, ({ data }) => data['improvement'] === improvement),
      },
    ];
  });
