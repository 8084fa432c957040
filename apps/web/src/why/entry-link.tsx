import { mayReadEntries, useSession } from '../api/session';
import { TextLink } from '../frame/links';
import { useView } from '../frame/use-view';

/** A link to an entry; to who may not read it, its id alone. */
export function EntryLink({ entry, children }: { readonly entry: string; readonly children?: string }) {
  const { relationship } = useView();
  const { data: session } = useSession();
  if (session === undefined || !mayReadEntries(session)) return children ?? entry;
  return (
    <TextLink to="/r/$relationship/ledger/$entry" params={{ relationship, entry }}>
      {children ?? entry}
    </TextLink>
  );
}

/** Links to several entries, in their order. */
export function EntryLinks({ entries }: { readonly entries: readonly string[] }) {
  return entries.map((entry, index) => (
    <span key={entry}>
      {index > 0 && ', '}
      <EntryLink entry={entry} />
    </span>
  ));
}
