import type { Schemas } from '../api/client';
import type { Clocks } from '../clocks/clocks';
import type { Telling } from './course-search';

export type CoursePoint = Schemas['PointAnswer'];

export interface MethodBreak {
  /** The first point under the version, and the last one before it. */
  readonly asOf: string;
  readonly before: string;
  readonly factorSet: string;
}

/** Where the version of the method changes, with the version from then on. */
export function methodBreaks(points: readonly CoursePoint[]): MethodBreak[] {
  return points.flatMap(({ asOf, factorSet }, index) => {
    const before = points[index - 1];
    return before === undefined || before.factorSet === factorSet ? [] : [{ asOf, before: before.asOf, factorSet }];
  });
}

/** The course up to what was known: what lies behind it is no history. */
export function untilKnown(points: readonly CoursePoint[], knownAt: string | undefined): readonly CoursePoint[] {
  if (knownAt === undefined) return points;
  const known = points.filter(({ asOf }) => asOf <= knownAt.slice(0, 10));
  return known.length === 0 ? points.slice(0, 1) : known;
}

/** The last point that is not after the day; the first where all are. */
export function pointAt(points: readonly CoursePoint[], day: string | undefined): number {
  if (day === undefined) return points.length - 1;
  const after = points.findIndex(({ asOf }) => asOf > day);
  if (after === -1) return points.length - 1;
  return Math.max(0, after - 1);
}

/** The clocks that look at a point; at the last one what had happened is what has, unless the course ends in the past. */
export function clocksAt(points: readonly CoursePoint[], index: number, clocks: Clocks, telling: Telling): Clocks {
  const isNow = index === points.length - 1 && (telling === 'as-known' || clocks.knownAt === undefined);
  const asOf = isNow ? undefined : points[index]?.asOf;
  const knownAt = telling === 'as-known' ? asOf : clocks.knownAt;
  return { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };
}
