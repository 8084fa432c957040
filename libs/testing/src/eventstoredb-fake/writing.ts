import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { AllStreamPosition, type UUID } from '@eventstore/db-client/generated/shared_pb';
import {
  type AppendReq,
  AppendResp,
  type BatchAppendReq,
  BatchAppendResp,
  type DeleteReq,
  DeleteResp,
  type TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb';
import type { sendUnaryData, ServerDuplexStream, ServerReadableStream, ServerUnaryCall } from '@grpc/grpc-js';
import type { Faults, LostAppend } from './faults';
import type { AppendOutcome, ExpectedVersion, FakeLog, ProposedEvent } from './log';
import {
  CUT,
  NOT_READY,
  proposedEvent,
  refusalError,
  refusalStatus,
  streamIdentifier,
  streamName,
  uuidText,
} from './messages';

/** An append while its parts come in. */
interface Pending {
  readonly stream: string;
  readonly expected: ExpectedVersion;
  readonly events: ProposedEvent[];
}

type Answer = AppendOutcome | Extract<LostAppend, 'not-ready'> | 'cut' | 'silence';

interface Expectation {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

/** The calls that write. */
export class Writing {
  constructor(
    private readonly log: FakeLog,
    private readonly faults: Faults,
    /** Tells subscriptions that the log has grown. */
    private readonly grown: () => void,
  ) {}

  readonly append = (call: ServerReadableStream<AppendReq, AppendResp>, callback: sendUnaryData<AppendResp>): void => {
    let pending: Pending | undefined;
    call.on('data', (request: AppendReq) => {
      const options = request.getOptions();
      const message = request.getProposedMessage();
      if (options !== undefined) {
        const stream = streamName(options.getStreamIdentifier());
        pending = { stream, expected: expectedVersion(options, options.getRevision()), events: [] };
      } else if (message !== undefined) pending?.events.push(proposedEvent(message));
    });
    call.on('end', () => {
      const complete = pending;
      if (complete === undefined) return;
      this.#answer(complete, (answer) => {
        if (answer === 'silence') return;
        if (answer === 'cut') return callback(CUT);
        if (answer === 'not-ready') return callback(NOT_READY);
        if (answer.outcome === 'stored') return callback(null, appendSuccess(answer.revision, answer.position));
        if (answer.outcome === 'wrong-version')
          return callback(null, appendConflict(complete.expected, answer.current));
        callback(refusalError(complete.stream, answer));
      });
    });
  };

  readonly batchAppend = (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void => {
    const waiting = new Map<string, Pending>();
    call.on('data', (request: BatchAppendReq) => {
      const id = uuidText(request.getCorrelationId());
      const options = request.getOptions();
      if (options !== undefined) {
        const stream = streamName(options.getStreamIdentifier());
        waiting.set(id, { stream, expected: expectedVersion(options, options.getStreamPosition()), events: [] });
      }
      const pending = waiting.get(id);
      if (pending === undefined) return;
      pending.events.push(...request.getProposedMessagesList().map(proposedEvent));
      if (!request.getIsFinal()) return;
      waiting.delete(id);
      this.#answer(pending, (answer) => {
        if (answer === 'silence' || call.cancelled || call.destroyed) return;
        if (answer === 'cut') call.emit('error', CUT);
        else if (answer === 'not-ready') call.emit('error', NOT_READY);
        else call.write(batchAnswer(request.getCorrelationId(), pending, answer));
      });
    });
    call.on('end', () => call.end());
    // A client that goes away ends the call with an error; there is nobody left to tell.
    call.on('error', () => waiting.clear());
  };

  readonly delete = (call: ServerUnaryCall<DeleteReq, DeleteResp>, callback: sendUnaryData<DeleteResp>): void => {
    const options = call.request.getOptions();
    const stream = streamName(options?.getStreamIdentifier());
    const expected = options === undefined ? 'any' : expectedVersion(options, options.getRevision());
    this.#deleted(stream, this.log.softDelete(stream, expected), new DeleteResp(), new DeleteResp.Position(), callback);
  };

  readonly tombstone = (
    call: ServerUnaryCall<TombstoneReq, TombstoneResp>,
    callback: sendUnaryData<TombstoneResp>,
  ): void => {
    const options = call.request.getOptions();
    const stream = streamName(options?.getStreamIdentifier());
    const expected = options === undefined ? 'any' : expectedVersion(options, options.getRevision());
    const position = new TombstoneResp.Position();
    this.#deleted(stream, this.log.tombstone(stream, expected), new TombstoneResp(), position, callback);
  };

  #deleted<Response extends DeleteResp | TombstoneResp, Position extends DeleteResp.Position | TombstoneResp.Position>(
    stream: string,
    result: AppendOutcome,
    response: Response & { setPosition(position: Position): unknown },
    position: Position,
    callback: sendUnaryData<Response>,
  ): void {
    if (result.outcome !== 'stored') return callback(refusalError(stream, result));
    this.grown();
    position.setCommitPosition(String(result.position));
    position.setPreparePosition(String(result.position));
    response.setPosition(position);
    callback(null, response);
  }

  #answer(pending: Pending, give: (answer: Answer) => void): void {
    const held = this.faults.held();
    if (held === undefined) give(this.#decide(pending));
    else void held.then(() => give(this.#decide(pending)));
  }

  #decide(pending: Pending): Answer {
    const loss = this.faults.nextLoss();
    if (loss === 'cut-before-storing') return 'cut';
    if (loss === 'silent-before-storing') return 'silence';
    if (loss === 'not-ready') return loss;
    if (loss === 'wrong-version') {
      const current = typeof pending.expected === 'bigint' ? pending.expected + 1n : 0n;
      return { outcome: 'wrong-version', current };
    }
    const outcome = this.log.append(pending.stream, pending.expected, pending.events);
    // About one event in ten reached a live subscriber before its own append was answered.
    if (this.faults.appends % 10 === 0) this.grown();
    else setImmediate(this.grown);
    if (loss === 'cut-after-storing') return 'cut';
    return loss === 'silent-after-storing' ? 'silence' : outcome;
  }
}

