import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { EventStore, Position, RecordedEvent } from '@app/event-store';
import { Build } from './build';
import { followGroup, type FollowGroup } from './follow-group';
import { LIVE_REST_MS, REQUEST_POLL_MS, RETRY_MAX_MS, RETRY_MIN_MS } from './limits';
import type { Projection } from './projection';
import { ProjectionFile, removeFile } from './projection-file';
import type { ProjectionFailure, ProjectionState, RunningProjections } from './projection-state';
import { lockRunner } from './runner-lock';
import { isFileOf, openServedFiles, servedPath, type ServedFile, type ServedFiles } from './served-files';
import { stateBoard, type StateBoard } from './state-board';

export interface RunProjectionsOptions {
  readonly store: EventStore;
  /** Where the files of the read models live; nothing else does. */
  readonly directory: string;
  readonly projections: readonly Projection[];
  /** Brings an event to the newest version of its type before handlers see it. */
  readonly upcast?: (event: RecordedEvent) => RecordedEvent;
  readonly onProgress?: (state: ProjectionState) => void;
  /** Stops it, as `stop` does. */
  readonly signal?: AbortSignal;
  /** Rest after a batch, in milliseconds; `LIVE_REST_MS` unless said otherwise. */
  readonly restMs?: number;
  /** Pauses between tries of what fails, in milliseconds. */
  readonly retry?: { readonly minMs: number; readonly maxMs: number };
}

/**
 * Runs projections over the log until it is stopped: goes on where each file stands, builds what is new beside what is
 * old, and swaps it in when it has caught up.
 *
 * @throws ProjectionsLocked where another process or thread runs those of the directory
 */
export function runProjections(options: RunProjectionsOptions): RunningProjections {
  const release = lockRunner(options.directory);
  try {
    return new Runner(options, release);
  } catch (cause) {
    release();
    throw cause;
  }
}

class Runner implements RunningProjections {
  private readonly files: ServedFiles;
  private readonly board: StateBoard;
  private readonly served = new Map<string, Build>();
  private readonly building = new Map<string, Build>();
  private readonly groups = new Map<FollowGroup, Promise<void>>();
  private readonly polling: NodeJS.Timeout;
  /** Projections of which other processes see an earlier failure, or none, until the note can be written. */
  private readonly unnoted = new Set<string>();
  private interruption: ProjectionState['interrupted'];
  private changes: number;
  private stopped: Promise<void> | undefined;

  constructor(
    private readonly options: RunProjectionsOptions,
    private readonly release: () => void,
  ) {
    const { directory, projections, signal } = options;
    this.files = openServedFiles(directory);
    this.board = stateBoard(projections.map(({ name }) => name));
    const places = new Map<Position | null, Build[]>();
    for (const projection of projections) {
      this.files.fail(projection.name, undefined);
      const build = this.resume(projection);
      places.set(build.position, [...(places.get(build.position) ?? []), build]);
      this.post(projection.name);
    }
    for (const builds of places.values()) this.follow(builds, 0);
    this.changes = this.files.changes();
    this.startWanted();
    this.polling = setInterval(() => {
      const changes = this.files.changes();
      if (changes === this.changes) return;
      this.changes = changes;
      this.startWanted();
    }, REQUEST_POLL_MS).unref();
    signal?.addEventListener('abort', () => void this.stop(), { once: true });
    if (signal?.aborted) void this.stop();
  }

  status(): readonly ProjectionState[] {
    return this.board.status();
  }

  position(name: string): Position | null {
    return this.board.position(name);
  }

  waitFor(position: Position, timeoutMs: number, name?: string): Promise<boolean> {
    const reached = this.board.waitFor(position, timeoutMs, name);
    if (this.board.awaited()) for (const group of this.groups.keys()) group.hurry();
    return reached;
  }

  async rebuild(name?: string): Promise<void> {
    const names = this.options.projections.map((projection) => projection.name);
    if (name !== undefined && !names.includes(name)) throw new Error(`there is no projection ${name}`);
    const wanted = name === undefined ? names : [name];
    const before = new Map(wanted.map((each) => [each, this.served.get(each)?.build ?? 0]));
    for (const each of wanted) this.files.want(each);
    this.startWanted();
    const built = await this.board.until(() =>
      wanted.every((each) => (this.served.get(each)?.build ?? 0) > (before.get(each) ?? 0)),
    );
    if (!built) throw new Error('the projections were stopped before they were rebuilt');
  }

  stop(): Promise<void> {
    this.stopped ??= this.end();
    return this.stopped;
  }

  private async end(): Promise<void> {
    clearInterval(this.polling);
    for (const { stopping } of this.groups.keys()) stopping.abort();
    await Promise.all(this.groups.values());
    for (const build of [...this.served.values(), ...this.building.values()]) build.file.close();
    for (const build of this.building.values()) removeFile(build.file.path);
    this.board.close();
    this.files.close();
    this.release();
  }

  /** The file in service when it is what the program declares, else an empty one. Remains of earlier runs go. */
  private resume(projection: Projection): Build {
    const { directory, upcast } = this.options;
    const { name, version } = projection;
    const served = this.files.served(name);
    this.sweep(name, served);
    if (served?.version === version) {
      const file = ProjectionFile.open(servedPath(directory, served), projection);
      if (file !== undefined) {
        const build = new Build(projection, served.build, file, true, upcast);
        this.served.set(name, build);
        return build;
      }
    }
    return this.begin(projection);
  }

