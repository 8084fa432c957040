import type { Severity, Sign } from '../catalogue/catalogue';
import { partyParameter, type Clocks } from '../parameters';
import { correctedText } from '../entry/corrected-data';
import { replyTimeOn, type ReplyTime } from '../frame/protocol';
import { visibleIn, wordsOf, type RegisterDates } from '../register';
import { formatDay, formatInstant } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import type { Views } from '../views';
import { waitingFor, waitingSince } from './unanswered';

/** An entry that waits for an answer, as every answer about them shows it. */
export interface Waiting {
  readonly entry: string;
  readonly kind: string;
  /** Title of that kind. */
  readonly title: string;
  /** Who logged it. */
  readonly by: string;
  /** Effective date, as precise as it was given. */
  readonly effective: string | null;
  /** RFC 3339. */
  readonly recorded: string;
  readonly factor: number | null;
  readonly sign: Sign | null;
  readonly severity: Severity | null;
  /** It has no effect before every party agreed. */
  readonly needsAll: boolean;
  /** Days that it has waited; 0 of one recorded behind the day of the question. */
  readonly days: number;
  /** `YYYY-MM-DD`: the last day of its reply time. */
  readonly answerBy: string;
}

export interface Unanswered extends Waiting {
  /** Who has to answer. */
  readonly party: string;
  /** Its reply time is over. */
  readonly late: boolean;
  /** What was said, as corrected by then; null where nothing was, or it was erased. */
  readonly text: string | null;
  readonly entries: readonly string[];
}

export interface UnansweredParameters extends Clocks {
  /** Only what waits for this party. */
  readonly party?: string;
  /** Only what this member logged; for nobody else to ask. */
  readonly loggedBy?: { readonly party: string; readonly member: string };
}

export interface UnansweredRegister extends RegisterDates, ReplyTime {
  /** One row for each party and entry, the longest waiting first. */
  readonly unanswered: readonly Unanswered[];
}

/** @throws Problem `relationship-not-found`, `invalid-parameter`, `unknown-party` */
export async function unansweredOf(
  views: Views,
  relationship: string,
  { party, loggedBy, ...clocks }: UnansweredParameters,
  now: number,
): Promise<UnansweredRegister> {
  const { dates, day, reading, entries: visible } = await visibleIn(views, relationship, clocks, now);
  const only = partyParameter(party, reading.parties(day));
  const replyTime = replyTimeOn(reading, day);
  const { answerDays } = replyTime;
  const waiting = visible
    .filter(({ fact }) => loggedBy === undefined || fact.party === loggedBy.party)
    .map((entry) => ({
      entry,
      parties: waitingFor(entry, reading, day).filter((party) => only === undefined || party === only),
    }))
    .filter(({ parties }) => parties.length > 0);
  const words = await wordsOf(
    views,
    relationship,
    waiting.map(({ entry }) => entry),
  );
  const rows = waiting.flatMap(({ entry, parties }): Unanswered[] => {
    const worded = words(entry);
    // Who a member is stands in the words of an entry alone.
    if (loggedBy !== undefined && worded?.entry.member !== loggedBy.member) return [];
    const row = waitingRow(entry, day, answerDays);
    const text = worded === undefined ? null : correctedText(worded.entry, worded.corrections);
    return parties.map((party) => ({ party, ...row, late: row.days > answerDays, text, entries: [entry.fact.id] }));
  });
  return { ...dates, ...replyTime, unanswered: rows.sort((a, b) => b.days - a.days) };
}

export function waitingRow(entry: EntryReading, day: number, answerDays: number): Waiting {
  const { fact, kind, effective, factor, sign, severity } = entry;
  const since = waitingSince(entry);
  return {
    ...{ entry: fact.id, kind: fact.kind, title: kind?.title ?? '', by: fact.party, effective },
    ...{ recorded: formatInstant(fact.recorded), factor, sign, severity, needsAll: kind?.needsAll === true },
    days: Math.max(0, day - since),
    answerBy: formatDay(since + Math.floor(answerDays)),
  };
}
