export * from './catalogue/catalogue';
export * from './catalogue/factor-set';
export * from './behaviours/behaviours.queries';
export * from './entry/author';
export * from './entry/entry';
export {
  establishRelationship,
  logEntry,
  type EstablishRequest,
  type Logged,
  type LogRequest,
} from './entry/log-entry';
export { entryOf as entryOfEvent, envelopeOf, factOf, streamOf } from './entry/read';
export * from './entry/verify';
export * from './issues/issues.queries';
export { exportJournal } from './journal/export';
export * from './journal/import';
export type { Source } from './journal/lines';
export { logViews } from './log-views';
export * from './objectives/objectives.queries';
export type { Clocks } from './parameters';
export * from './problems';
export { projectionViews, type ClosableViews } from './projection-views';
export { ledgerProjections, startLedgerProjections } from './projections';
export * from './relationship/relationship.queries';
export { sampleJournal } from './sample/sample-journal';
export { sampleMembers, type SampleMember } from './sample/members';
export * from './score/score.queries';
export * from './scoring';
export { CLOCK, EVENT_STORE, VIEWS, type Clock } from './tokens';
export * from './trail/audit-trail';
export * from './views';
