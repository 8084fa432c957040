/** What parts of a draft’s name are divided by: `draft:RELATIONSHIP:MEMBER`, `round-draft/RELATIONSHIP/ROUND/MEMBER`. */
const DRAFT = /^(?:round-)?draft[:/]/;
const BETWEEN = /[:/]/;

/** The names under which drafts of a member are kept in this browser. */
export function draftsOf(storage: Storage, member: string): readonly string[] {
  const parts = new Set([member, encodeURIComponent(member)]);
  return Object.keys(storage).filter(
    (name) =>
      DRAFT.test(name) &&
      name
        .split(BETWEEN)
        .slice(1)
        .some((part) => parts.has(part)),
  );
}

/** Drafts belong to who wrote them: whoever signs in here next finds none. */
export function removeDrafts(storage: Storage, member: string): void {
  for (const name of draftsOf(storage, member)) storage.removeItem(name);
}
