import type { Logger } from 'pino';
import type { EventStore } from '@app/event-store';
import { LedgerClock, type Clock, type LedgerLog, type Views } from '@app/ledger';
import { CLOCK_INTERVAL_MS } from '../limits';

export interface ClockRun {
  readonly store: EventStore;
  readonly views: Views;
  readonly ledgerLog: LedgerLog;
  readonly now: Clock;
  readonly log: Logger;
}

/** Lets the clock of the ledger strike, again and again. @returns what ends it, when nothing is under way any more */
export function runClock({ store, views, ledgerLog, now, log }: ClockRun): () => Promise<void> {
  const clock = new LedgerClock({
    store,
    views,
    takesEntries: (relationship) => !ledgerLog.readOnly().has(relationship),
    checkpointSeen: (relationship) => ledgerLog.lastPublished(relationship),
    onFailure: (relationship, error) =>
      log.error({ err: error }, `the clock of ${relationship} failed; it is tried again`),
  });
  const strike = (): Promise<number | void> =>
    clock.strike(now()).catch((error: unknown) => log.error({ err: error }, 'the clock failed; it is tried again'));
  let striking = strike();
  const timer = setInterval(() => {
    // One at a time: whatever falls due meanwhile is found by the next.
    striking = striking.then(strike);
  }, CLOCK_INTERVAL_MS).unref();
  return async () => {
    clearInterval(timer);
    await striking;
  };
}
