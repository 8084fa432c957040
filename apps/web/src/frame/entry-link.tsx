import type { CSSProperties } from 'react';
import { mayReadEntries, useSession } from '../api/session';
import { TextLink } from './links';
import { useView } from './use-view';

/** A link to an entry; to who may not read it, its id alone. */
export function EntryLink({
  entry,
  children,
  style,
}: {
  readonly entry: string;
  readonly children?: string;
  readonly style?: CSSProperties;
}) {
  const { relationship } = useView();
  const { data: session } = useSession();
  if (session === undefined || !mayReadEntries(session)) return children ?? entry;
  return (
    <TextLink to="/r/$relationship/ledger/$entry" params={{ relationship, entry }} {...(style && { style })}>
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
