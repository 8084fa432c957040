import { Controller, Get, Header, HttpCode, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Registry } from 'prom-client';
import { Rule } from '../access/rule';
import { AliveAnswer, ReadyAnswer } from '../answers/health.answer';
import { Readiness } from '../run/readiness';
import { METRICS } from '../tokens';

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(METRICS) private readonly metrics: Registry,
  ) {}

  @Get('health/live')
  @Rule('public')
  @HttpCode(200)
  @ApiOperation({ summary: 'The process runs' })
  @ApiOkResponse({ type: AliveAnswer, description: 'What was asked for.' })
  live(): AliveAnswer {
    return { status: 'alive' };
  }

  @Get('health/ready')
  @Rule('public')
  @ApiOperation({ summary: 'The store answers and every read model is served' })
  @ApiOkResponse({ type: ReadyAnswer, description: 'What was asked for.' })
  @ApiResponse({ status: 503, type: ReadyAnswer, description: 'Not ready; `reasons` says why.' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadyAnswer> {
    const answer = await this.readiness.check();
    reply.status(answer.status === 'ready' ? 200 : 503).header('cache-control', 'no-store');
    return answer;
  }

  @Get('metrics')
  @Rule('public')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Metrics for Prometheus', description: 'Routes and numbers; never an id, never a text.' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'Text exposition format 0.0.4.', schema: { type: 'string' } })
  read(): Promise<string> {
    return this.metrics.metrics();
  }
}
