import { Controller, Get, Inject, Param, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { GetDifference, GetExplanation, GetHistory, GetReplay, GetRubric, GetScore } from '@app/ledger/handlers';
import { Rule } from '../access/rule';
import { DifferenceAnswer, ExplanationAnswer, HistoryAnswer, ReplayAnswer } from '../answers/course.answer';
import { RubricAnswer } from '../answers/factor-sets.answer';
import { ScoreAnswer } from '../answers/score.answer';
import { DifferenceQuery, ExplanationQuery, HistoryQuery, ReplayQuery, ScoreQuery } from '../bodies/queries';
import { CatchUpInterceptor } from '../edge/catch-up.interceptor';
import { DescribeRead, RelationshipParameter } from '../edge/describe';
import { courseParametersOf, parametersOf } from './parameters';

@ApiTags('score')
@Controller('api/v1/relationships/:relationship')
@UseInterceptors(CatchUpInterceptor)
export class ScoreController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('score')
  @Rule('read-score')
  @ApiOperation({ summary: 'The score, at any pair of dates' })
  @ApiOkResponse({ type: ScoreAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found', 'invalid-date')
  score(@Param('relationship') relationship: string, @Query() query: ScoreQuery): Promise<unknown> {
    return this.queries.execute(new GetScore(relationship, parametersOf(query)));
  }

  @Get('score/history')
  @Rule('read-score')
  @ApiOperation({ summary: 'The course of the score, as reported and restated' })
  @ApiOkResponse({ type: HistoryAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found', 'invalid-date', 'unknown-factor')
  history(@Param('relationship') relationship: string, @Query() query: HistoryQuery): Promise<unknown> {
    return this.queries.execute(new GetHistory(relationship, courseParametersOf(query)));
  }

  @Get('score/explanation')
  @Rule('read-entries')
  @ApiOperation({ summary: 'Every term of the score of a factor, with the entries behind it' })
  @ApiOkResponse({ type: ExplanationAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found', 'invalid-date', 'unknown-factor')
  explanation(@Param('relationship') relationship: string, @Query() query: ExplanationQuery): Promise<unknown> {
    return this.queries.execute(new GetExplanation(relationship, parametersOf(query)));
  }

  @Get('rubric')
  @Rule('read-score')
  @ApiOperation({ summary: 'What levels and factors mean, for whoever rates: of one factor or of all' })
  @ApiOkResponse({ type: RubricAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found', 'invalid-date', 'unknown-factor')
  rubric(@Param('relationship') relationship: string, @Query() query: ExplanationQuery): Promise<unknown> {
    return this.queries.execute(new GetRubric(relationship, parametersOf(query)));
  }

  @Get('score/difference')
  @Rule('read-score')
  @ApiOperation({ summary: 'The change of the score between two days, split into its causes' })
  @ApiOkResponse({ type: DifferenceAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found', 'invalid-date')
  difference(@Param('relationship') relationship: string, @Query() query: DifferenceQuery): Promise<unknown> {
    return this.queries.execute(new GetDifference(relationship, courseParametersOf(query)));
  }

  @Get('replay')
  @Rule('read-entries')
  @ApiOperation({ summary: 'The history entry by entry, the score after each, page by page' })
  @ApiOkResponse({ type: ReplayAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found')
  replay(@Param('relationship') relationship: string, @Query() query: ReplayQuery): Promise<unknown> {
    return this.queries.execute(new GetReplay(relationship, parametersOf(query)));
  }
}
