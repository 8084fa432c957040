import { localDay } from '../calendar/working-days';
import { about, lastOf, notNow, type Rule, type Rules } from '../entry/rules';
import { parseDay } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';

/** Where an assessment round stands: ratings are taken while it is open; closed or not, once revealed no more come. */
export interface RoundSituation {
  readonly is: 'none' | 'open' | 'closed' | 'revealed';
  /** What may be rated. */
  readonly factors: readonly number[];
  /** Last day on which it takes ratings, unless it is revealed or closed before; null where that is not said. */
  readonly closes: number | null;
}

/** From the entries about the round, not voided. */
export function roundSituation(entries: readonly EntryReading[]): RoundSituation {
  const opened = lastOf(entries, 'round.opened');
  const { factors, closes } = opened?.data ?? {};
  const round = {
    factors: Array.isArray(factors) ? factors.filter((factor) => typeof factor === 'number') : [],
    closes: typeof closes === 'string' ? parseDay(closes) : null,
  };
  if (opened === undefined) return { is: 'none', ...round };
  if (lastOf(entries, 'rating.revealed') !== undefined) return { is: 'revealed', ...round };
  return { is: lastOf(entries, 'round.closed') === undefined ? 'open' : 'closed', ...round };
}

/** Whether its last day is over where the contract is. */
export function isPast({ closes }: RoundSituation, nowMs: number): boolean {
  return closes !== null && localDay(nowMs) > closes;
}

/** Takes ratings now. */
const mustBeOpen: Rule = (state, content, now) => {
  const round = roundSituation(about(state, content, 'round'));
  if (round.is !== 'open' || isPast(round, now)) {
    throw notNow('this round takes no ratings any more: it is closed or revealed; open another', 'data.round');
  }
};

export const roundsRules: Rules = {
  'round.opened': (state, { data }, now) => {
    const { factors, closes } = data;
    if (!Array.isArray(factors) || factors.length === 0)
      throw notNow('a round is of one factor at least', 'data.factors');
    if (typeof closes === 'string' && (parseDay(closes) ?? Infinity) < localDay(now)) {
      throw notNow('a round closes today or later', 'data.closes');
    }
    const others = [...state.naming.keys()].filter((name) => name.startsWith('round:'));
    for (const other of others) {
      const entries = (state.naming.get(other) ?? []).flatMap((id) => state.reading.entry(id) ?? []);
      const round = roundSituation(entries.filter(({ status }) => status !== 'voided'));
      if (round.is === 'open' && !isPast(round, now)) {
        throw notNow('another round is open: close it first, so that everybody rates the same', 'data.round');
      }
    }
  },
  'rating.committed': mustBeOpen,
  'round.closed': (state, content) => {
    const { is } = roundSituation(about(state, content, 'round'));
    if (is === 'closed') throw notNow('the round is closed already', 'data.round');
  },
};
