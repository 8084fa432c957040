import { WITNESSES_AWAITED_MS } from './limits';

/**
 * Relationships that are not signed yet. After a start nobody here knows whether a backup was brought back, private files
 * and all: a log that goes on from an older state, were it from before its first signature, would be a fork. The witnesses
 * know.
 */
export interface Hold {
  holds(relationship: string): boolean;
  /** Nothing of it is to be heard any more. */
  release(relationship: string): void;
  /** Nothing is held any more, for ever. */
  isOver(): boolean;
}

/** Ends at the time until which witnesses that are silent are waited for. */
export function whenLate(): AbortSignal {
  return AbortSignal.timeout(WITNESSES_AWAITED_MS);
}

/** @param late ends it for those that are left */
export function holdSigning(relationships: readonly string[], late: AbortSignal): Hold {
  const held = new Set(relationships);
  return {
    holds: (relationship) => !late.aborted && held.has(relationship),
    release: (relationship) => void held.delete(relationship),
    isOver: () => late.aborted || held.size === 0,
  };
}
