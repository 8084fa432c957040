import { startEventStoreDbFake } from '@app/testing';
import { eventStoreContract, reopenable } from '../contract-suite';
import { openEventStoreDb } from './eventstoredb';

const streamPrefix = 'contract-';
const fake = startEventStoreDbFake();
afterAll(async () => (await fake).stop());

eventStoreContract(
  'EventStoreDB (wire fake, batch append)',
  async () => {
    const { url } = await fake;
    return reopenable(() => Promise.resolve(openEventStoreDb({ url, streamPrefixes: [streamPrefix] })));
  },
  { streamPrefix },
);
