import {
  AccessDeniedError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { AppendTooLarge, InvalidAppend, StoreUnavailable, WrongExpectedRevision } from '../errors';
import type { SerialisedAppend } from '../serialised-append';

/** Nothing came back in time. Whether the call had an effect is unknown. */
export class NoAnswer extends Error {
  constructor(timeoutMs: number) {
    super(`no answer within ${timeoutMs} ms`);
    this.name = 'NoAnswer';
  }
}

/**
 * What a failed append means for its caller, or undefined where the outcome is in doubt.
 *
 * @remarks Everything that is not plainly an answer counts as doubt: unavailable, cancelled, timed out, "Server Is Not
 * Ready" of a server about to stop, a raw gRPC error of one that was never reached, a discovery that found no node.
 * To try again is safe for all of them, because ids and revision are exact.
 */
export function appendRefusal(error: unknown, { stream, expected, bytes }: SerialisedAppend): Error | undefined {
  if (error instanceof WrongExpectedVersionError) {
    const { actualVersion } = error;
    const actual = typeof actualVersion === 'bigint' ? Number(actualVersion) : 'no-stream';
    return new WrongExpectedRevision(stream, expected, actual);
  }
  if (error instanceof MaxAppendSizeExceededError) return new AppendTooLarge(bytes, error.maxAppendSize);
  if (error instanceof StreamDeletedError) return new InvalidAppend(`stream ${stream} was deleted for ever`);
  return refusedAccess(error);
}

/** Wrong credentials stay wrong, however often they are tried. */
export function refusedAccess(error: unknown): StoreUnavailable | undefined {
  if (!(error instanceof AccessDeniedError)) return undefined;
  return new StoreUnavailable('EventStoreDB refuses access: see the user and password of its connection string', error);
}

/** The client found no node of the cluster. It remembers that for ever, so it has to be replaced. */
export function isFailedDiscovery(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Failed to discover');
}

export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === '' ? error.name : error.message;
}
