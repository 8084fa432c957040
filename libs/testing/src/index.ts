export { describeUnless } from './describe-unless';
export { eventStoreDbContainerLack, startEventStoreDbContainer } from './eventstoredb-container';
export { startEventStoreDbFake, type EventStoreDbFake } from './eventstoredb-fake/fake';
export type { LostAppend } from './eventstoredb-fake/faults';
