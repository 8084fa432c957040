import { agreedSinceMs, dayIn, dutyOfDay, learnedOn, parametersAt, type Duties } from '../due/duty';
import { decides } from '../entry/rules';
import type { EntryReading } from '../scoring/entry-reading';
import { recordedTime, type RecordedClock } from '../scoring/knowledge';
import { entriesById } from '../register';

const ANSWERS: ReadonlySet<string> = new Set(['idea.tested', 'idea.implemented', 'idea.declined']);
const REPORTS: ReadonlySet<string> = new Set(['benefit.realised', 'benefit.missed']);

/** An entry that does what was due, and since when it does. */
export interface Done {
  readonly entry: EntryReading;
  /** Milliseconds. */
  readonly sinceMs: number;
}

/**
 * What first answered an idea: another party tests it, takes it up or declines it, or agrees to a test of the proposer. A
 * proposer that declines its own idea, or puts it to use, leaves nothing to answer.
 */
export function ideaAnswer(
  entries: readonly EntryReading[],
  { fact: { party: proposer } }: EntryReading,
  clock: RecordedClock = 'ledger',
): Done | null {
  return firstOf(
    entries
      .filter(({ fact }) => ANSWERS.has(fact.kind))
      .flatMap((entry) => {
        const { party, kind } = entry.fact;
        const recordedMs = recordedTime(entry.fact, clock);
        const isOther = party !== proposer && party !== 'third-party';
        // Whoever proposed it does not answer it by a word that the others dispute.
        if (isOther || (party === proposer && kind !== 'idea.tested' && decides(entry)))
          return [{ entry, sinceMs: recordedMs }];
        return entry.status === 'agreed' ? [{ entry, sinceMs: Math.max(recordedMs, agreedSinceMs(entry, clock)) }] : [];
      }),
  );
}

/** What was first said of what became of a benefit. */
function benefitReport(entries: readonly EntryReading[]): EntryReading | null {
  const reports = entries.filter(({ fact }) => REPORTS.has(fact.kind));
  return firstOf(reports.map((entry) => ({ entry, sinceMs: entry.fact.ledgerRecorded })))?.entry ?? null;
}

function firstOf(candidates: readonly Done[]): Done | null {
  return candidates.toSorted((a, b) => a.sinceMs - b.sinceMs)[0] ?? null;
}

/** An idea is tested, taken up or declined in time by another party than the one that proposed it. */
export const ideaAnswers: Duties = ({ reading, entries: all }) =>
  [...entriesById(all, 'idea')].flatMap(([idea, entries]) => {
    const setBy = entries.find(({ fact }) => fact.kind === 'idea.proposed');
    if (setBy === undefined) return [];
    const parties = reading.parties(learnedOn(setBy));
    // Of what all, or none of them, proposed none owes the others an answer.
    const about = parties.includes(setBy.fact.party) ? parties.find((party) => party !== setBy.fact.party) : undefined;
    if (about === undefined) return [];
    const done = ideaAnswer(entries, setBy);
    const dueDay = learnedOn(setBy) + parametersAt(reading, setBy).ideaAnswerDays;
    // Nor does one that left meanwhile.
    if (!reading.parties(dueDay).includes(about)) return [];
    const data = { idea, about };
    const doing = { doneBy: done?.entry ?? null, ...(done !== null && { doneMs: done.sinceMs }) };
    return [
      dutyOfDay({
        missed: 'idea.unanswered',
        data,
        dueDay,
        parties: [about],
        setBy,
        reads: ['idea'],
        once: true,
        ...doing,
      }),
    ];
  });

/** What was forecast is reported on, realised or missed, some days after its period is over: as indicators are. */
export const benefitReports: Duties = ({ reading, entries: all }) =>
  [...entriesById(all, 'benefit')].flatMap(([benefit, entries]) => {
    const setBy = entries.find(({ fact }) => fact.kind === 'benefit.forecast');
    const until = setBy === undefined ? null : dayIn(setBy, 'until');
    if (setBy === undefined || until === null) return [];
    const dueDay = until + parametersAt(reading, setBy).reportGraceDays;
    const parties = reading.parties(learnedOn(setBy));
    const doneBy = benefitReport(entries);
    return [
      dutyOfDay({
        missed: 'benefit.unreported',
        data: { benefit },
        dueDay,
        parties,
        setBy,
        reads: ['benefit', 'until'],
        once: true,
        doneBy,
      }),
    ];
  });
