import { localDay } from '../calendar/working-days';
import { about, lastOf, notNow, type Rule, type Rules } from '../entry/rules';
import { entriesAbout } from '../entry/state';
import { Problem } from '../problems';
import { parseDay } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import type { Reading } from '../scoring/reading';
import { ratingCommitment } from './committed-ratings';

/** Text of what is revealed of a member who gave no reason. */
export const REVEALED = 'Revealed with the others of the round.';

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

/**
 * The entries that committed to ratings of a round, of those about it that are not voided: only what was logged here,
 * for what was imported is sealed elsewhere, and only what came after the round was opened, maybe once more.
 */
export function commitmentsIn(entries: readonly EntryReading[]): readonly EntryReading[] {
  const opened = lastOf(entries, 'round.opened')?.fact.revision ?? Infinity;
  return entries.filter(
    ({ fact }) => fact.kind === 'rating.committed' && fact.revision > opened && fact.recorded === fact.ledgerRecorded,
  );
}

/** Whether nothing but what is sealed can keep a round from being revealed: it is over, or every party has handed in. */
export function mayBeOver(reading: Reading, entries: readonly EntryReading[], nowMs: number): boolean {
  const round = roundSituation(entries);
  if (round.is === 'none') return false;
  if (round.is !== 'open' || isPast(round, nowMs)) return true;
  const handedIn = new Set(commitmentsIn(entries).map(({ fact }) => fact.party));
  return reading.parties(localDay(nowMs)).every((party) => handedIn.has(party));
}

/** Takes ratings now. */
const mustBeOpen: Rule = (state, content, now) => {
  const round = roundSituation(about(state, content, 'round'));
  if (round.is !== 'open' || isPast(round, now)) {
    throw notNow('this round takes no ratings any more: it is closed or revealed; open another', 'data.round');
  }
};

/** Whoever could close a round without having rated would see what the others rated, and rate afterwards. */
const mustHaveHandedIn: Rule = (state, content, now) => {
  const entries = about(state, content, 'round');
  const round = roundSituation(entries);
  if (round.is === 'closed') throw notNow('the round is closed already', 'data.round');
  const handedIn = commitmentsIn(entries).map(({ fact }) => fact.party);
  if (round.is !== 'open' || isPast(round, now) || handedIn.length === 0) return;
  if (!handedIn.includes(content.loggedBy ?? content.party)) {
    throw notNow(
      'others have handed in and this party has not: rate in the round before closing it, or wait until its last day is over',
      'data.round',
    );
  }
};

/** The ledger reveals what was committed to, and nothing before its time: whoever asks it to may have read another state. */
const mustBeCommitted: Rule = (state, content, now) => {
  const entries = about(state, content, 'round');
  const commitment = ratingCommitment(content.data);
  const isNamed = commitmentsIn(entries).some(
    ({ fact }) => fact.party === content.data['of'] && fact.data['commitment'] === commitment,
  );
  if (!isNamed) throw notNow('nobody committed to these ratings in this round', 'data');
  if (!mayBeOver(state.reading, entries, now)) throw notNow('the round is not over', 'data.round');
};

/** What was handed in stays what it was, and so does for how long, and for what, it is sealed. */
const mustStaySealed: Rule = (state, { answers, data }) => {
  const target = answers === null ? undefined : state.reading.entry(answers);
  if (target?.fact.kind === 'rating.committed' && data['commitment'] !== undefined) {
    throw new Problem(
      'invalid-answer',
      'a commitment stays what it is: hand in again, which replaces it',
      'data.commitment',
    );
  }
  if (target?.fact.kind !== 'round.opened') return;
  const entries = entriesAbout(state, 'round', target.data['round']);
  if (commitmentsIn(entries).length === 0) return;
  if (data['factors'] !== undefined) {
    throw notNow('somebody has rated in this round: its factors stay; open another for other factors', 'data.factors');
  }
  const [closes, before] = [data['closes'], target.data['closes']].map((day) =>
    typeof day === 'string' ? (parseDay(day) ?? Infinity) : Infinity,
  );
  if (closes !== undefined && before !== undefined && closes < before) {
    throw notNow('somebody has rated in this round: its last day may be put off, not brought forward', 'data.closes');
  }
};

/** Who saw what another rated withdraws nothing of its own. */
const mustNotBeOver: Rule = (state, { answers }, now) => {
  const target = answers === null ? undefined : state.reading.entry(answers);
  if (target?.fact.kind !== 'rating.committed' && target?.fact.kind !== 'round.opened') return;
  const entries = entriesAbout(state, 'round', target.data['round']);
  const round = roundSituation(entries);
  const isOver = round.is === 'closed' || round.is === 'revealed' || isPast(round, now);
  if (isOver && commitmentsIn(entries).length > 0) {
    throw notNow('the round is over: what was handed in is revealed, and stays', 'answers');
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
  'rating.revealed': mustBeCommitted,
  'round.closed': mustHaveHandedIn,
  'entry.corrected': mustStaySealed,
  'entry.voided': mustNotBeOver,
};
