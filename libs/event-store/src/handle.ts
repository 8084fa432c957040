import { StreamChanged, WrongExpectedRevision } from './errors';
import type { AppendResult, EventStore, EventToAppend, RecordedEvent } from './event-store';
import { MAX_FOLDED_EVENTS, MAX_HANDLE_ATTEMPTS } from './limits';

/** An event as a decider sees it: its place in the stream is known, its place in the log may not be yet. */
export type StreamEvent = Omit<RecordedEvent, 'position'>;

/** What makes a command the same command when it comes again. */
export interface CommandIdentity {
  /** Unique in its stream. */
  readonly id: string;
}

/**
 * The rules of one kind of stream: pure, apart from `evolve`, which may change the state it is given in place, since
 * `handle` owns it.
 */
export interface Decider<State, Command extends CommandIdentity> {
  initial(stream: string): State;
  evolve(state: State, event: StreamEvent): State;
  /** @throws whatever rejects the command; nothing is appended then. */
  decide(command: Command, state: State): readonly EventToAppend[];
  /** Id of the command that wrote an event. */
  commandOf(event: StreamEvent): string;
  /** Whether the command of that id that wrote the event said what this one says. */
  saysTheSame(command: Command, event: StreamEvent): boolean;
}

/** What a handled command led to. */
export interface Handled {
  readonly events: readonly StreamEvent[];
  /** Of the last event. */
  readonly revision: number;
  readonly position: string;
  /** True where the same command had been handled before: nothing was appended now. */
  readonly replayed: boolean;
}

/** The command's id came before with another body. */
export class CommandIdReused extends Error {
  constructor(readonly id: string) {
    super(`command ${id} came before with another body`);
    this.name = 'CommandIdReused';
  }
}

/** A stream folded as far as this process knows it, including events that still wait for their commit. */
interface Folded<State> {
  state: State;
  revision: number;
  readonly commands: Map<string, KnownCommand>;
  /** Settle when an append has, and its failure has been taken in. */
  readonly underWay: Set<Promise<void>>;
  /** Revision of the last event that others appended and that was read afterwards; -1 while there is none. */
  learned: number;
  /** Set when an append failed: what was folded of it never happened. */
  dropped: boolean;
}

interface KnownCommand {
  readonly first: number;
  last: number;
  /** Present while the append is in flight. */
  appended?: Promise<AppendResult>;
}

class Streams<State, Command extends CommandIdentity> {
  private readonly folded = new Map<string, Promise<Folded<State>>>();
  private readonly weights = new Map<string, number>();
  private totalWeight = 0;

  constructor(
    private readonly store: EventStore,
    private readonly decider: Decider<State, Command>,
  ) {}

  /** The stream folded, from the cache or from the log. */
  async load(stream: string): Promise<Folded<State>> {
    const cached = this.folded.get(stream);
    if (cached !== undefined) {
      // Moving it to the end keeps the map in order of use.
      this.folded.delete(stream);
      this.folded.set(stream, cached);
      return cached;
    }
    const loading = this.fold(stream);
    this.folded.set(stream, loading);
    try {
      const folded = await loading;
      this.weigh(stream, folded);
      return folded;
    } catch (error) {
      this.folded.delete(stream);
      throw error;
    }
  }

  private async fold(stream: string): Promise<Folded<State>> {
    const folded: Folded<State> = {
      state: this.decider.initial(stream),
      revision: -1,
      commands: new Map(),
      underWay: new Set(),
      learned: -1,
      dropped: false,
    };
    for await (const event of this.store.read(stream)) this.take(folded, event);
    return folded;
  }

  take(folded: Folded<State>, event: StreamEvent): void {
    const id = this.decider.commandOf(event);
    const known = folded.commands.get(id);
    if (known === undefined) folded.commands.set(id, { first: event.revision, last: event.revision });
    else known.last = event.revision;
    folded.state = this.decider.evolve(folded.state, event);
    folded.revision = event.revision;
  }

  /**
   * Whether the state at a revision was all there was when a command was decided on it: none of it has failed since, and
   * what stands behind it others did not append. Reads what they did, for the next decision.
   */
  async wasCurrent(stream: string, folded: Folded<State>, revision: number): Promise<boolean> {
    await Promise.all(folded.underWay);
    if (folded.dropped) return false;
    for await (const event of this.store.read(stream, folded.revision + 1)) {
      // Another command of this process may have folded it while the read was under way.
      if (event.revision !== folded.revision + 1) continue;
      this.take(folded, event);
      folded.learned = event.revision;
    }
    // An append that began meanwhile fails where others were first.
    await Promise.all(folded.underWay);
    return !folded.dropped && folded.learned <= revision;
  }

