import { Controller, Get, Inject, Param, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { GetBrought } from '@app/ledger/handlers';
import { Rule } from '../access/rule';
import { BroughtAnswer } from '../answers/brought.answer';
import { BothClocksQuery } from '../bodies/queries';
import { CatchUpInterceptor } from '../edge/catch-up.interceptor';
import { DescribeRead, RelationshipParameter } from '../edge/describe';
import { parametersOf } from './parameters';

@ApiTags('registers')
@Controller('api/v1/relationships/:relationship')
@UseInterceptors(CatchUpInterceptor)
export class BroughtController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('brought')
  @Rule('read-score')
  @ApiOperation({
    summary: 'What working together brought, by financial and by contract year, with the score of the time',
    description: 'Side by side, not proof of cause. Every figure names the entries that it is the sum of.',
  })
  @ApiOkResponse({ type: BroughtAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found')
  brought(@Param('relationship') relationship: string, @Query() query: BothClocksQuery): Promise<unknown> {
    return this.queries.execute(new GetBrought(relationship, parametersOf(query)));
  }
}
