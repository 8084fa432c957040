import { Body, Controller, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Bearer } from '@app/access';
import { HandInRatings } from '@app/ledger/handlers';
import { CurrentBearer } from '../access/access.guard';
import { Rule } from '../access/rule';
import type { LoggedAnswer } from '../answers/logged.answer';
import { RatingsBody } from '../bodies/ratings.body';
import { DescribeLog, RelationshipParameter } from '../edge/describe';
import { IdempotencyKey } from '../edge/idempotency-key';
import type { RunningClock } from '../run/run-clock';
import { LEDGER_CLOCK } from '../tokens';
import { replyLogged } from './reply-logged';

@ApiTags('rounds')
@Controller('api/v1/relationships/:relationship/rounds')
export class RoundsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(LEDGER_CLOCK) private readonly ledgerClock: RunningClock | null,
  ) {}

  @Post(':round/ratings')
  @Rule('write-entries')
  @ApiOperation({
    summary: 'Rate in a round, sealed',
    description:
      'Only a commitment is written to the ledger; the ratings lie encrypted beside it until every party has rated, or ' +
      'the round is closed. Then all are revealed together. Rating again before that replaces what was handed in.',
  })
  @RelationshipParameter()
  @ApiParam({ name: 'round', description: 'id of the round', example: 'round-2026' })
  @DescribeLog(
    'relationship-not-found',
    'not-found',
    'unknown-party',
    'checkpoint-contradicted',
    'not-allowed-now',
    'signature-required',
    'signature-invalid',
  )
  async handIn(
    @CurrentBearer() bearer: Bearer,
    @Param('relationship') relationship: string,
    @Param('round') round: string,
    @IdempotencyKey() key: string,
    @Body() { checkpointSeen, signature, ...said }: RatingsBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoggedAnswer> {
    const command = new HandInRatings(
      relationship,
      bearer.author,
      key,
      { round, ...said },
      { checkpointSeen, signature },
    );
    const logged = await this.commands.execute(command);
    this.ledgerClock?.soon();
    return replyLogged(reply, relationship, logged);
  }
}
