import { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Faults } from './faults';
import type { FakeLog, StoredEvent } from './log';
import { readEvent, refusalError, streamIdentifier, streamName } from './messages';

type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Events that the server looks at for one page of a subscription, and between two checkpoints at multiplier 1. */
const SEARCH_WINDOW_EVENTS = 32;
const { BACKWARDS } = ReadReq.Options.ReadDirection;

/** The call that reads: one stream, all streams, and subscriptions to all with or without a filter. */
export class Reading {
  readonly #subscribers = new Set<() => void>();

  constructor(
    private readonly log: FakeLog,
    private readonly faults: Faults,
  ) {}

  readonly grown = (): void => {
    for (const wake of this.#subscribers) wake();
  };

  readonly read = (call: ReadCall): void => {
    // A client that leaves cancels the call, which shows in `call.cancelled`.
    call.on('error', () => undefined);
    this.#read(call).catch((error: unknown) => call.emit('error', error));
  };

  async #read(call: ReadCall): Promise<void> {
    await this.faults.held();
    const options = call.request.getOptions();
    if (options?.hasSubscription() === true) return this.#subscription(call, options);
    const stream = options?.getStream();
    if (options !== undefined && stream !== undefined) return this.#stream(call, options, stream);
    return this.#all(call, options);
  }

  async #stream(call: ReadCall, options: ReadReq.Options, from: ReadReq.Options.StreamOptions): Promise<void> {
    const name = streamName(from.getStreamIdentifier());
    const events = this.log.read(name);
    if (events === 'deleted') {
      call.emit('error', refusalError(name, { outcome: 'deleted' }));
      return;
    }
    if (events === 'not-found') {
      const notFound = new ReadResp.StreamNotFound();
      notFound.setStreamIdentifier(streamIdentifier(name));
      const response = new ReadResp();
      response.setStreamNotFound(notFound);
      call.write(response);
      call.end();
      return;
    }
    const backwards = options.getReadDirection() === BACKWARDS;
    const first = from.hasStart() ? 0n : from.hasEnd() ? (events.at(-1)?.revision ?? 0n) : BigInt(from.getRevision());
    const wanted = events.filter(({ revision }) => (backwards ? revision <= first : revision >= first));
    if (backwards) wanted.reverse();
    await this.#send(call, wanted, Number(options.getCount()));
  }

  async #all(call: ReadCall, options: ReadReq.Options | undefined): Promise<void> {
    const from = options?.getAll();
    const position = from?.getPosition();
    const backwards = options?.getReadDirection() === BACKWARDS;
    let index = 0;
    if (from?.hasEnd() === true) index = backwards ? this.log.length - 1 : this.log.length;
    else if (position !== undefined) index = this.log.indexOf(BigInt(position.getCommitPosition()));
    const log = this.log;
    function* wanted(): Generator<StoredEvent> {
      for (let event = log.at(index); event !== undefined; event = log.at(index)) {
        yield event;
        index += backwards ? -1 : 1;
      }
    }
    await this.#send(call, wanted(), Number(options?.getCount() ?? 0));
  }

  async #send(call: ReadCall, events: Iterable<StoredEvent>, count: number): Promise<void> {
    let sent = 0;
    for (const event of events) {
      if (sent === count || call.cancelled) break;
      await write(call, readEvent(event));
      sent += 1;
    }
    call.end();
  }

  async #subscription(call: ReadCall, options: ReadReq.Options): Promise<void> {
    this.faults.subscriptions += 1;
    let wake = (): void => undefined;
    const onGrown = (): void => wake();
    this.#subscribers.add(onGrown);
    call.on('cancelled', () => {
      this.#subscribers.delete(onGrown);
      wake();
    });
    await write(call, confirmation());

    const position = options.getAll()?.getPosition();
    const after = position === undefined ? -1n : BigInt(position.getCommitPosition());
    const last = this.log.at(this.log.length - 1)?.position ?? -1n;
    let index = options.getAll()?.hasEnd() === true ? this.log.length : this.log.indexOf(after + 1n);
    const matches = filterOf(options);
    const interval = (options.getFilter()?.getCheckpointintervalmultiplier() ?? 0) * SEARCH_WINDOW_EVENTS;
    let considered = 0;
    // A position beyond the end of the log is followed in silence: there is not even a word that it has caught up.
    let live = after > last;
    while (!call.cancelled) {
      const event = this.log.at(index);
      if (event === undefined) {
        if (!live) await write(call, caughtUp());
        live = true;
        if (this.log.at(index) !== undefined || call.cancelled) continue;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      await this.faults.held();
      if (matches(event)) await write(call, readEvent(event));
      index += 1;
      considered += 1;
      if (interval > 0 && considered % interval === 0) await write(call, checkpoint(event.position, live));
    }
    this.#subscribers.delete(onGrown);
  }
}

function filterOf(options: ReadReq.Options): (event: StoredEvent) => boolean {
  const filter = options.getFilter();
  if (filter === undefined) return () => true;
  const byName = filter.getStreamIdentifier();
  const expression = byName ?? filter.getEventType();
  const prefixes = expression?.getPrefixList() ?? [];
  const pattern = new RegExp(expression?.getRegex() ?? '');
  return ({ stream, type }) => {
    const text = byName === undefined ? type : stream;
    return prefixes.length > 0 ? prefixes.some((prefix) => text.startsWith(prefix)) : pattern.test(text);
  };
}

async function write(call: ReadCall, response: ReadResp): Promise<void> {
  if (call.cancelled || call.destroyed || call.write(response)) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      for (const name of ['drain', 'cancelled', 'close']) call.off(name, go);
      resolve();
    };
    for (const name of ['drain', 'cancelled', 'close']) call.on(name, go);
  });
}

function confirmation(): ReadResp {
  const confirmed = new ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId(crypto.randomUUID());
  const response = new ReadResp();
  response.setConfirmation(confirmed);
  return response;
}

function caughtUp(): ReadResp {
  const response = new ReadResp();
  response.setCaughtUp(new ReadResp.CaughtUp());
  return response;
}

/** In catch-up a checkpoint may have the prepare position 0, which is the position of nothing. */
function checkpoint(position: bigint, live: boolean): ReadResp {
  const reached = new ReadResp.Checkpoint();
  reached.setCommitPosition(String(position));
  reached.setPreparePosition(live ? String(position) : '0');
  const response = new ReadResp();
  response.setCheckpoint(reached);
  return response;
}
