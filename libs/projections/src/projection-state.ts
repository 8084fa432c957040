import type { Position } from '@app/event-store';

/** Why a projection stands still. It has taken everything before `position` and nothing of it. */
export interface ProjectionFailure {
  /** Position of the event that fails; of a read model ahead of its log, its own. */
  readonly position: Position | null;
  /** Id of the event that fails; null where the read model is ahead of its log. */
  readonly eventId: string | null;
  readonly message: string;
  readonly attempts: number;
}

/** What `/health` shows of one projection. */
export interface ProjectionState {
  readonly name: string;
  /** Version and build of the file that readers see; build 0 where there is none yet. */
  readonly version: number;
  readonly build: number;
  /** How far that file is; null before the first event. */
  readonly position: Position | null;
  /** True once a file of the version that the program declares is served: from then on it follows event by event. */
  readonly live: boolean;
  /** A file that is being built beside the one in service, or before there is one. */
  readonly building?: { readonly version: number; readonly build: number; readonly events: number };
  readonly failing?: ProjectionFailure;
  /** The log cannot be followed at the moment; it is tried again with growing pauses. */
  readonly interrupted?: { readonly message: string; readonly attempts: number };
}

/** Projections that are being run, in this process or in a worker thread. */
export interface RunningProjections {
  status(): readonly ProjectionState[];
  /** How far the file in service is; null before its first event. */
  position(name: string): Position | null;
  /**
   * Resolves true once every projection (or the one named) serves that position, false after `timeoutMs`.
   *
   * @param timeoutMs milliseconds, at most `WAIT_MAX_MS`
   */
  waitFor(position: Position, timeoutMs: number, name?: string): Promise<boolean>;
  /** Builds one projection, or all, anew beside the old and resolves when the new one is served. */
  rebuild(name?: string): Promise<void>;
  /** Ends after the batch in hand; what was committed stays. */
  stop(): Promise<void>;
}
