import { Body, Controller, Get, Inject, Param, Post, Query, Res, UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AccessBook, type Bearer } from '@app/access';
import { Problem } from '@app/ledger';
import { EstablishRelationship, ListRelationships } from '@app/ledger/handlers';
import { CurrentBearer, visibleTo } from '../access/access.guard';
import { maySeeSelections } from '../access/selection.guard';
import { Rule } from '../access/rule';
import { LoggedAnswer } from '../answers/logged.answer';
import { RelationshipAnswer, RelationshipsAnswer } from '../answers/relationship.answer';
import { ReadQuery } from '../bodies/queries';
import { RelationshipBody } from '../bodies/relationship.body';
import { DescribeLog, DescribeRead, RelationshipParameter } from '../edge/describe';
import { CatchUpInterceptor } from '../edge/catch-up.interceptor';
import { IdempotencyKey } from '../edge/idempotency-key';
import { replyLogged } from './reply-logged';

@ApiTags('relationships')
@Controller('api/v1/relationships')
export class RelationshipsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(AccessBook) private readonly book: AccessBook,
  ) {}

  @Post()
  @Rule('create-relationship')
  @ApiOperation({ summary: 'Open the ledger of a relationship', description: 'For the operator alone.' })
  @DescribeLog('relationship-exists')
  async establish(
    @CurrentBearer() bearer: Bearer,
    @IdempotencyKey() key: string,
    @Body() { id, ...data }: RelationshipBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoggedAnswer> {
    const logged = await this.commands.execute(new EstablishRelationship(id, bearer.author, key, { ...data }));
    return replyLogged(reply, id, logged, `/api/v1/relationships/${id}`);
  }

  @Get()
  @Rule('list-relationships')
  @ApiOperation({ summary: 'The relationships that this token may see' })
  @ApiOkResponse({ type: RelationshipsAnswer, description: 'What was asked for.' })
  @DescribeRead()
  async list(@CurrentBearer() bearer: Bearer, @Query() _query: ReadQuery): Promise<RelationshipsAnswer> {
    return { relationships: await this.visible(bearer, visibleTo(bearer)) };
  }

  @Get(':relationship')
  @UseInterceptors(CatchUpInterceptor)
  @Rule('list-relationships')
  @ApiOperation({ summary: 'One relationship, as lists show it' })
  @ApiOkResponse({ type: RelationshipAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found')
  async one(
    @CurrentBearer() bearer: Bearer,
    @Param('relationship') relationship: string,
    @Query() _query: ReadQuery,
  ): Promise<RelationshipAnswer> {
    const [found] = await this.visible(bearer, (id) => id === relationship);
    if (!found) throw new Problem('relationship-not-found', `there is no relationship ${relationship}`);
    return found;
  }

  private async visible(bearer: Bearer, visible: (id: string) => boolean): Promise<RelationshipAnswer[]> {
    const { relationships: all } = await this.queries.execute(new ListRelationships(visible));
    const relationships = all.filter(({ selection }) => !selection || maySeeSelections(bearer));
    // An operator runs the service; what the parties log, and what comes of it, is not for it.
    const hidden =
      bearer.author.role === 'operator'
        ? { entries: null, score: null, level: null, withoutProtocol: null, restsOnImport: null }
        : {};
    return relationships.map((summary) => ({ ...summary, ...hidden, sample: summary.sample || this.book.demo }));
  }
}
