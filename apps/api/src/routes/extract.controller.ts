import { Controller, Get, Inject, Param, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Bearer } from '@app/access';
import type { ExtractPreview, Extracts } from '@app/ledger';
import { GetExtract, GetExtracts } from '@app/ledger/handlers';
import { CurrentBearer, visibleTo } from '../access/access.guard';
import { Rule } from '../access/rule';
import { ExtractPreviewAnswer, ExtractsAnswer } from '../answers/extract.answer';
import { BothClocksQuery, ReadQuery } from '../bodies/queries';
import { CatchUpInterceptor } from '../edge/catch-up.interceptor';
import { DescribeRead, RelationshipParameter } from '../edge/describe';
import { parametersOf } from './parameters';

@ApiTags('relationships')
@Controller('api/v1')
@UseInterceptors(CatchUpInterceptor)
export class ExtractController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('portfolio/extract')
  @Rule('read-score')
  @ApiOperation({
    summary: 'What the parties agreed to give to research: numbers, without texts, ids or dates',
    description:
      'Of each relationship of this token what its latest `report.published` for research names by dates and hash, while every party agrees to that entry. What is known now decides: an agreement that was taken back gives nothing.',
  })
  @ApiOkResponse({ type: ExtractsAnswer, description: 'What was asked for.' })
  @DescribeRead()
  extracts(@CurrentBearer() bearer: Bearer, @Query() _query: ReadQuery): Promise<Extracts> {
    return this.queries.execute(new GetExtracts(visibleTo(bearer)));
  }

  @Get('relationships/:relationship/extract')
  @Rule('read-entries')
  @ApiOperation({ summary: 'What research would get of a relationship, for its parties to agree to' })
  @ApiOkResponse({ type: ExtractPreviewAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found')
  extract(@Param('relationship') relationship: string, @Query() query: BothClocksQuery): Promise<ExtractPreview> {
    return this.queries.execute(new GetExtract(relationship, parametersOf(query)));
  }
}
