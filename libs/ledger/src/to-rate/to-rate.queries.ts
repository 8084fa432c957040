import { rubricOf, type Rubric } from '../factor-sets/rubric.queries';
import type { Clocks } from '../parameters';
import { idsOf } from '../register';
import { entriesBehind, scoredIn, type Scored, type ScoredDates } from '../scored';
import { formatDay, parseDay } from '../scoring/days';
import { compareRecorded, type EntryReading } from '../scoring/entry-reading';
import type { FactorScore, FactorStatus } from '../scoring/factor-score';
import { Ratings, type Rating } from '../scoring/ratings';
import { fourDecimalsOrNull } from '../scoring/rounding';
import type { Views } from '../views';

/** The default plan: so many factors in each quarter of the calendar, so that all sixteen come once a year. */
const FACTORS_PER_QUARTER = 4;

/** What a party said last of a factor. */
export interface LevelBefore {
  readonly party: string;
  /** 0 to 4; halves where it is the median of several. */
  readonly level: number;
  readonly evidenced: boolean;
  /** `YYYY-MM-DD` */
  readonly rated: string;
  /** Ids of the ratings. */
  readonly ratings: readonly string[];
  /** Ids of what was logged on the factor behind them, ratings left out, the latest first. */
  readonly since: readonly string[];
}

export interface FactorToRate {
  /** Code of the factor. */
  readonly factor: number;
  readonly name: string;
  /** What the factor is after, as the rubric says; null where it does not. */
  readonly aim: string | null;
  readonly weight: number;
  readonly status: FactorStatus;
  readonly score: number | null;
  /** One of those that the default plan has for this quarter. */
  readonly planned: boolean;
  /** Parties that have not rated it yet, or not in this quarter. */
  readonly waitingFor: readonly string[];
  /** One for each party that has rated it. */
  readonly levels: readonly LevelBefore[];
  readonly entries: readonly string[];
}

export interface ToRate extends ScoredDates {
  /** The quarter of the calendar, such as `2026-Q1`. */
  readonly quarter: string;
  /** What the levels mean, for whoever rates. */
  readonly scale: Rubric['scale'];
  /** Without factors that are not applicable: what nobody or not everybody has rated first, then the oldest ratings. */
  readonly toRate: readonly FactorToRate[];
}

/**
 * Which factors to rate next: four in each quarter, those whose ratings are oldest, less those that every party has rated
 * in it already. Beside each what it is after, what the parties said last and what was logged since. A round may name any others.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function toRateOf(views: Views, relationship: string, clocks: Clocks, now: number): Promise<ToRate> {
  const scored = await scoredIn(views, relationship, clocks, now);
  const { dates, day, parties, standings } = scored;
  const quarter = quarterOf(day);
  const inOrder = standings.factors
    .filter(({ status }) => status !== 'not-applicable')
    .map((factor) => ({
      factor,
      waitingFor: waitingFor(factor, parties, quarter.from),
      oldest: oldest(factor, parties),
    }))
    .sort((a, b) => a.oldest - b.oldest || b.factor.factor.weight - a.factor.factor.weight);
  const ratedAlready = inOrder.filter(({ waitingFor }) => waitingFor.length === 0).length;
  const open = inOrder.filter(({ waitingFor }) => waitingFor.length > 0);
  const planned = new Set(open.slice(0, Math.max(0, FACTORS_PER_QUARTER - ratedAlready)));
  const logged = loggedByFactor(scored);
  const rubric = await rubricOf(views, relationship, clocks, now);
  const aims = new Map(rubric.factors.map(({ code, aim }) => [code, aim]));
  return {
    ...dates,
    quarter: quarter.name,
    scale: rubric.scale,
    toRate: inOrder.map((each): FactorToRate => {
      const { code, name, weight } = each.factor.factor;
      const levels = (each.factor.side?.latest ?? []).map(({ party, rating }) =>
        levelBefore(party, rating, logged.get(code) ?? []),
      );
      return {
        ...{ factor: code, name, aim: aims.get(code) ?? null, weight },
        ...{ status: each.factor.status, score: fourDecimalsOrNull(each.factor.score) },
        ...{ planned: planned.has(each), waitingFor: each.waitingFor, levels },
        entries: [
          ...new Set([...entriesBehind(each.factor, scored.standing), ...levels.flatMap(({ since }) => since)]),
        ],
      };
    }),
  };
}

function quarterOf(day: number): { readonly name: string; readonly from: number } {
  const [year = '', month = ''] = formatDay(day).split('-');
  const quarter = Math.ceil(Number(month) / 3);
  const firstMonth = String(quarter * 3 - 2).padStart(2, '0');
  return { name: `${year}-Q${quarter}`, from: parseDay(`${year}-${firstMonth}-01`) ?? day };
}

function waitingFor({ side }: FactorScore, parties: readonly string[], from: number): string[] {
  const rated = new Set((side?.latest ?? []).filter(({ rating }) => rating.day >= from).map(({ party }) => party));
  return parties.filter((party) => !rated.has(party));
}

/** The day of the oldest of the parties' ratings; minus infinity while one of them has none. */
function oldest({ side }: FactorScore, parties: readonly string[]): number {
  const latest = side?.latest ?? [];
  return latest.length < parties.length ? -Infinity : Math.min(...latest.map(({ rating }) => rating.day));
}

/** What counts at both clocks and is no rating, as it was recorded, by factor. */
function loggedByFactor({ reading, day }: Scored): ReadonlyMap<number | null, readonly EntryReading[]> {
  const logged = reading.entries.filter(
    (entry) => entry.day <= day && entry.status !== 'voided' && !Ratings.isRating(entry),
  );
  return Map.groupBy(logged.sort(compareRecorded), ({ factor }) => factor);
}

function levelBefore(party: string, rating: Rating, logged: readonly EntryReading[]): LevelBefore {
  const { level, evidenced, day, entry, entries } = rating;
  const since = logged.filter((other) => compareRecorded(other, entry) > 0);
  return { party, level, evidenced, rated: formatDay(day), ratings: entries, since: idsOf(since.reverse()) };
}
