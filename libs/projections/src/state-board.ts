import type { Position } from '@app/event-store';
import { WAIT_MAX_MS } from './limits';
import type { ProjectionState } from './projection-state';

interface Waiter {
  readonly forPosition: boolean;
  readonly reached: () => boolean;
  readonly resolve: (reached: boolean) => void;
}

/** The latest state of every projection, and who waits for it to change. */
export interface StateBoard {
  post(state: ProjectionState): void;
  status(): readonly ProjectionState[];
  position(name: string): Position | null;
  /** Whether every projection, or the one named, serves that position. */
  reached(position: Position, name?: string): boolean;
  waitFor(position: Position, timeoutMs: number, name?: string): Promise<boolean>;
  /** Whether somebody waits for a position. */
  awaited(): boolean;
  /** Resolves true once it holds, false when the board closes; looked at whenever a state changes. */
  until(holds: () => boolean): Promise<boolean>;
  /** Answers all who wait with false. */
  close(): void;
}

export function stateBoard(names: readonly string[]): StateBoard {
  const states = new Map<string, ProjectionState>(
    names.map((name) => [name, { name, version: 0, build: 0, position: null, live: false }]),
  );
  const waiters = new Set<Waiter>();
  let closed = false;

  const reached = (position: Position, name?: string): boolean =>
    (name === undefined ? names : [name]).every((each) => (states.get(each)?.position ?? '') >= position);

  const until = (holds: () => boolean): Promise<boolean> =>
    new Promise((resolve) => {
      if (closed || holds()) resolve(!closed);
      else waiters.add({ forPosition: false, reached: holds, resolve });
    });

  return {
    post: (state) => {
      states.set(state.name, state);
      for (const waiter of waiters) {
        if (!waiter.reached()) continue;
        waiters.delete(waiter);
        waiter.resolve(true);
      }
    },
    status: () => [...states.values()],
    position: (name) => states.get(name)?.position ?? null,
    reached,
    awaited: () => [...waiters].some(({ forPosition }) => forPosition),
    waitFor: (position, timeoutMs, name) => {
      if (closed || reached(position, name)) return Promise.resolve(!closed);
      return new Promise((resolve) => {
        const waiter: Waiter = {
          forPosition: true,
          reached: () => reached(position, name),
          resolve: (answer) => {
            clearTimeout(timer);
            resolve(answer);
          },
        };
        const timer = setTimeout(
          () => {
            waiters.delete(waiter);
            resolve(false);
          },
          Math.min(timeoutMs, WAIT_MAX_MS),
        );
        waiters.add(waiter);
      });
    },
    until,
    close: () => {
      closed = true;
      for (const waiter of waiters) waiter.resolve(false);
      waiters.clear();
    },
  };
}
