import { describeUnless } from '@app/testing';
import { randomUUID } from 'node:crypto';
import { eventStoreContract, reopenable } from '../contract-suite';
import { openEventStoreDb } from './eventstoredb';

const url = process.env.EVENTSTORE_URL ?? '';
/** The server may be shared with other runs and other programs: these streams are of this run alone. */
const streamPrefix = `contract-${randomUUID()}-`;

describeUnless(url === '' ? 'EVENTSTORE_URL is not set' : undefined, 'EventStoreDB at EVENTSTORE_URL', () => {
  eventStoreContract(
    'EventStoreDB (a real server)',
    () => reopenable(() => Promise.resolve(openEventStoreDb({ url, streamPrefixes: [streamPrefix] }))),
    { streamPrefix },
  );
});
