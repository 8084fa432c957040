import { lastDayOfTerm } from '../relationship/term';
import type { EntryReading } from '../scoring/entry-reading';
import { endOfLocalDay } from '../calendar/working-days';
import { dayIn, dutyOfDay, firstBehind, learnedOn, type Duties } from './duty';

/** What is reviewed again and again, by the kind that says when next and does what the one before asked for. */
const REVIEWED: Readonly<Record<string, string>> = {
  'communication.planned': 'communication.review-overdue',
  'knowledge.planned': 'knowledge.review-overdue',
};

/** What is reviewed likewise, and nobody owes: a reminder alone. */
const REMINDED: Readonly<Record<string, string>> = {
  'case.recorded': 'Review the case for collaborating?',
  'vision.agreed': 'Review the joint vision?',
  'framework.set': 'Review what the sponsors set?',
};

/** Reviews on the day that was named for them, until the contract ends. */
export const reviews: Duties = (ledger) => {
  const { reading, entries } = ledger;
  const lastDay = lastDayOfTerm(entries);
  return ledger.ofKinds([...Object.keys(REVIEWED), ...Object.keys(REMINDED)]).flatMap((setBy) => {
    const { kind } = setBy.fact;
    const [missed, title] = [REVIEWED[kind], REMINDED[kind]];
    const dueDay = dayIn(setBy, 'nextReview');
    if (dueDay === null || dueDay > lastDay || !setBy.inEffect) return [];
    const parties = reading.parties(learnedOn(setBy));
    if (missed !== undefined) {
      return [
        dutyOfDay({
          missed,
          data: {},
          dueDay,
          parties,
          setBy,
          reads: ['nextReview'],
          doneBy: firstBehind(ledger, setBy, { kinds: [kind] }),
        }),
      ];
    }
    if (title === undefined) return [];
    const doneBy = firstBehind(ledger, setBy, { kinds: [kind] }, (other) => isOfSame(setBy, other));
    const whose = kind === 'case.recorded' && parties.includes(setBy.fact.party) ? [setBy.fact.party] : parties;
    return [{ missed: null, title, data: {}, dueDay, dueMs: endOfLocalDay(dueDay), parties: whose, setBy, doneBy }];
  });
};

/** Each party has a case of its own, one for each pressure; of the rest there is one. */
function isOfSame({ fact, data }: EntryReading, other: EntryReading): boolean {
  if (fact.kind !== 'case.recorded') return true;
  return fact.party === other.fact.party && data['pressure'] === other.data['pressure'];
}
