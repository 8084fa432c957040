import { client, type Schemas } from '../api/client';

const PAGE = '2000';

/** All entries at both clocks, page by page; says how many there are so far. */
export async function readTrail(
  relationship: string,
  clocks: { readonly asOf: string; readonly knownAt: string },
  onRead: (count: number) => void,
): Promise<Schemas['EntryAnswer'][]> {
  const entries: Schemas['EntryAnswer'][] = [];
  let after: string | null = null;
  do {
    const query: { asOf: string; knownAt: string; limit: string; after?: string } = { ...clocks, limit: PAGE };
    if (after !== null) query.after = after;
    const { data } = await client.GET('/api/v1/relationships/{relationship}/trail', {
      params: { path: { relationship }, query },
    });
    entries.push(...(data?.entries ?? []));
    after = data?.next ?? null;
    onRead(entries.length);
  } while (after !== null);
  return entries;
}
