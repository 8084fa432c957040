import { api } from '../api/client';
import { useView } from '../frame/use-view';

export interface FactorPoint {
  readonly asOf: string;
  readonly score: number | null;
}

/** The course of a factor, or of all, up to the day that is looked at. */
export function useFactorCourses(factor: number | 'all') {
  const { params, clocks } = useView();
  const { asOf, knownAt } = clocks;
  const query = {
    factor: String(factor),
    ...(asOf === undefined ? {} : { to: asOf }),
    ...(knownAt === undefined ? {} : { knownAt }),
  };
  return api.useQuery('get', '/api/v1/relationships/{relationship}/score/history', {
    params: { path: params.path, query },
  });
}
