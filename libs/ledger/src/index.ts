export * from './catalogue/catalogue';
export * from './catalogue/factor-set';
export * from './entry/author';
export * from './entry/entry';
export * from './entry/entry.commands';
export {
  establishRelationship,
  logEntry,
  type EstablishRequest,
  type Logged,
  type LogRequest,
} from './entry/log-entry';
export { entryOf as entryOfEvent, envelopeOf, factOf, relationshipOf, streamOf } from './entry/read';
export * from './entry/verify';
export * from './handlers';
export { exportJournal } from './journal/export';
export * from './journal/import';
export type { Source } from './journal/lines';
export { logViews } from './log-views';
export type { Clocks } from './parameters';
export * from './problems';
export { projectionViews, type ClosableViews } from './projection-views';
export { ledgerProjections } from './projections';
export * from './queries';
export * from './relationship/relationship.commands';
export * from './relationship/relationship.queries';
export * from './sample';
export * from './score/score.queries';
export * from './scoring';
export * from './tokens';
export * from './trail/audit-trail';
export * from './views';
export * from './projections';
export * from './relationship/relationships.projection';
export * from './score/facts-reader';
export { factsProjection } from './score/facts.projection';
export { trailProjection } from './trail/trail.projection';
export * from './trail/trail.queries';
export { matchesSearch } from './trail/words';
