import type { Sign } from '../catalogue/catalogue';
import type { Content } from '../entry/content';
import { notNow } from '../entry/rules';
import type { LedgerState } from '../entry/state';
import { effectiveDay, formatDay } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import { REVIEW_COUNTS_ONCE_DAYS } from './limits';

/**
 * A review that lies too close to another one that counts, whichever of them is logged first, moves no score. It is
 * recorded all the same: a change may call for it.
 *
 * @param given the sign that its author gives; null where the ledger decides
 * @throws Problem `not-allowed-now` where a plus is given
 */
export function countsOnce(state: LedgerState, content: Content, given: Sign | null, now: number): Content {
  if (content.kind !== 'exit.reviewed' && content.kind !== 'plan.reviewed') return content;
  const day = content.effective === null ? null : effectiveDay(content.effective, now);
  if (content.sign !== '+' || day === null) return content;
  const counted = kindsIn(state, content.kind).find(
    (entry) => entry.sign === '+' && Math.abs(entry.day - day) < REVIEW_COUNTS_ONCE_DAYS,
  );
  if (counted === undefined) return content;
  if (given === '+') {
    throw notNow(
      `reviews count once in ${REVIEW_COUNTS_ONCE_DAYS} days, and that of ${formatDay(counted.day)} does; leave the sign out`,
      'sign',
    );
  }
  return { ...content, sign: '0' };
}

/** Entries of these kinds that are not voided. */
export function kindsIn(state: LedgerState, ...kinds: readonly string[]): readonly EntryReading[] {
  return state.reading.entries.filter(({ fact, status }) => kinds.includes(fact.kind) && status !== 'voided');
}
