import { useQueries } from '@tanstack/react-query';
import { api } from '../api/client';
import { asItReads } from './as-it-reads';
import { thingsOf } from './things';
import { useView } from './use-view';

/** What was begun by an earlier entry, such as an issue, by its title; its id until that is read. */
export function ThingName({ field, id }: { readonly field: string; readonly id: string }) {
  const { relationship } = useView();
  const { data: catalogue } = api.useQuery('get', '/api/v1/catalogue');
  const fields = catalogue?.kinds.flatMap((kind) => kind.fields) ?? [];
  const makers = fields.find(({ name, makers: kinds }) => name === field && kinds !== undefined)?.makers ?? [];
  const reads = useQueries({
    queries: makers.map((kind) =>
      api.queryOptions('get', '/api/v1/relationships/{relationship}/trail', {
        params: { path: { relationship }, query: { kind } },
      }),
    ),
  });
  const entries = reads.flatMap(({ data }) => data?.entries.map(asItReads) ?? []);
  return thingsOf(field, entries).find(({ value }) => value === id)?.label ?? id;
}
