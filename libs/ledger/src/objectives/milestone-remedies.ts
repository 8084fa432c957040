import { dutyOfDay, firstBehind, learnedOn, parametersAt, type Duties } from '../due/duty';
import { decides } from '../entry/rules';

/**
 * A missed milestone is talked about and acted on, or moved by all, within the remedial window. What one side says that it
 * did and the other disputes does nothing while it is disputed: no later entry could take it back.
 */
export const milestoneRemedies: Duties = (ledger) => {
  const { reading } = ledger;
  return ledger.ofKinds(['milestone.missed']).flatMap((setBy) => {
    const { objective, milestone } = setBy.data;
    if (typeof objective !== 'string' || typeof milestone !== 'string') return [];
    const doneBy = firstBehind(ledger, setBy, { kinds: ACTS, field: 'objective' }, (act) => {
      // An act may be for the objective as a whole; so is its end.
      return decides(act) && (act.data['milestone'] ?? milestone) === milestone;
    });
    const dueDay = learnedOn(setBy) + parametersAt(reading, setBy).remedialWindowDays;
    const parties = reading.parties(learnedOn(setBy));
    return [
      dutyOfDay({
        missed: 'milestone.unremedied',
        data: { objective, milestone },
        dueDay,
        parties,
        setBy,
        reads: READS,
        doneBy,
      }),
    ];
  });
};

const READS = ['objective', 'milestone'];
const ACTS = ['remedial.taken', 'milestone.met', 'milestone.rescheduled', 'objective.achieved', 'objective.retired'];
