import { mayReadEntries, useSession } from '../api/session';
import { TextLink } from './links';
import { useView } from './use-view';

/** A link to an entry; to who may not read it, its id alone. */
export function EntryLink({
  entry,
  isWhole = false,
  children,
}: {
  readonly entry: string;
  /** Short ids, as those of the sample, are read as one word; those of UUIDs may break. */
  readonly isWhole?: boolean;
  readonly children?: string;
}) {
  const { relationship } = useView();
  const { data: session } = useSession();
  if (session === undefined || !mayReadEntries(session)) return children ?? entry;
  return (
    <TextLink
      to="/r/$relationship/ledger/$entry"
      params={{ relationship, entry }}
      {...(isWhole && { style: { display: 'inline-block', minWidth: '4rem' } })}
    >
      {children ?? entry}
    </TextLink>
  );
}
