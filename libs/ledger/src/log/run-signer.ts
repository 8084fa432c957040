import { PositionBeyondLog, type EventStore, type RecordedEvent } from '@app/event-store';
import { SIGN_BATCH_EVENTS, SIGN_INTERVAL_MS, SIGN_RETRY_MS } from './limits';
import { pause } from './pause';
import { Signer, type SigningOptions } from './signer';

export interface SignerOptions extends SigningOptions {
  /** Gives what is on disk, and nothing else. */
  readonly store: EventStore;
  readonly signal: AbortSignal;
  /** The log cannot be followed, or a file cannot be written; it is tried again. Told once, until it works again. */
  readonly onFailure: (error: unknown) => void;
  /** Nothing fails, for the first time or again. */
  readonly onWorking: () => void;
}

/**
 * Signs the log until the signal: reads it from its beginning, holds it against the last checkpoint signed of each
 * relationship, and signs what has grown since, in rounds. A log that is shorter or another than the one that was signed
 * is never signed again, and its ledger becomes read-only; also where the store was brought back to an earlier state
 * meanwhile. What is held, or could not be written, is signed at a later round, whether or not an entry comes.
 *
 * @remarks One process a data directory: whoever calls this holds its lock.
 */
export async function runSigner(options: SignerOptions): Promise<void> {
  const signer = new Signer(options);
  const failures = failuresOf(options);
  await Promise.all([signGrowing(signer, options, failures), signLeft(signer, options, failures)]);
}

async function signGrowing(signer: Signer, { store, signal }: SignerOptions, failures: Failures): Promise<void> {
  let last: RecordedEvent | undefined;
  while (!signal.aborted) {
    try {
      const after = last && { after: last.position };
      let isSure = false;
      const batches = store.follow({ ...after, signal, batchSize: SIGN_BATCH_EVENTS, lazy: true });
      for await (const { events, live } of batches) {
        if (!isSure && last !== undefined && !(await stands(store, last))) throw new LogReplaced(last.position);
        // One that loses its connection says that it is behind, and may come back as another.
        isSure = live || events.length > 0;
        for (const event of events) {
          signer.take(event);
          last = event;
        }
        failures.works('following');
        if (live) {
          signer.compareEnds();
          // What comes meanwhile is signed with it.
          await pause(SIGN_INTERVAL_MS, signal);
        }
        if (live || signer.isDue()) failures.sign(signer);
      }
    } catch (error) {
      if (error instanceof PositionBeyondLog || error instanceof LogReplaced) {
        signer.startAnew();
        last = undefined;
      }
      failures.failed('following', error);
      await pause(SIGN_RETRY_MS, signal);
    }
  }
}

/** The store holds another log than the one that was taken, as after a restore. */
class LogReplaced extends Error {
  constructor(position: string) {
    super(`the log holds another event at ${position} than the one that was taken there`);
    this.name = 'LogReplaced';
  }
}

async function stands(store: EventStore, { stream, revision, id, position }: RecordedEvent): Promise<boolean> {
  for await (const event of store.read(stream, revision, { lazy: true })) {
    return event.revision === revision && event.id === id && event.position === position;
  }
  return false;
}

async function signLeft(signer: Signer, { signal }: SignerOptions, failures: Failures): Promise<void> {
  while (!signal.aborted) {
    await pause(SIGN_INTERVAL_MS, signal);
    // Not a second time in one millisecond: a checkpoint is later than the one before.
    if (!signal.aborted && signer.isDue()) failures.sign(signer);
  }
}

type Doing = 'following' | 'signing';

interface Failures {
  failed(doing: Doing, error: unknown): void;
  works(doing: Doing): void;
  /** Signs what is due. */
  sign(signer: Signer): void;
}

/** A failure is told once, until it is another one or is over. */
function failuresOf({ onFailure, onWorking }: SignerOptions): Failures {
  const told = new Map<Doing, string>();
  let isWorking = false;
  const failures: Failures = {
    failed: (doing, error) => {
      const reason = String(error);
      isWorking = false;
      if (told.get(doing) !== reason) onFailure(error);
      told.set(doing, reason);
    },
    works: (doing) => {
      told.delete(doing);
      if (!isWorking && told.size === 0) onWorking();
      isWorking ||= told.size === 0;
    },
    sign: (signer) => {
      try {
        signer.sign();
        failures.works('signing');
      } catch (error) {
        failures.failed('signing', error);
      }
    },
  };
  return failures;
}
