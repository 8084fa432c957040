import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { GetBehaviours, GetIssues, GetObjectives } from '@app/ledger/handlers';
import { Rule } from '../access/rule';
import { BehavioursAnswer } from '../answers/behaviours.answer';
import { IssuesAnswer } from '../answers/issues.answer';
import { ObjectivesAnswer } from '../answers/objectives.answer';
import { RegisterQuery } from '../bodies/queries';
import { DescribeRead, RelationshipParameter } from '../edge/describe';
import { parametersOf } from './parameters';

@ApiTags('registers')
@Controller('api/v1/relationships/:relationship')
export class RegistersController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('objectives')
  @Rule('read-entries')
  @ApiOperation({ summary: 'The register of objectives, with their milestones, at any pair of dates' })
  @ApiOkResponse({ type: ObjectivesAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found')
  objectives(@Param('relationship') relationship: string, @Query() query: RegisterQuery): Promise<unknown> {
    return this.queries.execute(new GetObjectives(relationship, parametersOf(query)));
  }

  @Get('issues')
  @Rule('read-entries')
  @ApiOperation({ summary: 'The register of issues, at any pair of dates' })
  @ApiOkResponse({ type: IssuesAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found')
  issues(@Param('relationship') relationship: string, @Query() query: RegisterQuery): Promise<unknown> {
    return this.queries.execute(new GetIssues(relationship, parametersOf(query)));
  }

  @Get('behaviours')
  @Rule('read-entries')
  @ApiOperation({ summary: 'The register of principles, with the behaviours observed, at any pair of dates' })
  @ApiOkResponse({ type: BehavioursAnswer, description: 'What was asked for.' })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found')
  behaviours(@Param('relationship') relationship: string, @Query() query: RegisterQuery): Promise<unknown> {
    return this.queries.execute(new GetBehaviours(relationship, parametersOf(query)));
  }
}
