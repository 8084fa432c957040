import type { Json, Position } from '@app/event-store';
import type { ProjectionState } from './projection-state';

/** What the thread is told when it starts. */
export interface WorkerStart {
  readonly names: readonly string[];
  /** Whatever the worker's file needs to open its store and find its directory. */
  readonly config: Json;
}

/** From the thread. */
export type FromWorker =
  | { readonly is: 'state'; readonly state: ProjectionState }
  | { readonly is: 'rebuilt'; readonly request: number; readonly error: string | null }
  | { readonly is: 'failed'; readonly message: string };

/** To the thread. */
export type ToWorker =
  | { readonly is: 'rebuild'; readonly request: number; readonly name: string | null }
  | { readonly is: 'await'; readonly position: Position; readonly timeoutMs: number }
  | { readonly is: 'stop' };
