import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Bearer } from '@app/access';
import { bearerOf } from '../access/access.guard';
import { idempotencyKeyOf } from '../edge/idempotency-key';

/** Who answers which entry, under which key. */
export interface AnswerCall {
  readonly bearer: Bearer;
  readonly relationship: string;
  readonly entry: string;
  readonly key: string;
}

export const AnswerCall = createParamDecorator((_data: unknown, context: ExecutionContext): AnswerCall => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { relationship, entry } = request.params as { relationship: string; entry: string };
  return { bearer: bearerOf(request), relationship, entry, key: idempotencyKeyOf(request) };
});
