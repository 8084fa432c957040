import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';

/** An entry by its id, as a link to it. */
export function EntryLink({ entry }: { readonly entry: string }) {
  const { relationship } = useView();
  return (
    <TextLink to="/r/$relationship/ledger/$entry" params={{ relationship, entry }} style={WHOLE}>
      {entry}
    </TextLink>
  );
}

/** Ids of the sample are short, and read as one word; those of UUIDs may break. */
const WHOLE = { display: 'inline-block', minWidth: '4rem' };
