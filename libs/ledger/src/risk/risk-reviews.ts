import { endOfLocalDay } from '../calendar/working-days';
import { dayIn, firstBehind, type Duties } from '../due/duty';
import { decides } from '../entry/rules';
import type { EntryReading } from '../scoring/entry-reading';

/** A risk is looked at again by any of these. */
const LOOKS = ['risk.assessed', 'risk.mitigated', 'risk.allocated', 'risk.materialised', 'risk.closed'];

/** What was looked at is, whatever the others say of it; closed is what none of them disputes. */
function isLook(look: EntryReading): boolean {
  return look.fact.kind !== 'risk.closed' || decides(look);
}

/** Reminders to look at a risk again on the day that was named for it. Nothing follows. */
export const riskReviews: Duties = (ledger) =>
  ledger.ofKinds(['risk.raised']).flatMap((setBy) => {
    const { risk, owner } = setBy.data;
    const dueDay = dayIn(setBy, 'nextReview');
    if (dueDay === null || typeof risk !== 'string') return [];
    return [
      {
        missed: null,
        title: 'Look at the risk again',
        data: { risk },
        dueDay,
        dueMs: endOfLocalDay(dueDay),
        parties: typeof owner === 'string' ? [owner] : ledger.reading.parties(dueDay),
        setBy,
        doneBy: firstBehind(ledger, setBy, { kinds: LOOKS, field: 'risk' }, isLook),
      },
    ];
  });
