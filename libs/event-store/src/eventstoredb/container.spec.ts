import { describeUnless, eventStoreDbContainerLack, startEventStoreDbContainer } from '@app/testing';
import { randomUUID } from 'node:crypto';
import { eventStoreContract, reopenable } from '../contract-suite';
import { openEventStoreDb } from './eventstoredb';

const START_TIMEOUT_MS = 120_000;
const streamPrefix = `contract-${randomUUID()}-`;

describeUnless(eventStoreDbContainerLack(), 'EventStoreDB in a container', () => {
  let container: Awaited<ReturnType<typeof startEventStoreDbContainer>> | undefined;
  beforeAll(async () => {
    container = await startEventStoreDbContainer();
  }, START_TIMEOUT_MS);
  afterAll(() => container?.stop());

  eventStoreContract(
    'EventStoreDB (container)',
    () => {
      const { url = '' } = container ?? {};
      return reopenable(() => Promise.resolve(openEventStoreDb({ url, streamPrefixes: [streamPrefix] })));
    },
    { streamPrefix },
  );
});
