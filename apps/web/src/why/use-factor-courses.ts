import { useQueries } from '@tanstack/react-query';
import { api, type Schemas } from '../api/client';
import { useView } from '../frame/use-view';
import { daysUntil } from './course-days';

export interface FactorPoint {
  readonly asOf: string;
  readonly score: number | null;
}

interface FactorCourses {
  /** False while days are still being read. */
  readonly isRead: boolean;
  /** By code of the factor, in the order of time. */
  readonly courses: ReadonlyMap<number, readonly FactorPoint[]>;
}

/** The course of every factor up to the day that is looked at: the score on some days of the course of all. */
export function useFactorCourses(): FactorCourses {
  const { params, clocks } = useView();
  const { path } = params;
  const known = clocks.knownAt === undefined ? {} : { knownAt: clocks.knownAt };
  const history = api.useQuery('get', '/api/v1/relationships/{relationship}/score/history', {
    params: { path, query: known },
  });
  const days =
    history.data === undefined
      ? []
      : daysUntil(
          history.data.points.map(({ asOf }) => asOf),
          clocks.asOf,
        );
  return useQueries({
    queries: days.map((asOf) =>
      api.queryOptions('get', '/api/v1/relationships/{relationship}/score', {
        params: { path, query: { ...known, asOf } },
      }),
    ),
    combine: (reads) => ({
      isRead: history.data !== undefined && reads.every(({ isPending }) => !isPending),
      courses: coursesOf(reads.flatMap(({ data }) => (data === undefined ? [] : [data]))),
    }),
  });
}

function coursesOf(scores: readonly Schemas['ScoreAnswer'][]): Map<number, FactorPoint[]> {
  const courses = new Map<number, FactorPoint[]>();
  for (const { asOf, factors } of scores) {
    for (const { code, score } of factors) {
      courses.set(code, [...(courses.get(code) ?? []), { asOf, score }]);
    }
  }
  return courses;
}
