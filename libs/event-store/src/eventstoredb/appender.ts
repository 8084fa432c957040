import type { AppendResult as ClientAppendResult, EventStoreDBClient, JSONEventData } from '@eventstore/db-client';
import { IncompatibleStore, StoreUnavailable } from '../errors';
import type { AppendResult, EventToAppend } from '../event-store';
import type { SerialisedAppend } from '../serialised-append';
import { backoff } from './backoff';
import type { ConnectionWatch } from './connection-state';
import { appendRefusal, isFailedDiscovery, NoAnswer, reasonOf } from './failures';
import { ATTEMPTS } from './limits';
import { formatPosition } from './positions';
import type { SharedClient } from './shared-client';

/** The append before this one on its stream. */
interface Ahead {
  pending: boolean;
  readonly ended: Promise<void>;
}

/**
 * Appends with exact revisions until the outcome is known.
 *
 * @remarks Appends of one stream go out at once, one behind the other, and the server takes them in that order. Only
 * when one has to be tried again do those behind it wait: they would meet a stream that is not yet where they expect it.
 */
export class Appender {
  readonly #lastOf = new Map<string, Ahead>();
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly shared: SharedClient,
    private readonly watch: ConnectionWatch,
    private readonly timeoutMs: number,
    /** No attempt begins after this. */
    private readonly closing: AbortSignal,
  ) {}

  append(append: SerialisedAppend, events: readonly EventToAppend[]): Promise<AppendResult> {
    const { stream } = append;
    const result = this.#untilKnown(append, clientEvents(append, events), this.#lastOf.get(stream));
    const last: Ahead = { pending: true, ended: result.then(done, done) };
    const lastOf = this.#lastOf;
    function done(): void {
      last.pending = false;
      if (lastOf.get(stream) === last) lastOf.delete(stream);
    }
    lastOf.set(stream, last);
    this.#underWay.add(last.ended);
    void last.ended.then(() => this.#underWay.delete(last.ended));
    return result;
  }

  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  async #untilKnown(
    append: SerialisedAppend,
    events: JSONEventData[],
    ahead: Ahead | undefined,
  ): Promise<AppendResult> {
    for (let attempt = 1; ; attempt += 1) {
      const client = this.shared.client;
      // Asked before the answer: what was ahead then may have ended when the answer comes.
      const waitsForAhead = ahead?.pending === true;
      try {
        const { nextExpectedRevision, position } = await this.#once(client, append, events);
        this.watch.answered();
        if (position === undefined) throw new IncompatibleStore('the server answers an append without its position');
        return { revision: Number(nextExpectedRevision), position: formatPosition(position) };
      } catch (error) {
        if (error instanceof IncompatibleStore) throw error;
        const refusal = appendRefusal(error, append);
        if (refusal !== undefined) {
          this.watch.answered();
          if (!waitsForAhead) throw refusal;
          // The append ahead was lost on the way and is being tried again; this one came too early.
          await ahead.ended;
          continue;
        }
        this.watch.failed(reasonOf(error));
        if (isFailedDiscovery(error)) this.shared.replace(client);
        if (attempt >= ATTEMPTS || this.closing.aborted) {
          throw new StoreUnavailable(`EventStoreDB did not answer an append in ${attempt} attempts`, error);
        }
        if (waitsForAhead) await ahead.ended;
        await backoff(attempt, this.closing);
      }
    }
  }

  /** The client enforces no deadline on a batch append and never settles some calls, so the time limit is ours. */
  async #once(
    client: EventStoreDBClient,
    append: SerialisedAppend,
    events: JSONEventData[],
  ): Promise<ClientAppendResult> {
    const expectedRevision = append.expected === 'no-stream' ? 'no_stream' : BigInt(append.expected);
    const call = client.appendToStream(append.stream, events, { expectedRevision });
    this.shared.hold(call);
    let timer: NodeJS.Timeout | undefined;
    const timeLimit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new NoAnswer(this.timeoutMs)), this.timeoutMs);
    });
    try {
      return await Promise.race([call, timeLimit]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The client writes the JSON itself, from the caller's objects: those of the checked append are text already. */
function clientEvents({ events }: SerialisedAppend, given: readonly EventToAppend[]): JSONEventData[] {
  return events.map(({ id, type }, index) => {
    const { data = {}, metadata = {} } = given[index] ?? {};
    return { id, type, contentType: 'application/json', data, metadata };
  });
}
