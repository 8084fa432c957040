import { useEffect } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';

interface PageOf {
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

interface AskedPages<Page extends PageOf> {
  /** Of the first page: what is read again with everything else of the relationship begins as `read-again.ts` says. */
  readonly queryKey: readonly unknown[];
  readonly readPage: (after: { readonly after?: string }, signal: AbortSignal) => Promise<Page>;
}

/** All pages of a read, one after the other. */
export function useAllPages<Page extends PageOf>({ queryKey, readPage }: AskedPages<Page>) {
  const read = useInfiniteQuery({
    queryKey: [...queryKey, 'pages'],
    queryFn: ({ pageParam, signal }) => readPage(pageParam === null ? {} : { after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const { hasNextPage, isFetching, fetchNextPage, data, error } = read;
  useEffect(() => {
    if (hasNextPage && !isFetching && error === null) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  return { pages: data?.pages, isWhole: data !== undefined && !hasNextPage, error };
}
