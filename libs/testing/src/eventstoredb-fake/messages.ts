import { Code } from '@eventstore/db-client/generated/code_pb';
import {
  Empty,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  StreamIdentifier,
  UUID,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { type AppendReq, type BatchAppendReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import type { Message } from 'google-protobuf';
import { MAX_APPEND_DATA_BYTES, type AppendOutcome, type ProposedEvent, type StoredEvent } from './log';

type Refusal = Exclude<AppendOutcome, { outcome: 'stored' }>;

/** .NET counts time in units of 100 ns; the client divides this by 10,000 and takes it for Unix milliseconds. */
const TICKS_PER_MS = 10_000n;

export function streamIdentifier(stream: string): StreamIdentifier {
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8').toString('base64'));
  return identifier;
}

export function streamName(identifier: StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

export function uuid(text: string): UUID {
  const id = new UUID();
  id.setString(text);
  return id;
}

export function uuidText(id: UUID | undefined): string {
  const structured = id?.getStructured();
  if (structured === undefined) return (id?.getString() ?? '').toLowerCase();
  const bytes = Buffer.alloc(16);
  bytes.writeBigInt64BE(BigInt.asIntN(64, BigInt(structured.getMostSignificantBits())), 0);
  bytes.writeBigInt64BE(BigInt.asIntN(64, BigInt(structured.getLeastSignificantBits())), 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function proposedEvent(message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): ProposedEvent {
  const metadata = message.getMetadataMap();
  return {
    id: uuidText(message.getId()),
    type: metadata.get('type') ?? '',
    contentType: metadata.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

export function readEvent(event: StoredEvent): ReadResp {
  const recorded = new ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuid(event.id));
  recorded.setStreamIdentifier(streamIdentifier(event.stream));
  recorded.setStreamRevision(String(event.revision));
  recorded.setCommitPosition(String(event.position));
  recorded.setPreparePosition(String(event.position));
  const metadata = recorded.getMetadataMap();
  metadata.set('type', event.type);
  metadata.set('content-type', event.contentType);
  metadata.set('created', String(BigInt(event.createdAtMs) * TICKS_PER_MS));
  recorded.setData(event.data);
  recorded.setCustomMetadata(event.metadata);
  const read = new ReadResp.ReadEvent();
  read.setEvent(recorded);
  read.setCommitPosition(String(event.position));
  const response = new ReadResp();
  response.setEvent(read);
  return response;
}

/** A refusal as the batch path says it: a status with a packed message. */
export function refusalStatus(stream: string, expected: string, refusal: Refusal): Status {
  switch (refusal.outcome) {
    case 'wrong-version': {
      const details = new WrongExpectedVersion();
      if (refusal.current === undefined) details.setCurrentNoStream(new Empty());
      else details.setCurrentStreamRevision(String(refusal.current));
      if (expected === 'no-stream') details.setExpectedNoStream(new Empty());
      else if (expected === 'any') details.setExpectedAny(new Empty());
      else if (expected === 'stream-exists') details.setExpectedStreamExists(new Empty());
      else details.setExpectedStreamPosition(expected);
      return packed(Code.UNKNOWN, 'WrongExpectedVersion', details);
    }
    case 'too-large': {
      const details = new MaximumAppendSizeExceeded();
      details.setMaxappendsize(MAX_APPEND_DATA_BYTES);
      return packed(Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', details);
    }
    case 'deleted': {
      const details = new StreamDeleted();
      details.setStreamIdentifier(streamIdentifier(stream));
      return packed(Code.FAILED_PRECONDITION, 'StreamDeleted', details);
    }
  }
}

/** A refusal as the other calls say it: an error with trailers. */
export function refusalError(stream: string, refusal: Refusal): Partial<ServiceError> {
  switch (refusal.outcome) {
    case 'wrong-version':
      return failure(status.FAILED_PRECONDITION, 'Append failed due to WrongExpectedVersion.', {
        exception: 'wrong-expected-version',
        'stream-name': encodeURIComponent(stream),
        'expected-version': '-1',
        'actual-version': String(refusal.current ?? -1n),
      });
    case 'too-large':
      return failure(status.INVALID_ARGUMENT, 'Maximum Append Size Exceeded.', {
        exception: 'maximum-append-size-exceeded',
        'maximum-append-size': String(MAX_APPEND_DATA_BYTES),
      });
    case 'deleted':
      return failure(status.FAILED_PRECONDITION, 'Event stream is deleted.', {
        exception: 'stream-deleted',
        'stream-name': encodeURIComponent(stream),
      });
  }
}

export const CUT = failure(status.UNAVAILABLE, 'Connection dropped');
export const NOT_READY = failure(status.UNKNOWN, 'Server Is Not Ready');

function failure(code: status, details: string, trailers: Record<string, string> = {}): Partial<ServiceError> {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details, metadata };
}

function packed(code: Code, name: string, details: Message): Status {
  const any = new Any();
  any.pack(details.serializeBinary(), `event_store.client.${name}`);
  const refusal = new Status();
  refusal.setCode(code);
  refusal.setMessage(name);
  refusal.setDetails(any);
  return refusal;
}
