import { Controller, Get, Inject, Param, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { GetBaseline } from '@app/ledger/handlers';
import { Rule } from '../access/rule';
import { BaselineAnswer } from '../answers/selection.answer';
import { BothClocksQuery } from '../bodies/queries';
import { CatchUpInterceptor } from '../edge/catch-up.interceptor';
import { DescribeRead, RelationshipParameter } from '../edge/describe';
import { parametersOf } from './parameters';

@ApiTags('registers')
@Controller('api/v1/relationships/:relationship')
@UseInterceptors(CatchUpInterceptor)
export class BaselineController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('baseline')
  @Rule('read-entries')
  @ApiOperation({
    summary: 'Of a partner selection: the levels of the chosen candidate, as entries for the relationship',
    description:
      'The client logs them in the relationship; they have no effect before every party there agreed to them. Nothing of a rival is in them.',
  })
  @ApiOkResponse({ type: BaselineAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found', 'not-allowed-now', 'receipt-not-ready', 'read-only', 'primary-only')
  baseline(@Param('relationship') relationship: string, @Query() query: BothClocksQuery): Promise<unknown> {
    return this.queries.execute(new GetBaseline(relationship, parametersOf(query)));
  }
}
