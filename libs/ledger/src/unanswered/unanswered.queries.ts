import type { Severity, Sign } from '../catalogue/catalogue';
import { partyParameter, type Clocks } from '../parameters';
import { replyTimeOn, type ReplyTime } from '../frame/protocol';
import { idsOf, visibleIn, type RegisterDates } from '../register';
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
  const entries = loggedBy === undefined ? visible : await entriesOf(views, relationship, loggedBy, visible);
  const rows = entries.flatMap((entry) =>
    waitingFor(entry, reading, day)
      .filter((other) => only === undefined || other === only)
      .map((other): Unanswered => {
        const waiting = waitingRow(entry, day, answerDays);
        return { party: other, ...waiting, late: waiting.days > answerDays, entries: [entry.fact.id] };
      }),
  );
  return { ...dates, ...replyTime, unanswered: rows.sort((a, b) => b.days - a.days) };
}

/** Who a member is stands in the words of an entry alone. */
async function entriesOf(
  views: Views,
  relationship: string,
  { party, member }: { readonly party: string; readonly member: string },
  visible: readonly EntryReading[],
): Promise<readonly EntryReading[]> {
  const ofParty = visible.filter(({ fact }) => fact.party === party);
  const ids = idsOf(ofParty);
  const logged = new Map((await views.entries(relationship, { ids })).map((entry) => [entry.id, entry.member]));
  return ofParty.filter(({ fact }) => logged.get(fact.id) === member);
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
