import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { client, type Schemas } from '../api/client';
import { isWithin, knownWithin, type Period } from './period';

const PAGE = '500';
const PATH = '/api/v1/relationships/{relationship}/entries';
type Entry = Schemas['EntryAnswer'];

/** The entries that were recorded in a period, in the order of the ledger. */
export function usePeriodEntries(
  relationship: string,
  period: Period,
  knownAt: string | undefined,
): UseQueryResult<readonly Entry[]> {
  const path = { relationship };
  return useQuery({
    // Read again with everything else of the relationship: `read-again.ts`.
    queryKey: ['get', PATH, { params: { path }, period, knownAt }],
    queryFn: async ({ signal }) => {
      const found: Entry[] = [];
      let after: string | null = '';
      while (after !== null) {
        const query: Record<string, string> = { knownAt: knownWithin(period, knownAt), order: 'desc', limit: PAGE };
        if (after !== '') query['after'] = after;
        const page: Schemas['EntriesAnswer'] | undefined = (await client.GET(PATH, { params: { path, query }, signal }))
          .data;
        found.push(...(page?.entries.filter(({ recorded }) => isWithin(recorded, period)) ?? []));
        // From the last backwards: what was recorded before the period is not read.
        const isBefore = (page?.entries.at(-1)?.recorded ?? '').slice(0, 10) < period.from;
        after = isBefore ? null : (page?.next ?? null);
      }
      return found.reverse();
    },
  });
}
