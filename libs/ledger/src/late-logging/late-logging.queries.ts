import { replyTimeOn, type ReplyTime } from '../frame/protocol';
import { clockParameter, type Clocks } from '../parameters';
import { visibleIn, type RegisterDates } from '../register';
import { dayOf } from '../scoring/days';
import { recordedTime } from '../scoring/knowledge';
import type { Views } from '../views';

/** How soon one party logs what happens. */
export interface LateLogging {
  readonly party: string;
  /** Entries whose delay is known. */
  readonly logged: number;
  /** Days from the effective to the recorded day: the middle of all, and the one that three quarters do not exceed. */
  readonly medianDays: number;
  readonly upperQuartileDays: number;
  readonly longestDays: number;
  /** Logged more days after they happened than the other side has to answer, the latest first. */
  readonly late: readonly { readonly entry: string; readonly kind: string; readonly days: number }[];
  /** Ids of those. */
  readonly entries: readonly string[];
}

/** More days than those to answer are late. */
export interface LateLoggingAnswer extends RegisterDates, ReplyTime {
  readonly lateLogging: readonly LateLogging[];
}

/**
 * Recorded less effective day, per party. It lowers no score. Of what an import claims no recorded time the delay is not
 * known.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function lateLoggingOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<LateLoggingAnswer> {
  const { dates, day, reading, entries } = await visibleIn(views, relationship, clocks, now);
  const replyTime = replyTimeOn(reading, day);
  const { answerDays } = replyTime;
  const clock = clockParameter(clocks.clock);
  const known = entries.filter(
    ({ fact }) => fact.party !== 'ledger' && !(fact.imported && fact.recorded === fact.ledgerRecorded),
  );
  const delays = known.map(({ fact, day: happened }) => ({
    ...{ party: fact.party, entry: fact.id, kind: fact.kind },
    days: Math.max(0, dayOf(recordedTime(fact, clock)) - happened),
  }));
  const byParty = [...Map.groupBy(delays, ({ party }) => party)].sort(([a], [b]) => (a < b ? -1 : 1));
  const lateLogging = byParty.map(([party, own]): LateLogging => {
    const days = own.map((each) => each.days).sort((a, b) => a - b);
    const late = own
      .filter((each) => each.days > answerDays)
      .sort((a, b) => b.days - a.days)
      .map(({ entry, kind, days: delay }) => ({ entry, kind, days: delay }));
    return {
      ...{ party, logged: own.length, medianDays: rankOf(days, 1 / 2), upperQuartileDays: rankOf(days, 3 / 4) },
      longestDays: days.at(-1) ?? 0,
      ...{ late, entries: late.map(({ entry }) => entry) },
    };
  });
  return { ...dates, ...replyTime, lateLogging };
}

/** The smallest of sorted numbers that this share of them does not exceed. */
function rankOf(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
