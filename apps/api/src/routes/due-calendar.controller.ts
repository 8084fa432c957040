import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { GetDueCalendar } from '@app/ledger/handlers';
import { Rule } from '../access/rule';
import { DueCalendarQuery } from '../bodies/queries';
import { DescribeRead, RelationshipParameter } from '../edge/describe';
import { parametersOf } from './parameters';

@ApiTags('registers')
@Controller('api/v1/relationships/:relationship')
export class DueCalendarController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('due.ics')
  @Rule('read-entries')
  @ApiOperation({
    summary: 'What is due, as a calendar; at any pair of dates',
    description:
      'iCalendar (RFC 5545): a whole day for each duty, under a UID that stays. It needs a token or a session like every read; no token is taken from the address.',
  })
  @ApiOkResponse({
    description: 'What was asked for.',
    content: { 'text/calendar': { schema: { type: 'string' } } },
  })
  @RelationshipParameter()
  @DescribeRead('relationship-not-found', 'unknown-party')
  @Header('content-type', 'text/calendar; charset=utf-8')
  dueCalendar(@Param('relationship') relationship: string, @Query() query: DueCalendarQuery): Promise<string> {
    return this.queries.execute(new GetDueCalendar(relationship, parametersOf(query)));
  }
}
