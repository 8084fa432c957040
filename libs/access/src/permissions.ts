import type { Role } from '@app/ledger';

/** What can be done with a ledger, as routes declare it. */
export type Permission =
  | 'create-relationship'
  | 'list-relationships'
  | 'read-score'
  | 'read-entries'
  | 'log-entries'
  | 'write-entries'
  | 'read-own-session';

/**
 * Who may do what, within the relationships that the token names. Members and sponsors write for their own party and
 * read everything, also what the other party logged. An auditor logs audits and findings, in nobody's name but its own,
 * and answers nothing. An operator sees ids and titles, never an entry or a score.
 */
export const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  member: ['list-relationships', 'read-score', 'read-entries', 'log-entries', 'write-entries', 'read-own-session'],
  sponsor: ['list-relationships', 'read-score', 'read-entries', 'log-entries', 'write-entries', 'read-own-session'],
  facilitator: ['list-relationships', 'read-score', 'read-entries', 'read-own-session'],
  auditor: ['list-relationships', 'read-score', 'read-entries', 'log-entries', 'read-own-session'],
  reporter: ['list-relationships', 'read-score', 'read-own-session'],
  operator: ['create-relationship', 'list-relationships', 'read-own-session'],
};

export const ROLES = Object.keys(PERMISSIONS) as readonly Role[];

export function may(role: Role, permission: Permission): boolean {
  return PERMISSIONS[role].includes(permission);
}

/** How a role is bound: to a party or to none, and to how many relationships. */
export const BINDINGS: Readonly<
  Record<Role, { readonly party: 'required' | 'none'; readonly relationships: 'none' | 'one' | 'several' }>
> = {
  member: { party: 'required', relationships: 'one' },
  sponsor: { party: 'required', relationships: 'one' },
  facilitator: { party: 'none', relationships: 'one' },
  auditor: { party: 'none', relationships: 'one' },
  reporter: { party: 'none', relationships: 'several' },
  operator: { party: 'none', relationships: 'none' },
};
