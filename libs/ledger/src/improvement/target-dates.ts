import { endOfLocalDay } from '../calendar/working-days';
import { dayIn, firstBehind, learnedOn, type Duties } from '../due/duty';
import { isResultOrTarget } from './improvement';

const RESULTS = ['target.met', 'target.missed', 'target.abandoned'];

/** Reminders to say by its day what came of a target. Nothing follows: a miss that is reported costs nothing. */
export const targetDates: Duties = (ledger) =>
  ledger.ofKinds(['target.set']).flatMap((setBy) => {
    const { improvement } = setBy.data;
    const dueDay = dayIn(setBy, 'due');
    if (dueDay === null || typeof improvement !== 'string') return [];
    return [
      {
        missed: null,
        title: 'Say what came of the improvement target',
        data: { improvement },
        dueDay,
        dueMs: endOfLocalDay(dueDay),
        parties: ledger.reading.parties(learnedOn(setBy)),
        setBy,
        doneBy: firstBehind(ledger, setBy, { kinds: RESULTS, field: 'improvement' }, isResultOrTarget),
      },
    ];
  });
