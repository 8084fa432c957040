import type { Role } from '../entry/author';

/** Somebody who signs in to the sample: a post, never a person. */
export interface SampleMember {
  readonly member: string;
  /** Null for those who act for neither side. */
  readonly party: string | null;
  readonly role: Role;
  readonly post: string;
}

export const sampleMembers: readonly SampleMember[] = [
  { member: 'm-client-1', party: 'client', role: 'member', post: 'Highways contract manager, North Council' },
  { member: 'm-client-2', party: 'client', role: 'sponsor', post: 'Director of place, North Council' },
  { member: 'm-provider-1', party: 'provider', role: 'member', post: 'Contract director, Fieldway' },
  { member: 'm-provider-2', party: 'provider', role: 'sponsor', post: 'Regional managing director, Fieldway' },
  { member: 'm-facilitator-1', party: null, role: 'facilitator', post: 'Independent facilitator' },
  { member: 'm-auditor-1', party: null, role: 'auditor', post: 'Internal auditor, North Council' },
  { member: 'm-reporter-1', party: null, role: 'reporter', post: 'Performance reporting officer' },
];
