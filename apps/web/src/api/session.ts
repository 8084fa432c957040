import { api, type Schemas } from './client';

export type Session = Schemas['SessionAnswer'];

/** Who is signed in; a problem `unauthenticated` where nobody is. */
export function useSession() {
  return api.useQuery('get', '/api/v1/session');
}

/** Whether the session may read entries, and all that is said of them; a reporter reads scores alone. */
export function mayReadEntries({ role }: Session): boolean {
  return role !== 'reporter' && role !== 'operator';
}

/** Whether the session may log and answer for a party. */
export function speaksForParty({ party, role }: Session): boolean {
  return party !== null && (role === 'member' || role === 'sponsor');
}

/** Whether the session may log anything at all; an auditor audits and findings alone. */
export function mayLog(session: Session): boolean {
  return speaksForParty(session) || session.role === 'auditor';
}
