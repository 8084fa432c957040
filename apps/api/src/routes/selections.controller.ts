import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Bearer } from '@app/access';
import { NOT_SELECTED_YET } from '@app/ledger';
import { EstablishRelationship } from '@app/ledger/handlers';
import { CurrentBearer } from '../access/access.guard';
import { Rule } from '../access/rule';
import { LoggedAnswer } from '../answers/logged.answer';
import { SelectionBody } from '../bodies/selection.body';
import { DescribeLog } from '../edge/describe';
import { IdempotencyKey } from '../edge/idempotency-key';
import { replyLogged } from './reply-logged';

@ApiTags('relationships')
@Controller('api/v1/selections')
export class SelectionsController {
  constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

  @Post()
  @Rule('create-relationship')
  @ApiOperation({
    summary: 'Open a partner selection, a ledger of the client alone',
    description: 'For the operator alone. It is read and written as a relationship is, by members of the client.',
  })
  @DescribeLog('relationship-exists')
  async open(
    @CurrentBearer() bearer: Bearer,
    @IdempotencyKey() key: string,
    @Body() { id, ...body }: SelectionBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoggedAnswer> {
    const data = { ...body, provider: NOT_SELECTED_YET };
    const logged = await this.commands.execute(new EstablishRelationship(id, bearer.author, key, data, true));
    return replyLogged(reply, id, logged, `/api/v1/relationships/${id}`);
  }
}
