import type { Clocks } from '../parameters';
import { entriesBehind, scoredIn, type ScoredDates } from '../scored';
import { formatDay } from '../scoring/days';
import type { FactorScore, FactorStatus } from '../scoring/factor-score';
import { fourDecimals, fourDecimalsOrNull } from '../scoring/rounding';
import type { Views } from '../views';

/** Whether the parties see a factor alike, from each party's latest level. */
export type Seen = 'agreed-strength' | 'agreed-weakness' | 'seen-differently' | 'not-seen-by-all' | 'in-hand';

export interface Gap {
  /** Code of the factor. */
  readonly factor: number;
  readonly name: string;
  readonly weight: number;
  readonly seen: Seen;
  readonly status: FactorStatus;
  /** Latest level of each party that rated it, by party; halves where it is a median. */
  readonly levels: Readonly<Record<string, number>>;
  /** Points between the highest and the lowest rating, 0 to 100; null of fewer than two. */
  readonly gap: number | null;
  /** Weight times gap; by it the board is ordered. Null where there is no gap to tell. */
  readonly urgency: number | null;
  /** F. */
  readonly score: number | null;
  readonly before: {
    readonly asOf: string;
    readonly seen: Seen;
    readonly gap: number | null;
    readonly score: number | null;
  };
  /** F now less F then; null where there was none, or is none. */
  readonly change: number | null;
  /** Ids of the ratings behind the levels, then of the other entries that the score rests on. */
  readonly entries: readonly string[];
}

export interface Gaps extends ScoredDates {
  /** Without factors that are not applicable; the widest gap by weight first. */
  readonly gaps: readonly Gap[];
}

/** What a board is compared with lies so many days before it. */
const TREND_DAYS = 365;

/** Levels from which, and up to which, all sides see a strength or a weakness. */
const STRONG = 3;
const WEAK = 1;
/** Levels between two sides that see a factor differently, wherever they lie. */
const APART = 2;

/** @throws Problem `relationship-not-found`, `invalid-parameter` */
export async function gapsOf(views: Views, relationship: string, clocks: Clocks, now: number): Promise<Gaps> {
  const { dates, day, reading, parties, standing, standings } = await scoredIn(views, relationship, clocks, now);
  const then = day - TREND_DAYS;
  const partiesThen = reading.parties(then);
  const behind = standings.factors.map((factor) => entriesBehind(factor, standing));
  const before = standing.at(then);
  const rows = standings.factors.flatMap((factor, place): Gap[] => {
    const earlier = before.factors[place];
    if (factor.status === 'not-applicable' || earlier === undefined) return [];
    const { code, name, weight } = factor.factor;
    const [gap, score, scoreThen] = [factor.gap, factor.score, earlier.score].map(fourDecimalsOrNull);
    return [
      {
        ...{ factor: code, name, weight, seen: seenBy(factor, parties), status: factor.status },
        levels: Object.fromEntries((factor.side?.latest ?? []).map(({ party, rating }) => [party, rating.level])),
        gap: gap ?? null,
        urgency: factor.gap === null ? null : fourDecimals(weight * factor.gap),
        score: score ?? null,
        before: {
          asOf: formatDay(then),
          seen: seenBy(earlier, partiesThen),
          gap: fourDecimalsOrNull(earlier.gap),
          score: scoreThen ?? null,
        },
        change: factor.score === null || earlier.score === null ? null : fourDecimals(factor.score - earlier.score),
        entries: behind[place] ?? [],
      },
    ];
  });
  return { ...dates, gaps: rows.sort((a, b) => (b.urgency ?? 0) - (a.urgency ?? 0)) };
}

function seenBy({ side }: FactorScore, parties: readonly string[]): Seen {
  const levels = (side?.latest ?? []).map(({ rating }) => rating.level);
  // What one party alone sees nobody agreed to, though no other be left.
  if (levels.length < Math.max(2, parties.length)) return 'not-seen-by-all';
  const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
  if (lowest >= STRONG) return 'agreed-strength';
  if (highest <= WEAK) return 'agreed-weakness';
  return (lowest <= WEAK && highest >= 2) || highest - lowest >= APART ? 'seen-differently' : 'in-hand';
}
