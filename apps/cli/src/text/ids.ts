/** Ids that are named; of the rest the number is. */
const IDS_NAMED = 3;

/** Ids of entries, where a line has room for a few. */
export function idsText(ids: readonly string[]): string {
  const more = ids.length - IDS_NAMED;
  return [...ids.slice(0, IDS_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
