import { HttpException } from '@nestjs/common';
import { AppendTooLarge, InvalidAppend, StoreClosed, StoreFull, StoreUnavailable } from '@app/event-store';
import { InvalidJson } from '@app/integrity';
import { Problem, PROBLEMS, type ProblemCode } from '@app/ledger';
import { ReadModelNotReady } from '@app/projections';
import { MAX_BODY_BYTES, RETRY_AFTER_SECONDS } from '../limits';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';
export const PROBLEMS_PATH = '/api/v1/problems';

/** RFC 9457. `type` is the address of the explanation, relative to the server. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly field?: string;
}

/** Codes after which the same request may succeed soon. */
const RETRIABLE: ReadonlySet<ProblemCode> = new Set([
  'store-unavailable',
  'read-model-behind',
  'too-many-requests',
  'conflict',
]);

export function problemBody(code: ProblemCode, detail: string, field?: string): ProblemBody {
  const { status, title } = PROBLEMS[code];
  return {
    type: `${PROBLEMS_PATH}/${code}`,
    title,
    status,
    detail,
    code,
    ...(field === undefined ? {} : { field }),
  };
}

/** Seconds for `Retry-After`, or null where repeating does not help. */
export function retryAfterSeconds(code: ProblemCode): number | null {
  return RETRIABLE.has(code) ? RETRY_AFTER_SECONDS : null;
}

/** What Fastify itself refuses, by the code of its error. */
const FASTIFY_PROBLEMS: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['body-too-large', `the body is larger than ${MAX_BODY_BYTES} bytes`],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media-type', 'the body must come as application/json'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['invalid-json', 'the body is not as long as Content-Length says'],
  FST_ERR_BAD_URL: ['not-found', 'the address is not well-formed'],
  FST_ERR_MAX_PARAM_LENGTH: ['not-found', 'a part of the address is too long'],
};

/** Every error as a problem; what is none of ours becomes `internal-error` without its message. */
export function problemOf(error: unknown): ProblemBody {
  if (error instanceof Problem) return problemBody(error.code, error.detail, error.field);
  if (error instanceof InvalidJson) return problemBody('invalid-json', error.message, error.path || undefined);
  if (error instanceof StoreFull) return problemBody('disk-full', 'the disk of the event store is full');
  if (error instanceof StoreUnavailable || error instanceof StoreClosed) {
    return problemBody('store-unavailable', 'the event store did not answer');
  }
  if (error instanceof AppendTooLarge) return problemBody('body-too-large', error.message);
  if (error instanceof InvalidAppend) return problemBody('invalid-entry', error.message);
  if (error instanceof ReadModelNotReady) return problemBody('read-model-behind', error.message);
  const known = FASTIFY_PROBLEMS[codeOf(error) ?? codeOf((error as { cause?: unknown } | null)?.cause) ?? ''];
  if (known) return problemBody(...known);
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return ofStatus(typeof status === 'number' ? status : 500);
}

function ofStatus(status: number): ProblemBody {
  if (status === 404) return problemBody('not-found', 'no such address');
  if (status === 413) return problemBody('body-too-large', 'the body is too large');
  if (status === 415) return problemBody('unsupported-media-type', 'the body must come as application/json');
  if (status >= 400 && status < 500) return problemBody('invalid-parameter', 'the request is not well-formed');
  return problemBody('internal-error', 'the server failed; nothing more is told here');
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}
