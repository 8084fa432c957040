import { applyDecorators } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCookieAuth,
  ApiExtraModels,
  ApiHeader,
  ApiParam,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { PROBLEMS, type ProblemCode } from '@app/ledger';
import { LoggedAnswer } from '../answers/logged.answer';
import { ProblemAnswer } from '../answers/problem.answer';
import { MAX_IDEMPOTENCY_KEY_LENGTH } from '../limits';
import { problemBody } from './problem-body';

/** Describes the problems a route may answer, grouped by status, each code with an example. */
export function Problems(...codes: readonly ProblemCode[]): MethodDecorator & ClassDecorator {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  const responses = [...byStatus].map(([status, group]) =>
    ApiResponse({
      status,
      description: group.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('\n\n'),
      content: {
        'application/problem+json': {
          schema: { $ref: getSchemaPath(ProblemAnswer) },
          examples: Object.fromEntries(group.map((code) => [code, { value: problemBody(code, PROBLEMS[code].title) }])),
        },
      },
    }),
  );
  return applyDecorators(ApiExtraModels(ProblemAnswer), ...responses);
}

/** Made anew for each route: the decorators add to the list that they were made with. */
const signedIn = (): MethodDecorator[] => [ApiBearerAuth('token'), ApiCookieAuth('session')];
const ANY_CALL: readonly ProblemCode[] = ['unauthenticated', 'forbidden', 'too-many-requests', 'internal-error'];

/** A read of the API: needs a token, carries an ETag, says what it covers. */
export function DescribeRead(...codes: readonly ProblemCode[]): MethodDecorator {
  return applyDecorators(
    ...signedIn(),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'ETag of an earlier answer: 304 where it still holds',
    }),
    ApiResponse({ status: 304, description: 'Unchanged since the ETag of If-None-Match.' }),
    Problems('invalid-parameter', ...ANY_CALL, 'store-unavailable', 'read-model-behind', ...codes),
  );
}

/** A file that is stored: needs a token. */
export function DescribeFile(): MethodDecorator {
  return applyDecorators(
    ...signedIn(),
    Problems(
      'invalid-entry',
      ...ANY_CALL,
      'relationship-not-found',
      'body-too-large',
      'unsupported-media-type',
      'not-allowed-now',
      'store-unavailable',
      'primary-only',
      'disk-full',
    ),
  );
}

/** A command: needs a token and an idempotency key. */
export function DescribeWrite(...codes: readonly ProblemCode[]): MethodDecorator {
  return applyDecorators(
    ...signedIn(),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'the same key and body again: the same answer, and nothing is written twice',
      schema: { type: 'string', minLength: 1, maxLength: MAX_IDEMPOTENCY_KEY_LENGTH },
      example: '7d1f5a9e-note-1',
    }),
    Problems(
      'invalid-json',
      'invalid-entry',
      'idempotency-key-missing',
      ...ANY_CALL,
      'idempotency-key-reused',
      'conflict',
      'body-too-large',
      'unsupported-media-type',
      'invalid-date',
      'store-unavailable',
      'read-only',
      'disk-full',
      ...codes,
    ),
  );
}

/** A command that logs one entry. */
export function DescribeLog(...codes: readonly ProblemCode[]): MethodDecorator {
  return applyDecorators(
    ApiResponse({
      status: 201,
      type: LoggedAnswer,
      description: 'Logged, and on disk.',
      headers: { Location: { description: 'address of what was logged', schema: { type: 'string' } } },
    }),
    ApiResponse({
      status: 200,
      type: LoggedAnswer,
      description: 'The same key and body came before: the same answer.',
    }),
    DescribeWrite(...codes),
  );
}

export const RelationshipParameter = (): MethodDecorator =>
  ApiParam({ name: 'relationship', type: String, description: 'id of the relationship', example: 'north-road' });

export const EntryParameter = (): MethodDecorator =>
  ApiParam({ name: 'entry', type: String, description: 'id of the entry', example: 'e-0002' });
