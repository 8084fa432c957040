/** Entries that the API gives at once. */
export const PAGE_ENTRIES = 250;
/** How much further a page looks back where the last one found nothing. */
const WIDENING = 8;

interface Numbered {
  readonly revision: number;
}

/** Entries in ledger order after a revision, as the API pages them; `next` is null where there are no more. */
export type ReadPage<Entry extends Numbered> = (
  after: number | null,
) => Promise<{ readonly entries: readonly Entry[]; readonly next: string | null }>;

/** Where a page begins. Forwards: after which revision. Backwards: from which one, and how far back it looks. */
export type Place =
  | { readonly order: 'oldest'; readonly after: number | null }
  | { readonly order: 'newest'; readonly from: number; readonly width: number };

export interface Page<Entry extends Numbered> {
  readonly entries: readonly Entry[];
  /** Null: there is no more. */
  readonly next: Place | null;
}

/**
 * One page of the ledger. The API pages from the oldest on; backwards, a window of revisions is read whole and turned
 * round, and the next is made as wide as it takes to find a page in it: what seldom matches is looked for further.
 */
export async function readPage<Entry extends Numbered>(read: ReadPage<Entry>, place: Place): Promise<Page<Entry>> {
  if (place.order === 'oldest') {
    const { entries, next } = await read(place.after);
    return { entries, next: next === null ? null : { order: 'oldest', after: Number(next) } };
  }
  let { from, width } = place;
  for (;;) {
    const low = Math.max(0, from - width + 1);
    const entries = (await readWindow(read, low, from)).reverse();
    width = widthAfter(width, entries.length);
    from = low - 1;
    if (from < 0) return { entries, next: null };
    if (entries.length > 0) return { entries, next: { order: 'newest', from, width } };
  }
}

async function readWindow<Entry extends Numbered>(read: ReadPage<Entry>, low: number, high: number): Promise<Entry[]> {
  const found: Entry[] = [];
  let after = low === 0 ? null : low - 1;
  for (;;) {
    const { entries, next } = await read(after);
    found.push(...entries.filter(({ revision }) => revision <= high));
    if (next === null || Number(next) >= high) return found;
    after = Number(next);
  }
}

function widthAfter(width: number, found: number): number {
  if (found === 0) return width * WIDENING;
  return Math.min(width * WIDENING, Math.max(PAGE_ENTRIES, Math.round((width * PAGE_ENTRIES) / found)));
}
