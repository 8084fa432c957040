import { setTimeout } from 'node:timers/promises';
import { FIRST_RETRY_DELAY_MS, LAST_RETRY_DELAY_MS } from './limits';

/** Waits before the next attempt, twice as long each time up to a bound; ends early, without an error, on the signal. */
export async function backoff(failedAttempts: number, signal: AbortSignal): Promise<void> {
  const delayMs = Math.min(FIRST_RETRY_DELAY_MS * 2 ** (failedAttempts - 1), LAST_RETRY_DELAY_MS);
  await setTimeout(delayMs, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
