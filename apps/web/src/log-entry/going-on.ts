import type { Schemas } from '../api/client';
import type { Session } from '../api/session';

type Entry = Pick<Schemas['EntryAnswer'], 'party' | 'loggedBy'>;

/** What only whoever began something may go on with, by kind: the field that names it. */
const FOR_ITS_AUTHOR: Readonly<Record<string, string>> = { 'finding.raised': 'audit', 'finding.closed': 'finding' };

/** Whether entries of a kind name in this field only what their author began. */
export function isForItsAuthor(kind: string, field: string): boolean {
  return FOR_ITS_AUTHOR[kind] === field;
}

/** Whether it was the session's side that logged it: of a third party's entry, whoever reported it. */
export function isOwn({ party, loggedBy }: Entry, session: Pick<Session, 'party' | 'role'>): boolean {
  const own = session.role === 'auditor' ? 'auditor' : session.party;
  return own !== null && own === (party === 'third-party' ? loggedBy : party);
}
