import type { EntryReading } from './entry-reading';
import { named, round, type RevealedRating } from './round';

/** One rating of one factor in its place in the order; of a round the median of its members'. */
export interface Rating {
  /** Who rated; `joint` for a level agreed by the joint management team, whoever logged it. */
  readonly party: string;
  /** 0 to 4; halves where it is a median. */
  readonly level: number;
  readonly evidenced: boolean;
  /** The entry that places it in the order. */
  readonly entry: EntryReading;
  /** Its place in the order, of a round that of the latest reveal. */
  readonly day: number;
  /** Ids of all entries behind it. */
  readonly entries: readonly string[];
}

/** What the ratings of a factor come to for the parties of a day (rules 2 and 3, reading rules 10 and 11). */
export interface RatingSide {
  /** Latest rating of each party that has one, in the order of the parties; a JMT-agreed one stands for each. */
  readonly latest: readonly { readonly party: string; readonly rating: Rating }[];
  /** A JMT-agreed rating stands: no party has rated since. */
  readonly standing: boolean;
  /** Spread on raw ratings, in points; null with fewer than two. */
  readonly gap: number | null;
}

const JOINT = 'joint';

function isLater(a: Rating, b: Rating): boolean {
  const difference =
    a.day - b.day || a.entry.fact.recorded - b.entry.fact.recorded || a.entry.fact.revision - b.entry.fact.revision;
  return difference > 0;
}

/** Where a rating stands among others in their order, before those that nothing tells from it. */
function placeOf(rating: Rating, ratings: readonly Rating[]): number {
  let [place, end] = [0, ratings.length];
  while (place < end) {
    const middle = (place + end) >> 1;
    const other = ratings[middle];
    if (other !== undefined && isLater(rating, other)) place = middle + 1;
    else end = middle;
  }
  return place;
}

function spread(ratings: readonly Rating[]): number | null {
  if (ratings.length < 2) return null;
  const levels = ratings.map((rating) => rating.level);
  return 25 * (Math.max(...levels) - Math.min(...levels));
}

/** The visible ratings of one factor, by party and order. */
class FactorRatings {
  private readonly byParty = new Map<string, Rating[]>();
  private side: RatingSide | null = null;
  private sideParties: readonly string[] = [];

  add(rating: Rating): void {
    this.side = null;
    const ratings = this.byParty.get(rating.party);
    if (ratings === undefined) {
      this.byParty.set(rating.party, [rating]);
      return;
    }
    ratings.splice(placeOf(rating, ratings), 0, rating);
  }

  remove(rating: Rating): void {
    this.side = null;
    const ratings = this.byParty.get(rating.party) ?? [];
    const place = ratings.indexOf(rating, placeOf(rating, ratings));
    if (place >= 0) ratings.splice(place, 1);
  }

  sideOf(parties: readonly string[]): RatingSide {
    if (this.side === null || this.sideParties !== parties) {
      this.side = this.compute(parties);
      this.sideParties = parties;
    }
    return this.side;
  }

  private compute(parties: readonly string[]): RatingSide {
    const joint = this.byParty.get(JOINT)?.at(-1);
    const own = parties.flatMap((party) => this.byParty.get(party)?.at(-1) ?? []);
    const since = joint === undefined ? own : own.filter((rating) => isLater(rating, joint));
    const standing = joint !== undefined && since.length === 0;
    const latest = parties.flatMap((party) => {
      const rating = since.find((one) => one.party === party) ?? joint;
      return rating === undefined ? [] : [{ party, rating }];
    });
    // While the joint rating stands nobody has rated since, so the parties' own latest are those before it.
    const gap = spread(standing ? own : latest.map(({ rating }) => rating));
    return { latest, standing, gap };
  }
}

const UNRATED: RatingSide = { latest: [], standing: false, gap: null };

/** The ratings visible on a day, of all factors; entries may come and go in any order. */
export class Ratings {
  private readonly byFactor = new Map<number, FactorRatings>();
  private readonly rounds = new Map<string, { reveals: EntryReading[]; ratings: readonly RevealedRating[] }>();
  private readonly given = new Map<EntryReading, { readonly factor: number; readonly rating: Rating }>();
  private readonly revealed = new Map<EntryReading, string>();

  static isRating(entry: EntryReading): boolean {
    return entry.kind?.rating === true || entry.fact.kind === 'rating.revealed';
  }

  /** Takes in a rating that is visible and not voided; one that needs all parties only while in effect. */
  add(entry: EntryReading): void {
    if (entry.fact.kind === 'rating.revealed') {
      const name = named(entry, 'round');
      this.revealed.set(entry, name);
      const known = this.rounds.get(name) ?? { reveals: [], ratings: [] };
      this.rounds.set(name, known);
      known.reveals.push(entry);
      this.recompute(known);
      return;
    }
    if (entry.factor === null || entry.level === null) return;
    const party = entry.fact.kind === 'rating.jmt-agreed' ? JOINT : entry.fact.party;
    if (entry.fact.kind !== 'rating.jmt-agreed' && party === JOINT) return;
    const evidenced = entry.evidenced === true;
    const rating = { party, level: entry.level, evidenced, entry, day: entry.day, entries: [entry.fact.id] };
    this.given.set(entry, { factor: entry.factor, rating });
    this.factor(entry.factor).add(rating);
  }

  remove(entry: EntryReading): void {
    const given = this.given.get(entry);
    if (given !== undefined) this.factor(given.factor).remove(given.rating);
    this.given.delete(entry);
    const known = this.rounds.get(this.revealed.get(entry) ?? '');
    if (known === undefined || !this.revealed.delete(entry)) return;
    known.reveals = known.reveals.filter((reveal) => reveal !== entry);
    this.recompute(known);
  }

  side(factor: number, parties: readonly string[]): RatingSide {
    return this.byFactor.get(factor)?.sideOf(parties) ?? UNRATED;
  }

  private recompute(known: { reveals: EntryReading[]; ratings: readonly RevealedRating[] }): void {
    for (const { factor, rating } of known.ratings) this.factor(factor).remove(rating);
    known.ratings = round(known.reveals);
    for (const { factor, rating } of known.ratings) this.factor(factor).add(rating);
  }

  private factor(code: number): FactorRatings {
    const known = this.byFactor.get(code);
    if (known !== undefined) return known;
    const created = new FactorRatings();
    this.byFactor.set(code, created);
    return created;
  }
}
