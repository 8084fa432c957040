import type { Type } from '@nestjs/common';
import { LogEntryHandler } from './entry/entry.commands';
import { queryHandlers } from './queries';
import { HandInRatingsHandler } from './rounds/rounds.commands';
import { EstablishRelationshipHandler } from './relationship/relationship.commands';

/** Every command and query handler of the ledger, for Nest to provide. */
export const ledgerHandlers: Type[] = [
  EstablishRelationshipHandler,
  LogEntryHandler,
  HandInRatingsHandler,
  ...queryHandlers,
];

export { LogEntry } from './entry/entry.commands';
export * from './queries';
export { HandInRatings } from './rounds/rounds.commands';
export { EstablishRelationship } from './relationship/relationship.commands';
