import { Body, Controller, Get, Inject, Param, Post, Query, Res, UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Bearer } from '@app/access';
import { GetEntry, GetTrail, ListEntries, LogEntry } from '@app/ledger/handlers';
import { CurrentBearer } from '../access/access.guard';
import { Rule } from '../access/rule';
import { EntriesAnswer, EntryAnswer, TrailAnswer } from '../answers/entry.answer';
import { LoggedAnswer } from '../answers/logged.answer';
import { EntryBodyShape } from '../bodies/entry.body';
import { EntriesQuery, EntryQuery, TrailQuery } from '../bodies/queries';
import { DescribeLog, DescribeRead, EntryParameter, RelationshipParameter } from '../edge/describe';
import { CatchUpInterceptor } from '../edge/catch-up.interceptor';
import { IdempotencyKey } from '../edge/idempotency-key';
import type { RunningClock } from '../run/run-clock';
import { LEDGER_CLOCK } from '../tokens';
import { parametersOf } from './parameters';
import { replyLogged } from './reply-logged';

@ApiTags('entries')
@Controller('api/v1/relationships/:relationship')
export class EntriesController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(LEDGER_CLOCK) private readonly ledgerClock: RunningClock | null,
  ) {}

  @Post('entries')
  @Rule('log-entries')
  @ApiOperation({
    summary: 'Log an entry',
    description:
      'In the name of the token’s party; an auditor, who has none, logs audits and findings. Id and recorded time come from the ledger; entries are never changed.',
  })
  @RelationshipParameter()
  @DescribeLog(
    'relationship-not-found',
    'entry-not-found',
    'unknown-kind',
    'kind-not-writable',
    'unknown-factor',
    'unknown-party',
    'effective-in-future',
    'checkpoint-contradicted',
    'no-fault',
    'sign-contradicts-data',
    'invalid-answer',
    'in-effect',
    'not-allowed-now',
    'signature-required',
    'signature-invalid',
  )
  async log(
    @CurrentBearer() bearer: Bearer,
    @Param('relationship') relationship: string,
    @IdempotencyKey() key: string,
    @Body() { checkpointSeen, signature, ...body }: EntryBodyShape,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoggedAnswer> {
    const proven = { checkpointSeen, signature };
    const logged = await this.commands.execute(new LogEntry(relationship, bearer.author, key, body, proven));
    // What was handed in can be revealed.
    if (body.kind === 'round.closed') this.ledgerClock?.soon();
    return replyLogged(reply, relationship, logged);
  }

  @Get('entries')
  @Rule('read-entries')
  @ApiOperation({
    summary: 'Entries, page by page, oldest or newest first',
    description: 'Conditions are joined by “and”.',
  })
  @ApiOkResponse({ type: EntriesAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found')
  list(@Param('relationship') relationship: string, @Query() query: EntriesQuery): Promise<unknown> {
    return this.queries.execute(new ListEntries(relationship, parametersOf(query)));
  }

  @Get('entries/:entry')
  @UseInterceptors(CatchUpInterceptor)
  @Rule('read-entries')
  @ApiOperation({ summary: 'One entry' })
  @ApiOkResponse({ type: EntryAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @EntryParameter()
  @DescribeRead('relationship-not-found', 'entry-not-found')
  one(
    @Param('relationship') relationship: string,
    @Param('entry') entry: string,
    @Query() query: EntryQuery,
  ): Promise<unknown> {
    return this.queries.execute(new GetEntry(relationship, { entry, ...parametersOf(query) }));
  }

  @Get('trail')
  @Rule('read-entries')
  @ApiOperation({ summary: 'The audit trail: every entry, in ledger order' })
  @ApiOkResponse({ type: TrailAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found')
  trail(@Param('relationship') relationship: string, @Query() query: TrailQuery): Promise<unknown> {
    return this.queries.execute(new GetTrail(relationship, parametersOf(query)));
  }
}
