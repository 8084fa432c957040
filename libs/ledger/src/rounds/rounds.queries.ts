import { lastOf } from '../entry/rules';
import type { Clocks } from '../parameters';
import { knownIn } from '../known-at';
import { idsOf, thingsNamed, type Named, type RegisterDates } from '../register';
import { factsIn } from '../score/score.queries';
import { formatDay, parseDay } from '../scoring/days';
import type { EntryReading } from '../scoring/entry-reading';
import type { Reading } from '../scoring/reading';
import { round as revealedRound } from '../scoring/round';
import type { Views } from '../views';
import { REVEALED, roundSituation, type RoundSituation } from './rounds';

/** What a party has handed in, as far as it may be seen. */
export interface RoundParty {
  readonly party: string;
  /** Commitments that stand in the ledger, those that a member replaced included. */
  readonly commitments: number;
  /** Factors that it rated; null until all is revealed. */
  readonly rated: readonly number[] | null;
  /** Factors of the round that it did not rate; null until all is revealed. */
  readonly waiting: readonly number[] | null;
  /** What its members said of those, one each; empty until all is revealed. */
  readonly reasons: readonly string[];
}

/** The level of a party for a factor: the median of its members, halves allowed. */
export interface RoundLevel {
  readonly factor: number;
  readonly party: string;
  readonly level: number;
  readonly evidenced: boolean;
}

export interface Round {
  readonly id: string;
  readonly situation: Exclude<RoundSituation['is'], 'none'>;
  readonly factors: readonly number[];
  /** `YYYY-MM-DD`, the last day on which it takes ratings. */
  readonly closes: string | null;
  readonly opened: string | null;
  readonly parties: readonly RoundParty[];
  /** Factors that every party rated; null until all is revealed. */
  readonly ratedByAll: readonly number[] | null;
  /** In one sentence. */
  readonly summary: string;
  /** Empty until all is revealed. */
  readonly levels: readonly RoundLevel[];
  readonly entries: readonly string[];
}

export interface RoundRegister extends RegisterDates {
  readonly rounds: readonly Round[];
}

/**
 * Assessment rounds: who has handed in, and once all was revealed what.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function roundsOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<RoundRegister> {
  const { dates, things } = await thingsNamed(views, relationship, 'round', clocks, now);
  const { reading } = knownIn(await factsIn(views, relationship), clocks);
  const day = parseDay(dates.asOf) ?? 0;
  const ids = things.flatMap(({ entries }) => idsOf(entries.filter(isReveal)));
  const texts = new Map((await views.entries(relationship, { ids })).map(({ id, text }) => [id, text]));
  return { ...dates, rounds: things.flatMap((thing) => roundRow(thing, partiesOf(reading, thing, day), texts)) };
}

/** Whoever could rate in it: once it is over nobody joins it, nor leaves it. */
function partiesOf(reading: Reading, { entries }: Named, day: number): readonly string[] {
  const ended = entries.find((entry) => isReveal(entry) || entry.fact.kind === 'round.closed');
  return reading.parties(Math.min(day, ended?.day ?? roundSituation(entries).closes ?? day));
}

const isReveal = ({ fact }: EntryReading): boolean => fact.kind === 'rating.revealed';

function roundRow(
  { id, entries }: Named,
  parties: readonly string[],
  texts: ReadonlyMap<string, string | null>,
): Round[] {
  const { is, factors, closes } = roundSituation(entries);
  if (is === 'none') return [];
  const reveals = entries.filter(isReveal);
  const isRevealed = reveals.length > 0;
  const levels = revealedRound(reveals).map(({ factor, rating: { party, level, evidenced } }) => ({
    factor,
    party,
    level,
    evidenced,
  }));
  const ofParty = (party: string): RoundParty => {
    const rated = levels.filter((level) => level.party === party).map(({ factor }) => factor);
    return {
      party,
      commitments: entries.filter(({ fact }) => fact.kind === 'rating.committed' && fact.party === party).length,
      rated: isRevealed ? rated : null,
      waiting: isRevealed ? factors.filter((factor) => !rated.includes(factor)) : null,
      reasons: reveals.filter(({ data }) => data['of'] === party).flatMap(({ fact }) => reasonIn(texts.get(fact.id))),
    };
  };
  const rows = parties.map(ofParty);
  const ratedByAll = isRevealed ? factors.filter((factor) => rows.every(({ rated }) => rated?.includes(factor))) : null;
  return [
    {
      id,
      situation: is,
      factors,
      closes: closes === null ? null : formatDay(closes),
      opened: lastOf(entries, 'round.opened')?.effective ?? null,
      parties: rows,
      ratedByAll,
      summary: summaryOf(rows, factors, ratedByAll),
      levels,
      entries: idsOf(entries),
    },
  ];
}

/** What a member said; nothing where the ledger put its own words. */
function reasonIn(text: string | null | undefined): string[] {
  return text === null || text === undefined || text === REVEALED ? [] : [text];
}

function summaryOf(
  parties: readonly RoundParty[],
  factors: readonly number[],
  rated: readonly number[] | null,
): string {
  const handedIn = parties.filter(({ commitments }) => commitments > 0).length;
  if (rated === null) return `${handedIn} of ${parties.length} parties have handed in; nothing is revealed`;
  const by = parties.filter((party) => (party.rated?.length ?? 0) > 0).length;
  const waiting = factors.length - rated.length;
  return `${by} of ${parties.length} parties rated ${rated.length} of ${factors.length} factors; waiting: ${waiting}`;
}