function expectedVersion(options: Expectation, revision: string): ExpectedVersion {
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream-exists' : BigInt(revision);
}

function appendSuccess(revision: bigint, position: bigint | undefined): AppendResp {
  const success = new AppendResp.Success();
  success.setCurrentRevision(String(revision));
  if (position === undefined) success.setNoPosition(new Empty());
  else {
    const at = new AppendResp.Position();
    at.setCommitPosition(String(position));
    at.setPreparePosition(String(position));
    success.setPosition(at);
  }
  const response = new AppendResp();
  response.setSuccess(success);
  return response;
}

function appendConflict(expected: ExpectedVersion, current: bigint | undefined): AppendResp {
  const conflict = new AppendResp.WrongExpectedVersion();
  if (current === undefined) conflict.setCurrentNoStream(new Empty());
  else conflict.setCurrentRevision(String(current));
  if (expected === 'no-stream') conflict.setExpectedNoStream(new Empty());
  else if (expected === 'any') conflict.setExpectedAny(new Empty());
  else if (expected === 'stream-exists') conflict.setExpectedStreamExists(new Empty());
  else conflict.setExpectedRevision(String(expected));
  const response = new AppendResp();
  response.setWrongExpectedVersion(conflict);
  return response;
}

function batchAnswer(
  correlation: UUID | undefined,
  { stream, expected }: Pending,
  outcome: AppendOutcome,
): BatchAppendResp {
  const response = new BatchAppendResp();
  response.setCorrelationId(correlation);
  response.setStreamIdentifier(streamIdentifier(stream));
  if (outcome.outcome !== 'stored') {
    response.setError(refusalStatus(stream, String(expected), outcome));
    return response;
  }
  const success = new BatchAppendResp.Success();
  success.setCurrentRevision(String(outcome.revision));
  if (outcome.position !== undefined) {
    const at = new AllStreamPosition();
    at.setCommitPosition(String(outcome.position));
    at.setPreparePosition(String(outcome.position));
    success.setPosition(at);
  }
  response.setSuccess(success);
  return response;
}
