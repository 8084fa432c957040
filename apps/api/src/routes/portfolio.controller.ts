import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccessBook, may, type Bearer } from '@app/access';
import type { Portfolio } from '@app/ledger';
import { GetPortfolio } from '@app/ledger/handlers';
import { CurrentBearer, visibleTo } from '../access/access.guard';
import { Rule } from '../access/rule';
import { PortfolioAnswer } from '../answers/portfolio.answer';
import { BothClocksQuery } from '../bodies/queries';
import { DescribeRead } from '../edge/describe';
import { parametersOf } from './parameters';

@ApiTags('relationships')
@Controller('api/v1/portfolio')
export class PortfolioController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(AccessBook) private readonly book: AccessBook,
  ) {}

  @Get()
  @Rule('read-score')
  @ApiOperation({
    summary: 'The relationships of this token side by side, and what they come to by year of contract life',
    description:
      'By title, without ranks. No relationship that the token may not see is in it, nor in a figure of the benchmark, and no figure is of fewer than five.',
  })
  @ApiOkResponse({ type: PortfolioAnswer, description: 'What was asked for.' })
  @DescribeRead()
  async portfolio(@CurrentBearer() bearer: Bearer, @Query() query: BothClocksQuery): Promise<Portfolio> {
    const sight = { visible: visibleTo(bearer), entries: may(bearer.author.role, 'read-entries') };
    const { portfolio, ...answer } = await this.queries.execute(new GetPortfolio(parametersOf(query), sight));
    return { ...answer, portfolio: portfolio.map((row) => ({ ...row, sample: row.sample || this.book.demo })) };
  }
}
