import { Controller, Get, Inject, Param, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { GetBasis } from '@app/ledger/handlers';
import { Rule } from '../access/rule';
import { BasisAnswer } from '../answers/basis.answer';
import { BothClocksQuery } from '../bodies/queries';
import { CatchUpInterceptor } from '../edge/catch-up.interceptor';
import { DescribeRead, RelationshipParameter } from '../edge/describe';
import { parametersOf } from './parameters';

@ApiTags('questions')
@Controller('api/v1/relationships/:relationship')
@UseInterceptors(CatchUpInterceptor)
export class BasisController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('basis')
  // Counts and a root of hashes, no word of any entry: a reporter names it at the foot of a report.
  @Rule('read-score')
  @ApiOperation({ summary: 'What a report rests on, in numbers: entries, the share agreed, method and checkpoint' })
  @ApiOkResponse({ type: BasisAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found')
  basis(@Param('relationship') relationship: string, @Query() query: BothClocksQuery): Promise<unknown> {
    return this.queries.execute(new GetBasis(relationship, parametersOf(query)));
  }
}
