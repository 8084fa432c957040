import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '@app/ledger';
import { MAX_IDEMPOTENCY_KEY_LENGTH } from '../limits';

const PRINTABLE = new RegExp(`^[\\x20-\\x7e]{1,${MAX_IDEMPOTENCY_KEY_LENGTH}}$`);

/**
 * The `Idempotency-Key`, which every POST that writes must carry.
 *
 * @throws Problem `idempotency-key-missing`
 */
export function idempotencyKeyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key === 'string' && PRINTABLE.test(key)) return key;
  throw new Problem(
    'idempotency-key-missing',
    `Idempotency-Key must have 1 to ${MAX_IDEMPOTENCY_KEY_LENGTH} printable characters`,
  );
}

export const IdempotencyKey = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  idempotencyKeyOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
