import { startEventStoreDbFake } from '@app/testing';
import { eventStoreContract, reopenable } from '../contract-suite';
import { openEventStoreDb } from './eventstoredb';

const streamPrefix = 'contract-';
const fake = startEventStoreDbFake({ batchAppend: false });
afterAll(async () => (await fake).stop());

eventStoreContract(
  'EventStoreDB (wire fake, one append per call)',
  async () => {
    const { url } = await fake;
    return reopenable(() => Promise.resolve(openEventStoreDb({ url, streamPrefixes: [streamPrefix] })));
  },
  { streamPrefix },
);
