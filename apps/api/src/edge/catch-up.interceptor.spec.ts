import type { ExecutionContext } from '@nestjs/common';
import { pino } from 'pino';
import { defer, firstValueFrom } from 'rxjs';
import type { EventStore } from '@app/event-store';
import { Problem, type Views } from '@app/ledger';
import type { ReadModels } from '../run/read-models';
import { StorePulse } from '../run/store-pulse';
import { CatchUpInterceptor } from './catch-up.interceptor';

const HEAD = '0000000000000002';

/** Read models that reach the end of the log while the store is asked where that is. */
function racing(): { readModels: ReadModels; store: EventStore; ask: () => string } {
  let position = '0000000000000001';
  const readModels: ReadModels = {
    views: {} as Views,
    position: () => position,
    waitFor: (wanted) => Promise.resolve(position >= wanted),
    status: () => [],
    behindSeconds: () => Promise.resolve(0),
    stop: () => Promise.resolve(),
  };
  const head = (): Promise<string> => {
    position = HEAD;
    return Promise.resolve(HEAD);
  };
  const ask = (): string => {
    if (position < HEAD) throw new Problem('relationship-not-found', 'there is no relationship north-road');
    return 'found';
  };
  return { readModels, store: { head } as EventStore, ask };
}

describe('where nothing is found', () => {
  it('asks once more when the read models caught up while the store was asked', async () => {
    const { readModels, store, ask } = racing();
    const interceptor = new CatchUpInterceptor(readModels, store, new StorePulse(pino({ level: 'silent' })));
    const answer = interceptor.intercept({} as ExecutionContext, {
      handle: () => defer(() => Promise.resolve().then(ask)),
    });
    expect(await firstValueFrom(answer)).toBe('found');
  });
});
