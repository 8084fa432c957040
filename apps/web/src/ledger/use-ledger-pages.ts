import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../api/client';
import { useView } from '../frame/use-view';
import type { LedgerSearch } from './ledger-search';
import { PAGE_ENTRIES, readPage, type Place } from './pages';

/** The entries of the ledger that are asked for, page by page as one scrolls. */
export function useLedgerPages({ order, ...conditions }: LedgerSearch) {
  const { relationship, clocks } = useView();
  return useInfiniteQuery({
    // Not the key of a read that every new entry repeats: pages that were read hold, and the screen says what is newer.
    queryKey: ['ledger', relationship, clocks, conditions, order],
    initialPageParam: null as Place | null,
    queryFn: async ({ pageParam, signal }) => {
      const path = { relationship };
      const ledgerSize = pageParam === null ? await sizeOf(relationship, signal) : null;
      const read = async (after: number | null) => {
        const cursor = after === null ? {} : { after: String(after) };
        const params = { path, query: { ...clocks, ...conditions, ...cursor, limit: String(PAGE_ENTRIES) } };
        const { data } = await client.GET('/api/v1/relationships/{relationship}/entries', { params, signal });
        return data ?? { entries: [], next: null };
      };
      const page = await readPage(read, pageParam ?? firstPlace(order, ledgerSize ?? 0));
      return { ...page, ledgerSize };
    },
    getNextPageParam: ({ next }) => next,
  });
}

function firstPlace(order: LedgerSearch['order'], ledgerSize: number): Place {
  return order === 'oldest'
    ? { order, after: null }
    : { order: 'newest', from: Math.max(0, ledgerSize - 1), width: PAGE_ENTRIES };
}

/** Entries of the ledger, which are numbered from 0. */
async function sizeOf(relationship: string, signal: AbortSignal): Promise<number> {
  const params = { path: { relationship } };
  const { data } = await client.GET('/api/v1/relationships/{relationship}', { params, signal });
  return data?.entries ?? 0;
}
