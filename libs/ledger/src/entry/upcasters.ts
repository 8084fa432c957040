import type { Upcasters } from '@app/event-store';

/**
 * How entries stored in an older shape are read, by stored type (`issue.raised.v1`). Empty while every type has one
 * version. `test/stored-events` keeps a sample of every version ever stored, and its test reads each of them.
 */
export const upcasters: Upcasters = {};
