import { EntryLink as Link } from '../frame/entry-link';

/** An entry by its id, as a link to it. */
export function EntryLink({ entry }: { readonly entry: string }) {
  return <Link entry={entry} style={WHOLE} />;
}

/** Ids of the sample are short, and read as one word; those of UUIDs may break. */
const WHOLE = { display: 'inline-block', minWidth: '4rem' };