  drop(stream: string, folded: Folded<State>): void {
    if (folded.dropped) return;
    folded.dropped = true;
    this.forget(stream);
  }

  /** Keeps the cache within its bound by forgetting the streams that were not used for longest. */
  weigh(stream: string, folded: Folded<State>): void {
    // What was forgotten while its append was under way weighs nothing any more.
    if (folded.dropped || !this.folded.has(stream)) return;
    const weight = folded.revision + 1;
    this.totalWeight += weight - (this.weights.get(stream) ?? 0);
    this.weights.set(stream, weight);
    for (const oldest of this.folded.keys()) {
      if (this.totalWeight <= MAX_FOLDED_EVENTS || oldest === stream) break;
      this.forget(oldest);
    }
  }

  private forget(stream: string): void {
    this.folded.delete(stream);
    this.totalWeight -= this.weights.get(stream) ?? 0;
    this.weights.delete(stream);
  }
}

const streamsOf = new WeakMap<EventStore, WeakMap<object, unknown>>();

function streams<State, Command extends CommandIdentity>(
  store: EventStore,
  decider: Decider<State, Command>,
): Streams<State, Command> {
  let ofStore = streamsOf.get(store);
  if (ofStore === undefined) streamsOf.set(store, (ofStore = new WeakMap<object, unknown>()));
  let found = ofStore.get(decider) as Streams<State, Command> | undefined;
  if (found === undefined) ofStore.set(decider, (found = new Streams(store, decider)));
  return found;
}

/**
 * Handles one command: finds it among those handled before, or decides it on the stream's folded state and appends what
 * follows at the exact revision it was decided on.
 *
 * Commands on one stream are decided one after another, also against events that still wait for their commit, so that
 * their appends can share one commit. When such a commit fails, the speculative state is dropped and the commands that
 * rested on it are decided again. A rejection is final only when it rests on nothing but what is on disk.
 *
 * @throws what the decider throws; CommandIdReused; StreamChanged after {@link MAX_HANDLE_ATTEMPTS} lost races; what
 * `append` throws.
 */
export async function handle<State, Command extends CommandIdentity>(
  store: EventStore,
  decider: Decider<State, Command>,
  stream: string,
  command: Command,
): Promise<Handled> {
  const cache = streams(store, decider);
  for (let attempt = 0; attempt < MAX_HANDLE_ATTEMPTS; attempt++) {
    const folded = await cache.load(stream);
    if (folded.dropped) continue;

    const known = folded.commands.get(command.id);
    if (known !== undefined) {
      const handled = await replay(store, decider, stream, command, known);
      if (handled !== undefined) return handled;
      continue;
    }

    const decidedOn = folded.revision;
    let events: readonly EventToAppend[];
    try {
      events = decider.decide(command, folded.state);
    } catch (rejection) {
      if (await cache.wasCurrent(stream, folded, decidedOn)) throw rejection;
      continue;
    }

    // No await between deciding and appending: the order of decisions is the order of appends.
    const appended = store.append(stream, decidedOn === -1 ? 'no-stream' : decidedOn, events);
    const stored = events.map((event, index) => ({ ...event, stream, revision: decidedOn + 1 + index }));
    for (const event of stored) cache.take(folded, event);
    const taken = folded.commands.get(command.id);
    if (taken !== undefined) taken.appended = appended;
    const settled = appended.then(
      () => undefined,
      () => cache.drop(stream, folded),
    );
    folded.underWay.add(settled);
    try {
      const { revision, position } = await appended;
      if (taken !== undefined) delete taken.appended;
      cache.weigh(stream, folded);
      return { events: stored, revision, position, replayed: false };
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
    } finally {
      folded.underWay.delete(settled);
    }
  }
  throw new StreamChanged(stream, MAX_HANDLE_ATTEMPTS);
}

/** The answer that the same command got before; undefined where its append failed meanwhile. */
async function replay<State, Command extends CommandIdentity>(
  store: EventStore,
  decider: Decider<State, Command>,
  stream: string,
  command: Command,
  known: KnownCommand,
): Promise<Handled | undefined> {
  if (known.appended !== undefined) {
    const [outcome] = await Promise.allSettled([known.appended]);
    if (outcome.status === 'rejected') return undefined;
  }
  const events: RecordedEvent[] = [];
  for await (const event of store.read(stream, known.first)) {
    events.push(event);
    if (event.revision === known.last) break;
  }
  const last = events.at(-1);
  if (last === undefined) return undefined;
  if (!decider.saysTheSame(command, last)) throw new CommandIdReused(command.id);
  return { events, revision: last.revision, position: last.position, replayed: true };
}
