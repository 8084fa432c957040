import { EventStoreDBClient } from '@eventstore/db-client';
import { IncompatibleStore } from '../errors';
import { DISPOSE_WAIT_MS, KEEP_ALIVE_INTERVAL_MS, KEEP_ALIVE_TIMEOUT_MS } from './limits';

/** Clients of this process by connection string. */
const shared = new Map<string, SharedClient>();
/** Appends under way in this process, and the client of each. */
const underWay = new Map<Promise<unknown>, SharedClient>();

/**
 * The one client of a process for a connection string.
 *
 * @remarks The client keeps the appends under way of all its instances in one table and empties it when any of them is
 * disposed or loses its server: the others' appends are then rejected though stored, and their late answers end the
 * process. So stores on one server share a client, and it is disposed only when nothing is under way anywhere.
 */
export class SharedClient {
  #client: EventStoreDBClient;
  #users = 0;
  /** Whether the present client has ever reached a server; one that has not holds nothing that needs disposal. */
  #reached = false;
  readonly #replaced: EventStoreDBClient[] = [];

  private constructor(private readonly url: string) {
    this.#client = connect(url);
  }

  /** @throws IncompatibleStore for a connection string that the client does not understand. */
  static open(url: string): SharedClient {
    const client = shared.get(url) ?? new SharedClient(url);
    shared.set(url, client);
    client.#users += 1;
    return client;
  }

  get client(): EventStoreDBClient {
    return this.#client;
  }

  /** To be called for every append: while it is under way, no other client of the process is disposed. */
  hold(append: Promise<unknown>): void {
    underWay.set(append, this);
    const ended = (): boolean => underWay.delete(append);
    append
      .then(
        () => this.reached(),
        () => undefined,
      )
      .finally(ended);
  }

  /** To be called when the server has answered. */
  reached(): void {
    this.#reached = true;
  }

  /** Makes a new client after a failed discovery, unless that has already been done. */
  replace(failed: EventStoreDBClient): void {
    if (failed !== this.#client) return;
    if (this.#reached) this.#replaced.push(failed);
    this.#reached = false;
    this.#client = connect(this.url);
  }

  /** Disposes the client when its last user releases it. */
  async release(): Promise<void> {
    this.#users -= 1;
    if (this.#users > 0) return;
    shared.delete(this.url);
    await othersSettled(this);
    // The client waits here for calls to end whose connection may already let the process end: the timer does not.
    await bounded(Promise.allSettled([this.#client, ...this.#replaced].map((client) => client.dispose())));
  }
}

async function othersSettled(leaving: SharedClient): Promise<void> {
  const others = [...underWay].filter(([, client]) => client !== leaving).map(([append]) => append);
  // Bounded, because an append that is never answered stays under way for ever.
  if (others.length > 0) await bounded(Promise.allSettled(others));
}

/** Waits for something that may never settle, and keeps the process alive meanwhile. */
async function bounded(wait: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeLimit = new Promise<void>((resolve) => (timer = setTimeout(resolve, DISPOSE_WAIT_MS)));
  await Promise.race([wait, timeLimit]);
  clearTimeout(timer);
}

function connect(url: string): EventStoreDBClient {
  const keepAlive = /[?&]keep[-_]?alive[-_]?interval=/i.test(url)
    ? ''
    : `keepAliveInterval=${KEEP_ALIVE_INTERVAL_MS}&keepAliveTimeout=${KEEP_ALIVE_TIMEOUT_MS}&`;
  // The last word counts: without throwing, the client answers revision 1 to every conflict.
  const options = `${url.includes('?') ? '&' : '?'}${keepAlive}throwOnAppendFailure=true`;
  try {
    return EventStoreDBClient.connectionString(`${url.replace(/\/+$/, '')}${options}`);
  } catch {
    // Neither the string nor the client's own error is repeated: both have the password in them.
    throw new IncompatibleStore('not a connection string of EventStoreDB (esdb://HOST:PORT?tls=false, for instance)');
  }
}
