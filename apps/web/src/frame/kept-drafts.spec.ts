import { draftsOf, removeDrafts } from './kept-drafts';

/** Names are the keys of a storage, as in a browser. */
function storageOf(names: readonly string[]): Storage {
  const kept = Object.fromEntries(names.map((name) => [name, '{}']));
  Object.defineProperty(kept, 'removeItem', { value: (name: string) => delete kept[name] });
  return kept as unknown as Storage;
}

describe('drafts that a browser keeps', () => {
  const OWN = ['draft:north-road:m-1', 'draft:north-road:m-1:issue.raised', 'round-draft/north-road/r-1/m-1'];
  const OTHER = ['draft:north-road:m-10', 'draft:m-2:m-3', 'round-draft/north-road/r-1/m-2', 'colour-scheme', 'm-1'];

  it('are those of their member', () => {
    expect(draftsOf(storageOf([...OWN, ...OTHER]), 'm-1')).toEqual(OWN);
  });

  it('go with their member, and no others', () => {
    const storage = storageOf([...OWN, ...OTHER]);
    removeDrafts(storage, 'm-1');
    expect(Object.keys(storage)).toEqual(OTHER);
  });
});
