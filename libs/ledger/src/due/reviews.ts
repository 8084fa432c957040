import type { JsonObject } from '@app/event-store';
import type { DataOf } from '../register';
import { wordsOf } from '../register-entry';
import { lastDayOfTerm } from '../relationship/term';
import type { EntryReading } from '../scoring/entry-reading';
import { endOfLocalDay } from '../calendar/working-days';
import { dayIn, dutyOfDay, firstBehind, learnedOn, type Duties, type Duty, type DutyLedger } from './duty';

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
  'cost.assumed': 'Review the whole-life cost assumption?',
  'stakeholder.assessed': 'Assess the impact on the stakeholders again?',
};

/** Each party has its own, and it alone is reminded of it. */
const OF_A_PARTY: ReadonlySet<string> = new Set(['case.recorded', 'stakeholder.assessed']);

/** The field of prose in which these name what they are about. */
const NAMED_IN_PROSE: Readonly<Record<string, string>> = {
  'cost.assumed': 'assumption',
  'stakeholder.assessed': 'of',
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
    if (title === undefined || setBy.data['verdict'] === 'disproved') return [];
    const namedInProse = NAMED_IN_PROSE[kind];
    const doneBy =
      namedInProse === undefined
        ? firstBehind(ledger, setBy, { kinds: [kind] }, (other) => isOfSame(setBy, other))
        : null;
    return [
      {
        ...{ missed: null, title, data: {}, dueDay },
        dueMs: endOfLocalDay(dueDay),
        parties: OF_A_PARTY.has(kind) && parties.includes(setBy.fact.party) ? [setBy.fact.party] : parties,
        setBy,
        doneBy,
        ...(namedInProse !== undefined && { namedInProse }),
      },
    ];
  });
};

/** Each party has a case of its own, one for each pressure; of the rest there is one. */
function isOfSame({ fact, data }: EntryReading, other: EntryReading): boolean {
  if (fact.kind !== 'case.recorded') return true;
  return fact.party === other.fact.party && data['pressure'] === other.data['pressure'];
}

/**
 * What an entry is about, of a kind that names it in prose: whoever repeats the words means the same. Two parties may see
 * the same stakeholders differently.
 */
export function thingInProse({ fact }: EntryReading, prose: JsonObject): string {
  const words = wordsOf(prose[NAMED_IN_PROSE[fact.kind] ?? '']) ?? fact.id;
  return JSON.stringify([fact.kind, OF_A_PARTY.has(fact.kind) ? fact.party : null, prose['group'] ?? null, words]);
}

/**
 * Reminders of what is not named in facts, as far as nothing behind them is about the same thing.
 *
 * @param duties of whatever kind: all others are left as they are
 */
export async function withoutReviewed(
  duties: readonly Duty[],
  ledger: DutyLedger,
  proseOf: (entries: readonly EntryReading[]) => Promise<DataOf>,
): Promise<readonly Duty[]> {
  const kinds = [...new Set(duties.flatMap(({ namedInProse, setBy }) => (namedInProse ? setBy.fact.kind : [])))];
  if (kinds.length === 0) return duties;
  const entries = ledger.ofKinds(kinds).filter(({ inEffect }) => inEffect);
  const dataOf = await proseOf(entries);
  const last = new Set(new Map(entries.map((entry) => [thingInProse(entry, dataOf(entry)), entry])).values());
  return duties.filter(({ namedInProse, setBy }) => namedInProse === undefined || last.has(setBy));
}
