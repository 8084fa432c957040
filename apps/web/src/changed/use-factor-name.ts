import { useCallback } from 'react';
import { useSearch } from '@tanstack/react-router';
import { api } from '../api/client';
import { useView } from '../frame/use-view';

/** Code and name of a factor, as the method has it at the end that is compared; its code alone until that is there. */
export function useFactorName(): (code: number) => string {
  const { params } = useView();
  const { to } = useSearch({ from: '/framed/r/$relationship/changed' });
  const { path, query } = params;
  const { data } = api.useQuery('get', '/api/v1/relationships/{relationship}/rubric', {
    params: { path, query: { ...query, ...(to === undefined ? {} : { asOf: to }) } },
  });
  const factors = data?.factors;
  return useCallback(
    (code) => {
      const factor = factors?.find((one) => one.code === code);
      return factor === undefined ? String(code) : `${code} ${factor.name}`;
    },
    [factors],
  );
}
