import type { Schemas } from '../api/client';
import type { ChangedSearch } from './changed-search';
import { yearBefore } from '../clocks/clocks';

type Point = Pick<Schemas['PointAnswer'], 'asOf' | 'score'>;

export interface Ends {
  readonly from: string;
  readonly to: string;
}

/** The first day of the course with a score; null where there is none. */
export function firstScored(points: readonly Point[]): string | null {
  return points.find(({ score }) => score !== null)?.asOf ?? null;
}

/** The day of the course with a score that lies nearest to a day; null where there is none. */
export function nearestScored(points: readonly Point[], day: string): string | null {
  const away = ({ asOf }: Point): number => Math.abs(Date.parse(asOf) - Date.parse(day));
  const [nearest] = points.filter(({ score }) => score !== null).sort((a, b) => away(a) - away(b));
  return nearest?.asOf ?? null;
}

/** The two days that are compared, the earlier first: as the address says, else the year up to what is looked at. */
export function endsOf({ from, to }: ChangedSearch, points: readonly Point[], asOf: string | undefined): Ends {
  const last = to ?? asOf ?? points.at(-1)?.asOf ?? '';
  const first = from ?? laterOf(yearBefore(last), firstScored(points) ?? '');
  return inOrder(first, last);
}

/** Two days, the earlier first. */
export function inOrder(one: string, other: string): Ends {
  return one <= other ? { from: one, to: other } : { from: other, to: one };
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}

const DAY_MS = 86_400_000;

/** The day of the latest ratings that a score rests on; null where nobody has rated. */
export function lastRated({ asOf, factors }: Pick<Schemas['ScoreAnswer'], 'asOf' | 'factors'>): string | null {
  const ages = factors.flatMap(({ ratings }) => Object.values(ratings).map(({ ageDays }) => ageDays));
  if (ages.length === 0) return null;
  return new Date(Date.parse(asOf) - Math.min(...ages) * DAY_MS).toISOString().slice(0, 10);
}
