import { replyTimeOn, type ReplyTime } from '../frame/protocol';
import type { Clocks } from '../parameters';
import { scoredIn, type ScoredDates } from '../scored';
import { compareEntries } from '../scoring/entry-reading';
import { changeOfView, outcomeOf, type Outcome } from '../scoring/outcome';
import { waitingFor } from '../unanswered/unanswered';
import { waitingRow, type Waiting } from '../unanswered/unanswered.queries';
import type { Views } from '../views';

export interface InReplyTime extends Waiting {
  readonly waitingFor: readonly string[];
  /** What it alone does to M as it is weighed now; null where nothing would be left without it. */
  readonly effect: number | null;
  readonly entries: readonly string[];
}

export interface InReplyTimeAnswer extends ScoredDates, ReplyTime {
  readonly now: Outcome;
  /** Without all of them. */
  readonly without: Outcome;
  /** What they do to M together. */
  readonly effect: number | null;
  /** In the order of facts. */
  readonly inReplyTime: readonly InReplyTime[];
}

/**
 * Entries that still may be answered in time, and what they do to the score while nobody has.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function inReplyTimeOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<InReplyTimeAnswer> {
  const { dates, day, reading, standing, standings } = await scoredIn(views, relationship, clocks, now);
  const replyTime = replyTimeOn(reading, day);
  const { answerDays } = replyTime;
  const young = reading.entries
    .filter((entry) => entry.day <= day)
    .map((entry) => ({ entry, parties: waitingFor(entry, reading, day), row: waitingRow(entry, day, answerDays) }))
    .filter(({ parties, row }) => parties.length > 0 && row.days <= answerDays)
    .sort((a, b) => compareEntries(a.entry, b.entry));
  const without = standing.without(young.map(({ entry }) => entry));
  return {
    ...dates,
    ...replyTime,
    now: outcomeOf(standings),
    without: outcomeOf(without),
    effect: changeOfView(without, standings),
    inReplyTime: young.map(({ entry, parties, row }) => ({
      ...row,
      waitingFor: parties,
      effect: changeOfView(standing.without([entry]), standings),
      entries: [entry.fact.id],
    })),
  };
}
