/** What a token lets its bearer be. An operator runs the service: creates relationships, reads none of their entries. */
export type Role = 'member' | 'sponsor' | 'facilitator' | 'auditor' | 'reporter' | 'operator';

/** Who speaks. `party` is null for facilitators, auditors, reporters and operators. */
export interface Author {
  readonly member: string;
  readonly role: Role;
  readonly party: string | null;
}
