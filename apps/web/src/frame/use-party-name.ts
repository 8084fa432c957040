import { useCallback } from 'react';
import { api } from '../api/client';
import { useView } from './use-view';

/** The name of a party of the relationship by its id; null of what is none. */
export function usePartyName(): (party: string) => string | null {
  const { relationship } = useView();
  const { data } = api.useQuery('get', '/api/v1/relationships/{relationship}', { params: { path: { relationship } } });
  const parties = data?.parties;
  return useCallback((party) => parties?.find(({ id }) => id === party)?.name ?? null, [parties]);
}
