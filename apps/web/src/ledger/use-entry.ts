import { useQueries, useQueryClient } from '@tanstack/react-query';
import { api, client } from '../api/client';
import { useView } from '../frame/use-view';
import type { LedgerEntry } from './answering';

const PATH = '/api/v1/relationships/{relationship}/entries/{entry}';

/** An entry as both clocks show it. */
export function useEntry(entry: string) {
  const { relationship, clocks } = useView();
  return api.useQuery('get', PATH, { params: { path: { relationship, entry }, query: clocks } });
}

/** What answers it, in its order; what is not read yet is not there yet. */
export function useAnswersTo(entry: LedgerEntry): {
  readonly answers: readonly LedgerEntry[];
  readonly isAll: boolean;
} {
  const { relationship, clocks } = useView();
  return useQueries({
    queries: entry.answeredBy.map((id) =>
      api.queryOptions('get', PATH, { params: { path: { relationship, entry: id }, query: clocks } }),
    ),
    combine: (reads) => ({
      answers: reads.flatMap(({ data }) => (data === undefined ? [] : [data])),
      isAll: reads.every(({ data }) => data !== undefined),
    }),
  });
}

/** Reads an entry again as it is from a position of the ledger on. */
export function useReadAgain(entry: string): (seen: string) => Promise<void> {
  const { relationship, clocks } = useView();
  const queries = useQueryClient();
  return async (seen) => {
    const path = { relationship, entry };
    const { data } = await client.GET(PATH, { params: { path, query: { ...clocks, seen } } });
    queries.setQueryData(api.queryOptions('get', PATH, { params: { path, query: clocks } }).queryKey, data);
  };
}
