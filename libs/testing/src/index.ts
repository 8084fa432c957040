export { describeUnless } from './describe-unless';
export { eventStoreDbContainerLack, startEventStoreDbContainer } from './eventstoredb-container';
export { startEventStoreDbFake, type EventStoreDbFake, type FakeOptions } from './eventstoredb-fake/fake';
export type { Faults, LostAppend } from './eventstoredb-fake/faults';
