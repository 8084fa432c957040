import type { Schemas } from '../api/client';

export type CoursePoint = Schemas['PointAnswer'];

/** The days on which the version of the method changes, with the version from then on. */
export function methodBreaks(points: readonly CoursePoint[]): { asOf: string; factorSet: string }[] {
  return points.filter(({ factorSet }, index) => index > 0 && points[index - 1]?.factorSet !== factorSet);
}

/** The last point that is not after the day; the first where all are. */
export function pointAt(points: readonly CoursePoint[], day: string | undefined): number {
  if (day === undefined) return points.length - 1;
  const after = points.findIndex(({ asOf }) => asOf > day);
  if (after === -1) return points.length - 1;
  return Math.max(0, after - 1);
}
