import { dutyLedger } from '../due/duty';
import { lastOf } from '../entry/rules';
import { localDay } from '../calendar/working-days';
import { clockParameter, type Clocks } from '../parameters';
import { entriesById, idsOf, proseOf, textIn, visibleIn, type DataOf, type RegisterDates } from '../register';
import { formatDay } from '../scoring/days';
import type { EntryReading, StatusWord } from '../scoring/entry-reading';
import type { RecordedClock } from '../scoring/knowledge';
import type { Views } from '../views';
import { forecastsByOrigin, ideaSituation, lastOfIdea, type IdeaSituation } from './value';
import { ideaAnswer, ideaAnswers } from './value-duties';

export interface Idea {
  readonly id: string;
  readonly title: string | null;
  readonly situation: IdeaSituation;
  /** Of the entry that says so. */
  readonly status: StatusWord | null;
  readonly expected: string | null;
  /** Effective date, as precise as it was given. */
  readonly proposed: string | null;
  readonly proposedBy: string | null;
  /** `YYYY-MM-DD`: until the end of that day the other party answers; null where nobody owes an answer. */
  readonly answerDue: string | null;
  /** Party that owes the answer; null likewise. */
  readonly answerFrom: string | null;
  /** `YYYY-MM-DD`: when its answer was recorded, or that nobody owes one any more; null while there is none. */
  readonly answered: string | null;
  /** Whether it came in time; null while there is none, and where none is owed. */
  readonly inTime: boolean | null;
  /** Id of the entry that says that it did not; null where there is none. */
  readonly unanswered: string | null;
  /** What the last test showed. */
  readonly result: string | null;
  /** Why it was last declined; null where it never was. */
  readonly declinedBecause: string | null;
  /** Ids of the benefits that came from it. */
  readonly benefits: readonly string[];
  readonly entries: readonly string[];
}

export interface IdeaRegister extends RegisterDates {
  readonly ideas: readonly Idea[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function ideasOf(views: Views, relationship: string, clocks: Clocks, now: number): Promise<IdeaRegister> {
  const { dates, day, reading, entries: visible } = await visibleIn(views, relationship, clocks, now);
  const ideas = [...entriesById(visible, 'idea')];
  const dataOf = await proseOf(
    views,
    relationship,
    ideas.flatMap(([, entries]) => entries),
  );
  const duties = Map.groupBy(ideaAnswers(dutyLedger(reading, day), Infinity), ({ data }) => data['idea']);
  const benefits = forecastsByOrigin(visible);
  const clock = clockParameter(clocks.clock);
  const rows = ideas.map(([id, entries]) => {
    const duty = duties.get(id)?.[0];
    const due = duty === undefined ? null : { day: duty.dueDay, from: textIn(duty.data['about']) };
    return ideaRow({ id, entries, benefits: benefits.get(id) ?? [], dataOf, due, clock });
  });
  return { ...dates, ideas: rows };
}

interface KnownIdea {
  readonly id: string;
  readonly entries: readonly EntryReading[];
  /** Forecasts of what comes from it. */
  readonly benefits: readonly EntryReading[];
  readonly dataOf: DataOf;
  readonly due: { readonly day: number; readonly from: string | null } | null;
  readonly clock: RecordedClock;
}

function ideaRow({ id, entries, benefits, dataOf, due, clock }: KnownIdea): Idea {
  const proposed = lastOf(entries, 'idea.proposed');
  const answer = proposed === undefined ? null : ideaAnswer(entries, proposed, clock);
  const answeredDay = answer === null ? null : localDay(answer.sinceMs);
  const { title, expected } = dataOf(proposed);
  return {
    id,
    title: textIn(title),
    situation: ideaSituation(entries),
    status: lastOfIdea(entries)?.statusWord ?? null,
    expected: textIn(expected),
    proposed: proposed?.effective ?? null,
    proposedBy: proposed?.fact.party ?? null,
    answerDue: due === null ? null : formatDay(due.day),
    answerFrom: due === null ? null : due.from,
    answered: answeredDay === null ? null : formatDay(answeredDay),
    inTime: answeredDay === null || due === null ? null : answeredDay <= due.day,
    unanswered: lastOf(entries, 'idea.unanswered')?.fact.id ?? null,
    result: textIn(dataOf(lastOf(entries, 'idea.tested'))['result']),
    declinedBecause: textIn(dataOf(lastOf(entries, 'idea.declined'))['reason']),
    benefits: benefits.flatMap(({ data }) => textIn(data['benefit']) ?? []),
    entries: idsOf([...entries, ...benefits]),
  };
}
