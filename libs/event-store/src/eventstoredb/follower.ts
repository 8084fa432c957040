import { IncompatibleStore, PositionBeyondLog } from '../errors';
import { FOLLOW_BATCH_EVENTS } from '../limits';
import type { FollowedBatch, FollowOptions, Position, RecordedEvent } from '../event-store';
import { backoff } from './backoff';
import type { ConnectionWatch } from './connection-state';
import { reasonOf, refusedAccess } from './failures';
import { parsePosition } from './positions';
import type { EndOfLog, Reader } from './reader';
import type { SharedClient } from './shared-client';
import { Subscription } from './subscription';

export interface FollowerParts {
  readonly shared: SharedClient;
  readonly reader: Reader;
  readonly watch: ConnectionWatch;
  readonly streamPrefixes: readonly string[];
  readonly closing: AbortSignal;
}

/**
 * Follows the log, subscribing again from the last event handed over whenever the server goes away.
 *
 * @remarks Positions of the client's `checkpointReached` are never used: they run ahead of what was handled, and some
 * of them are the position of no event.
 */
export async function* follow(
  { shared, reader, watch, streamPrefixes, closing }: FollowerParts,
  { after, signal, batchSize = FOLLOW_BATCH_EVENTS }: FollowOptions,
): AsyncGenerator<FollowedBatch> {
  if (after !== undefined) parsePosition(after);
  const ending = signal === undefined ? closing : AbortSignal.any([closing, signal]);
  let position = after;
  let live = false;
  let failures = 0;
  while (!ending.aborted) {
    let subscription: Subscription | undefined;
    try {
      const end = await reader.endOnce(shared.client);
      shared.reached();
      watch.answered();
      refuseBeyond(position, end);
      const confirmed = (): void => {
        failures = 0;
      };
      subscription = new Subscription(shared.client, { after: position, streamPrefixes, batchSize, ending, confirmed });
      while (!ending.aborted) {
        // A server that does not say when a subscription has caught up still has an end that can be reached.
        const nowLive = subscription.empty && (subscription.caughtUp || hasReached(position, end));
        const events: readonly RecordedEvent[] = nowLive && !live ? [] : await subscription.take(batchSize, live);
        if (ending.aborted) return;
        position = events.at(-1)?.position ?? position;
        if (position !== undefined) reader.knows(position);
        const wasLive: boolean = live;
        live = subscription.empty && (subscription.caughtUp || hasReached(position, end));
        if (events.length > 0 || live !== wasLive) yield { events, live };
      }
    } catch (error) {
      const refusal =
        error instanceof PositionBeyondLog || error instanceof IncompatibleStore ? error : refusedAccess(error);
      if (refusal !== undefined) throw refusal;
      failures += 1;
      watch.failed(reasonOf(error));
      if (live) {
        live = false;
        yield { events: [], live };
      }
    } finally {
      subscription?.end();
    }
    await backoff(Math.max(failures, 1), ending);
  }
}

/** A server restored from an older backup would follow such a position in silence. */
function refuseBeyond(position: Position | undefined, { last }: EndOfLog): void {
  if (position === undefined || (last !== undefined && position <= last)) return;
  throw new PositionBeyondLog(position, last ?? null);
}

function hasReached(position: Position | undefined, { lastFollowed }: EndOfLog): boolean {
  if (lastFollowed === undefined) return false;
  return lastFollowed === null || (position !== undefined && position >= lastFollowed);
}
