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

/** The last point that is not after the day; the first where all are. */
export function pointAt(points: readonly CoursePoint[], day: string | undefined): number {
  if (day === undefined) return points.length - 1;
  const after = points.findIndex(({ asOf }) => asOf > day);
  if (after === -1) return points.length - 1;
  return Math.max(0, after - 1);
}

/** The clocks that look at a point; at the last one what had happened is what has. */
export function clocksAt(points: readonly CoursePoint[], index: number, clocks: Clocks, telling: Telling): Clocks {
  const asOf = index === points.length - 1 ? undefined : points[index]?.asOf;
  const knownAt = telling === 'as-known' ? asOf : clocks.knownAt;
  return { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };
}
