import { Get, Param, Query, Req, Res, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Bearer } from '@app/access';
import type { ProblemCode } from '@app/ledger';
import { bearerOf } from '../access/access.guard';
import { Rule } from '../access/rule';
import { DescribeRead, RelationshipParameter } from '../edge/describe';

export interface ReadRoute<Asked extends object> {
  /** Last part of its address. */
  readonly name: string;
  readonly summary: string;
  readonly answer: Type;
  /** What it can be asked with. */
  readonly query: Type<Asked>;
  /** What else than JSON it answers. */
  readonly alsoAs?: readonly string[];
  readonly problems?: readonly ProblemCode[];
  /** What reading it takes; absent: `read-entries`. */
  readonly rule?: 'read-entries' | 'read-score';
}

/**
 * Adds a read of the entries of a relationship to a controller, as a route of its own, so that each has its shape in the
 * description of the API.
 */
export function addRead<Reader extends object, Asked extends object>(
  controller: Type<Reader>,
  { name, summary, answer, query, alsoAs = [], problems = [], rule = 'read-entries' }: ReadRoute<Asked>,
  answerTo: (
    reader: Reader,
    relationship: string,
    query: Asked,
    context: { readonly reply: FastifyReply; readonly bearer: Bearer },
  ) => Promise<unknown>,
): void {
  const read = function (
    this: Reader,
    relationship: string,
    asked: Asked,
    reply: FastifyReply,
    request: FastifyRequest,
  ): Promise<unknown> {
    return answerTo(this, relationship, asked, { reply, bearer: bearerOf(request) });
  };
  // The description of the API names operations by it.
  Object.defineProperty(read, 'name', { value: name });
  const target = controller.prototype as object;
  Object.defineProperty(target, name, { value: read, configurable: true });
  Reflect.defineMetadata('design:paramtypes', [String, query, Object, Object], target, name);
  Param('relationship')(target, name, 0);
  Query()(target, name, 1);
  Res({ passthrough: true })(target, name, 2);
  Req()(target, name, 3);
  const descriptor = Object.getOwnPropertyDescriptor(target, name) as TypedPropertyDescriptor<unknown>;
  for (const decorate of [
    Get(name),
    Rule(rule),
    ApiOperation({ summary }),
    ApiExtraModels(answer),
    ApiOkResponse({
      description: 'What was asked for.',
      content: {
        'application/json': { schema: { $ref: getSchemaPath(answer) } },
        ...Object.fromEntries(alsoAs.map((type) => [type, { schema: { type: 'string' as const } }])),
      },
    }),
    RelationshipParameter(),
    DescribeRead('relationship-not-found', ...problems),
  ]) {
    decorate(target, name, descriptor);
  }
}
