import type { Logger } from 'pino';
import type { EventStore } from '@app/event-store';
import { LedgerClock, roundRevealer, type Clock, type LedgerLog, type RatingSafe } from '@app/ledger';
import { CLOCK_INTERVAL_MS, CLOCK_WAIT_MS } from '../limits';
import type { ReadModels } from './read-models';

export interface ClockRun {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly safe: RatingSafe;
  readonly ledgerLog: LedgerLog;
  readonly now: Clock;
  readonly log: Logger;
}

export interface RunningClock {
  /** Strikes once more, when the read models hold what is in the log now. */
  soon(): void;
  /** When nothing is under way any more. */
  stop(): Promise<void>;
}

/** Lets the clock of the ledger strike, again and again. */
export function runClock({ store, readModels, ledgerLog, safe, now, log }: ClockRun): RunningClock {
  const clock = new LedgerClock({
    store,
    views: readModels.views,
    also: roundRevealer({
      store,
      safe,
      seen: (relationship) => ledgerLog.lastPublished(relationship),
      tell: (relationship, what) => log.error(`in the ledger of ${relationship}, ${what}`),
    }),
    takesEntries: (relationship) => !ledgerLog.readOnly().has(relationship),
    checkpointSeen: (relationship) => ledgerLog.lastPublished(relationship),
    onFailure: (relationship, error) =>
      log.error({ err: error }, `the clock of ${relationship} failed; it is tried again`),
    onRefused: (relationship, { message }) =>
      log.warn(`the ledger of ${relationship} did not take what its clock had to say: ${message}`),
  });
  const strikeNow = async (): Promise<void> => {
    const head = await store.head();
    // Read models that are being built do not show yet what was done in time.
    if (head !== null && (await readModels.waitFor(head, CLOCK_WAIT_MS))) await clock.strike(now());
  };
  const strike = (): Promise<void> =>
    strikeNow().catch((error: unknown) => log.error({ err: error }, 'the clock failed; it is tried again'));
  let striking = strike();
  const timer = setInterval(() => {
    // One at a time: whatever falls due meanwhile is found by the next.
    striking = striking.then(strike);
  }, CLOCK_INTERVAL_MS).unref();
  return {
    soon: () => {
      striking = striking.then(strike);
    },
    stop: async () => {
      clearInterval(timer);
      await striking;
    },
  };
}
