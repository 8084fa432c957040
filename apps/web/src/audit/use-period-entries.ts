import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { client, type Schemas } from '../api/client';
import { isWithin, type Period } from './period';

const PAGE = '500';
const PATH = '/api/v1/relationships/{relationship}/entries';
type Entry = Schemas['EntryAnswer'];

/** The entries that were recorded in a period, in the order of the ledger. */
export function usePeriodEntries(relationship: string, period: Period): UseQueryResult<readonly Entry[]> {
  const path = { relationship };
  return useQuery({
    // Read again with everything else of the relationship: `read-again.ts`.
    queryKey: ['get', PATH, { params: { path }, period }],
    queryFn: async ({ signal }) => {
      const found: Entry[] = [];
      let after: string | null = '';
      while (after !== null) {
        const query: Record<string, string> = { knownAt: period.to, limit: PAGE };
        if (after !== '') query['after'] = after;
        const page: Schemas['EntriesAnswer'] | undefined = (await client.GET(PATH, { params: { path, query }, signal }))
          .data;
        found.push(...(page?.entries.filter(({ recorded }) => isWithin(recorded, period)) ?? []));
        after = page?.next ?? null;
      }
      return found;
    },
  });
}
