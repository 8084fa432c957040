import { endOfLocalDay } from '../calendar/working-days';
import { dayIn, firstBehind, type Duties } from '../due/duty';

/** A risk is looked at again by any of these. */
const LOOKS = ['risk.assessed', 'risk.mitigated', 'risk.allocated', 'risk.materialised', 'risk.closed'];

/** Reminders to look at a risk again on the day that was named for it. Nothing follows. */
export const riskReviews: Duties = ({ reading, entries }) =>
  entries.flatMap((setBy) => {
    const { risk, owner } = setBy.data;
    const dueDay = setBy.fact.kind === 'risk.raised' ? dayIn(setBy, 'nextReview') : null;
    if (dueDay === null || typeof risk !== 'string') return [];
    return [
      {
        missed: null,
        title: 'Look at the risk again',
        data: { risk },
        dueDay,
        dueMs: endOfLocalDay(dueDay),
        parties: typeof owner === 'string' ? [owner] : reading.parties(dueDay),
        setBy,
        doneBy: firstBehind(entries, setBy, LOOKS, ({ data }) => data['risk'] === risk),
      },
    ];
  });
