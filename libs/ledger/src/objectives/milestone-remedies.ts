import { dutyOfDay, firstBehind, learnedOn, parametersAt, type Duties } from '../due/duty';

/** A missed milestone is talked about and acted on, or moved by all, within the remedial window. */
export const milestoneRemedies: Duties = (ledger) => {
  const { reading } = ledger;
  return ledger.ofKinds(['milestone.missed']).flatMap((setBy) => {
    const { objective, milestone } = setBy.data;
    if (typeof objective !== 'string' || typeof milestone !== 'string') return [];
    const doneBy = firstBehind(ledger, setBy, { kinds: ACTS, field: 'objective' }, ({ data }) => {
      // An act may be for the objective as a whole; so is its end.
      return (data['milestone'] ?? milestone) === milestone;
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
