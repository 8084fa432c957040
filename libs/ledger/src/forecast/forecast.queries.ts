import type { Clocks } from '../parameters';
import { entriesBehind, scoredIn, type ScoredDates } from '../scored';
import { formatDay } from '../scoring/days';
import type { FactorStatus } from '../scoring/factor-score';
import { changeOfView, outcomeOf, type Outcome } from '../scoring/outcome';
import { fourDecimalsOrNull } from '../scoring/rounding';
import { Standing } from '../scoring/standing';
import { supposing } from '../scoring/supposing';
import type { Views } from '../views';

/** Days ahead. */
const AHEAD = [30, 60, 90] as const;

/** A factor that stops being current. */
export interface GoingStale {
  /** Code of the factor. */
  readonly factor: number;
  readonly name: string;
  readonly weight: number;
  readonly status: FactorStatus;
  /** F then; null where there is none. */
  readonly score: number | null;
  /** Ids of the ratings that are too old then, and of the events that are left. */
  readonly entries: readonly string[];
}

export interface Forecast extends Outcome {
  readonly days: number;
  /** `YYYY-MM-DD` */
  readonly on: string;
  /** By how much M is higher then; null where one of both has none. */
  readonly effect: number | null;
  /** What is current now and stale or missing then, in the order of the factor set. */
  readonly goingStale: readonly GoingStale[];
  /** Ids of the entries behind those. */
  readonly entries: readonly string[];
}

export interface ForecastAnswer extends ScoredDates {
  readonly now: Outcome;
  readonly forecast: readonly Forecast[];
}

const CURRENT: ReadonlySet<FactorStatus> = new Set(['bilateral', 'unilateral', 'events-only']);

/**
 * What becomes of the score if nothing more happens, under the method in force: entries grow older, disputes are
 * reviewed, ratings go stale.
 *
 * @throws Problem `relationship-not-found`, `invalid-parameter`
 */
export async function forecastOf(
  views: Views,
  relationship: string,
  clocks: Clocks,
  now: number,
): Promise<ForecastAnswer> {
  const { dates, day, known, reading, set, standings } = await scoredIn(views, relationship, clocks, now);
  // Whatever happened since the day of the question is left out, though it may be known by now.
  const happened = known.filter((fact) => (reading.entry(fact.id)?.day ?? day) <= day);
  const standing = new Standing(supposing(happened, [], day), set);
  const forecast = AHEAD.map((days): Forecast => {
    const later = standing.at(day + days);
    const goingStale = later.factors.flatMap((factor, place): GoingStale[] => {
      const { status, score } = factor;
      const isCurrent = CURRENT.has(standings.factors[place]?.status ?? 'missing');
      if (!isCurrent || (status !== 'stale' && status !== 'missing')) return [];
      const { code, name, weight } = factor.factor;
      const entries = entriesBehind(factor, standing);
      return [{ factor: code, name, weight, status, score: fourDecimalsOrNull(score), entries }];
    });
    return {
      ...{ days, on: formatDay(day + days), ...outcomeOf(later), effect: changeOfView(standings, later), goingStale },
      entries: [...new Set(goingStale.flatMap(({ entries }) => entries))],
    };
  });
  return { ...dates, now: outcomeOf(standings), forecast };
}
