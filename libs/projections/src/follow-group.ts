import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { PositionBeyondLog, StoreClosed, type EventStore, type Position } from '@app/event-store';
import type { Build } from './build';

/** Builds that stand at the same place of the log and are fed by one follower, so that each event is read once. */
export interface FollowGroup {
  readonly builds: Set<Build>;
  readonly stopping: AbortController;
  /** Where it stands while it waits for the next batch; undefined while it works on one. */
  waitingAt: Position | null | undefined;
  /** Ends the rest that it takes after a batch, if it takes one. */
  hurry: () => void;
}

export interface FollowGroupOptions {
  readonly store: EventStore;
  readonly group: FollowGroup;
  /** Wait this long before the first attempt, in milliseconds. */
  readonly delayMs: number;
  /** How long it rests after a batch with which it has caught up, in milliseconds. */
  readonly restMs: number;
  readonly backoffMs: (attempts: number) => number;
  /** The build has taken the batch; `live` when nothing more was waiting. Answers false when it stands still after all. */
  readonly onTaken: (build: Build, live: boolean) => Promise<boolean>;
  /** The build stands still, and has left the group. */
  readonly onFailed: (build: Build) => void;
  /** The log cannot be followed; undefined when it can again. */
  readonly onInterrupted: (interruption: { message: string; attempts: number } | undefined) => void;
  /** It has caught up and waits for what is to come. */
  readonly onWaiting: (group: FollowGroup) => void;
  /** Whether somebody waits for what is to come: then it takes no rest. */
  readonly isAwaited: () => boolean;
}

/** The earliest place that a build of the group still needs events from; undefined for an empty group. */
function placeOf(builds: Iterable<Build>): Position | null | undefined {
  let place: Position | null | undefined;
  for (const { after } of builds) {
    if (after === null) return null;
    if (place === undefined || place === null || after < place) place = after;
  }
  return place;
}

/** Feeds a group until it is stopped, empty, or the store is closed. Never rejects. */
export async function followGroup(options: FollowGroupOptions): Promise<void> {
  const { group, onInterrupted, backoffMs } = options;
  const { signal } = group.stopping;
  let interruptions = 0;
  let delayMs = options.delayMs;
  while (!signal.aborted && group.builds.size > 0) {
    try {
      if (delayMs > 0) await pause(delayMs, undefined, { signal });
      const recovered = (): void => {
        if (interruptions > 0) onInterrupted(undefined);
        interruptions = 0;
      };
      await followOnce(options, recovered);
      return;
    } catch (cause) {
      if (signal.aborted || cause instanceof StoreClosed) return;
      if (cause instanceof PositionBeyondLog) {
        for (const build of group.builds) {
          build.beyondLog(`${cause.message}: rebuild it`);
          options.onFailed(build);
        }
        group.builds.clear();
        return;
      }
      interruptions += 1;
      delayMs = backoffMs(interruptions);
      onInterrupted({ message: cause instanceof Error ? cause.message : String(cause), attempts: interruptions });
    }
  }
}

async function followOnce(options: FollowGroupOptions, recovered: () => void): Promise<void> {
  const { store, group, restMs, onTaken, onFailed, onWaiting, isAwaited } = options;
  const { signal } = group.stopping;
  for (const build of [...group.builds]) {
    if (await build.standsInLog(store)) continue;
    const head = await store.head();
    const beyond = build.after !== null && build.after > (head ?? '') ? new PositionBeyondLog(build.after, head) : null;
    const why = beyond?.message ?? `the log holds another event at ${build.after} than the one that was taken there`;
    build.beyondLog(`${why}: rebuild it`);
    if (group.builds.delete(build)) onFailed(build);
  }
  if (group.builds.size === 0) return;
  const after = placeOf(group.builds) ?? null;
  let place = after;
  for await (const batch of store.follow(after === null ? { signal } : { after, signal })) {
    recovered();
    group.waitingAt = undefined;
    place = batch.events.at(-1)?.position ?? place;
    for (const build of [...group.builds]) {
      // It may have left while another one was being finished.
      if (!group.builds.has(build)) continue;
      if (build.take(batch) && (await onTaken(build, batch.live))) continue;
      if (group.builds.delete(build)) onFailed(build);
    }
    if (group.builds.size === 0 || signal.aborted) return;
    if (batch.live) {
      group.waitingAt = place;
      onWaiting(group);
      // It may have gone on as part of another group.
      if (signal.aborted) return;
      if (batch.events.length > 0 && !isAwaited()) await rest(group, restMs);
    }
    // Other groups, timers and messages get their turn between two batches.
    await turn();
  }
}

/** Lets more come together for the next batch, until the time is over, or it is hurried or stopped. */
function rest(group: FollowGroup, restMs: number): Promise<void> {
  const { signal } = group.stopping;
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      group.hurry = () => undefined;
      resolve();
    };
    const timer = setTimeout(end, restMs);
    signal.addEventListener('abort', end, { once: true });
    group.hurry = end;
  });
}