  private sweep(name: string, served: ServedFile | undefined): void {
    const { directory } = this.options;
    const keep = served === undefined ? undefined : servedPath(directory, served);
    for (const fileName of readdirSync(directory)) {
      const path = join(directory, fileName);
      if (isFileOf(name, fileName) && !(keep !== undefined && path.startsWith(keep))) removeFile(path);
    }
  }

  private begin(projection: Projection): Build {
    const { directory, upcast } = this.options;
    const { name, version } = projection;
    const build = (this.files.served(name)?.build ?? 0) + 1;
    const path = servedPath(directory, { name, version, build });
    const begun = new Build(projection, build, ProjectionFile.create(path, projection), false, upcast);
    this.building.set(name, begun);
    return begun;
  }

  private startWanted(): void {
    const wanted = new Set(this.files.wanted());
    const builds = this.options.projections
      .filter(({ name }) => wanted.has(name) && !this.building.has(name))
      .map((projection) => this.begin(projection));
    if (builds.length > 0) this.follow(builds, 0);
  }

  private backoffMs(attempts: number): number {
    const { minMs, maxMs } = this.options.retry ?? { minMs: RETRY_MIN_MS, maxMs: RETRY_MAX_MS };
    return Math.min(maxMs, minMs * 2 ** Math.min(attempts - 1, 30));
  }

  private follow(builds: readonly Build[], delayMs: number): void {
    const group: FollowGroup = {
      builds: new Set(builds),
      stopping: new AbortController(),
      waitingAt: undefined,
      hurry: () => undefined,
    };
    const following = followGroup({
      store: this.options.store,
      group,
      delayMs,
      restMs: this.options.restMs ?? LIVE_REST_MS,
      backoffMs: (attempts) => this.backoffMs(attempts),
      onTaken: (build, live) => this.taken(build, live),
      onFailed: (build) => this.failed(build),
      onInterrupted: (interruption) => {
        this.interruption = interruption;
        for (const { name } of this.options.projections) this.post(name);
      },
      onWaiting: (waiting) => this.join(waiting),
      isAwaited: () => this.board.awaited(),
    }).finally(() => this.groups.delete(group));
    this.groups.set(group, following);
  }

  private async taken(build: Build, live: boolean): Promise<boolean> {
    const { name } = build.projection;
    if (live && this.building.get(name) === build) {
      try {
        if (!build.finished) await build.finish(() => turn());
        this.swap(build);
      } catch (cause) {
        build.stumble(cause);
        return false;
      }
    }
    this.post(name);
    return true;
  }

  /** Puts a finished build in service, unless the one before is further along: then the next batch tries again. */
  private swap(build: Build): void {
    const { name, version } = build.projection;
    const old = this.served.get(name);
    if (old !== undefined && !old.aheadOfLog && (old.position ?? '') > (build.position ?? '')) return;
    const replaced = this.files.served(name);
    this.files.serve({ name, version, build: build.build });
    this.served.set(name, build);
    this.building.delete(name);
    if (old !== undefined) this.drop(old);
    // Readers that have it open go on reading it until they look at the pointer again.
    if (replaced !== undefined) removeFile(servedPath(this.options.directory, replaced));
  }

  private drop(build: Build): void {
    for (const { builds, stopping } of this.groups.keys()) {
      if (builds.delete(build) && builds.size === 0) stopping.abort();
    }
    build.file.close();
  }

  private failed(build: Build): void {
    // Ahead of its log there is nothing to try again.
    if (!build.aheadOfLog) this.follow([build], this.backoffMs(build.failing?.attempts ?? 1));
    this.post(build.projection.name);
  }

  /** Two groups that wait at the same place go on as one. */
  private join(group: FollowGroup): void {
    for (const other of this.groups.keys()) {
      // A group that lost its last build to a swap has ended, though it may still be listed.
      if (other === group || other.stopping.signal.aborted) continue;
      if (other.waitingAt === undefined || other.waitingAt !== group.waitingAt) continue;
      for (const build of group.builds) other.builds.add(build);
      group.builds.clear();
      group.waitingAt = undefined;
      group.stopping.abort();
      return;
    }
  }

  /** For other processes to see. What keeps it from being noted, a full disk for one, is no failure of its own. */
  private noteFailure(name: string, failing: ProjectionFailure | undefined): void {
    try {
      this.files.fail(name, failing && JSON.stringify(failing));
      this.unnoted.delete(name);
    } catch {
      this.unnoted.add(name);
    }
  }

  private post(name: string): void {
    const served = this.served.get(name);
    const building = this.building.get(name);
    const inService = served ?? this.files.served(name);
    const failing = building?.failing ?? served?.failing;
    const state: ProjectionState = {
      name,
      version: served?.projection.version ?? this.files.served(name)?.version ?? 0,
      build: inService?.build ?? 0,
      position: served?.position ?? null,
      live: served !== undefined,
      ...(building && {
        building: { version: building.projection.version, build: building.build, events: building.events },
      }),
      ...(failing && { failing }),
      ...(this.interruption && { interrupted: this.interruption }),
    };
    const known = this.board.status().find((each) => each.name === name);
    if (known?.failing !== failing || this.unnoted.has(name)) this.noteFailure(name, failing);
    this.board.post(state);
    this.options.onProgress?.(state);
  }
}
