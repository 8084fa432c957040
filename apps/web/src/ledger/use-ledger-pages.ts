import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../api/client';
import { useView } from '../frame/use-view';
import type { LedgerSearch } from './ledger-search';

/** Entries that the API gives at once. */
const PAGE_ENTRIES = '250';

/** The entries of the ledger that are asked for, page by page as one scrolls. */
export function useLedgerPages({ order, ...conditions }: LedgerSearch) {
  const { relationship, clocks } = useView();
  const asked = { ...clocks, ...conditions, order: order === 'oldest' ? 'asc' : 'desc', limit: PAGE_ENTRIES };
  return useInfiniteQuery({
    // Not the key of a read that every new entry repeats: pages that were read hold, and the screen says what is newer.
    queryKey: ['ledger', relationship, asked],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam === null ? asked : { ...asked, after: pageParam };
      const params = { path: { relationship }, query };
      const { data } = await client.GET('/api/v1/relationships/{relationship}/entries', { params, signal });
      return data ?? { entries: [], ledgerSize: 0, next: null };
    },
    getNextPageParam: ({ next }) => next,
  });
}
