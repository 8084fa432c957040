import { PAGE_ENTRIES, readPage, type Page, type Place, type ReadPage } from './pages';

interface Numbered {
  readonly revision: number;
}

/** A ledger of which every n-th entry matches, paged as the API does it. */
function ledger(size: number, every = 1) {
  const matching = Array.from({ length: size }, (_, revision) => ({ revision })).filter(
    ({ revision }) => revision % every === 0,
  );
  const asked: (number | null)[] = [];
  const read: ReadPage<Numbered> = (after) => {
    asked.push(after);
    const rest = matching.filter(({ revision }) => revision > (after ?? -1));
    const entries = rest.slice(0, PAGE_ENTRIES);
    return Promise.resolve({ entries, next: rest.length > PAGE_ENTRIES ? String(entries.at(-1)?.revision) : null });
  };
  return { read, asked, revisions: matching.map(({ revision }) => revision) };
}

async function allOf(read: ReadPage<Numbered>, first: Place): Promise<number[]> {
  const found: number[] = [];
  for (let place: Place | null = first; place !== null;) {
    const page: Page<Numbered> = await readPage(read, place);
    found.push(...page.entries.map(({ revision }) => revision));
    place = page.next;
  }
  return found;
}

const newest = (size: number): Place => ({ order: 'newest', from: size - 1, width: PAGE_ENTRIES });

describe('the pages of the ledger', () => {
  it.each([
    [0, 1],
    [1, 1],
    [PAGE_ENTRIES, 1],
    [PAGE_ENTRIES + 1, 1],
    [3333, 1],
    [3333, 7],
    [20_000, 999],
  ])('hold every entry once, in either order: %d entries, each %d. matching', async (size, every) => {
    const { read, revisions } = ledger(size, every);
    expect(await allOf(read, { order: 'oldest', after: null })).toEqual(revisions);
    if (size > 0) expect(await allOf(read, newest(size))).toEqual(revisions.toReversed());
  });

  it('take one read each where all match', async () => {
    const { read, asked } = ledger(1000);
    await allOf(read, newest(1000));
    expect(asked).toEqual([749, 499, 249, null]);
  });

  it('look further back where little matches, in few reads', async () => {
    const { read, asked } = ledger(100_000, 50_000);
    expect(await allOf(read, newest(100_000))).toEqual([50_000, 0]);
    expect(asked.length).toBeLessThan(10);
  });
});
