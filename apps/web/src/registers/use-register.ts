import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { client } from '../api/client';
import { useView } from '../frame/use-view';
import type { RegisterAnswer, RegisterName, RegisterPath } from './register-groups';

/** Any register; under the key that a reader of this one alone has too, so that it is read once. */
export function useRegister(register: RegisterName): UseQueryResult<RegisterAnswer> {
  const { params } = useView();
  const path: RegisterPath = `/api/v1/relationships/{relationship}/${register}`;
  return useQuery({
    queryKey: ['get', path, { params }],
    queryFn: async ({ signal }): Promise<RegisterAnswer> => {
      const { data } = await client.GET(path, { params, signal });
      if (data === undefined) throw new Error(`${path} answered nothing`);
      return data;
    },
  });
}
