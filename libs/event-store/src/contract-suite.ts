import { randomUUID } from 'node:crypto';
import { appending } from './contract-suite/appending';
import { closing } from './contract-suite/closing';
import { following } from './contract-suite/following';
import { payloads } from './contract-suite/payloads';
import { reading } from './contract-suite/reading';
import { refusing } from './contract-suite/refusing';
import { retrying } from './contract-suite/retrying';
import type { OpenedStore, Subject } from './contract-suite/subject';
import type { EventStore } from './event-store';

export { reopenable, type OpenedStore } from './contract-suite/subject';

export interface ContractOptions {
  /** Start of every stream name, for a store that follows only some streams. */
  readonly streamPrefix?: string;
}

/**
 * What every event store must do, as jest cases. The log may be shared with other runs and need not be empty: each
 * case works on stream names of its own.
 */
export function eventStoreContract(
  name: string,
  open: () => Promise<OpenedStore>,
  { streamPrefix = 'contract-' }: ContractOptions = {},
): void {
  describe(`${name} as an event store`, () => {
    let shared: OpenedStore | undefined;
    const ofCases: OpenedStore[] = [];
    const subject: Subject = {
      get store(): EventStore {
        if (shared === undefined) throw new Error('the store under test is not open');
        return shared.store;
      },
      async open() {
        const opened = await open();
        ofCases.push(opened);
        return opened;
      },
      stream: () => `${streamPrefix}${randomUUID()}`,
    };

    beforeAll(async () => {
      shared = await open();
    });
    afterEach(async () => {
      for (const opened of ofCases.splice(0)) await opened.close();
    });
    afterAll(async () => {
      await shared?.close();
    });

    appending(subject);
    retrying(subject);
    refusing(subject);
    payloads(subject);
    reading(subject);
    following(subject);
    closing(subject);
  });
}
