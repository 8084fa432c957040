import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Problem, PROBLEMS, type ProblemCode } from '@app/ledger';
import { Rule } from '../access/rule';
import { ProblemExplanationAnswer, ProblemListAnswer } from '../answers/problem.answer';
import { Problems } from '../edge/describe';

const CODES = Object.keys(PROBLEMS) as ProblemCode[];

function explanationOf(code: ProblemCode): ProblemExplanationAnswer {
  return { code, status: PROBLEMS[code].status, title: PROBLEMS[code].title };
}

@ApiTags('problems')
@Controller('api/v1/problems')
export class ProblemsController {
  @Get()
  @Rule('public')
  @ApiOperation({ summary: 'The closed list of problems, in order of precedence' })
  @ApiOkResponse({ type: ProblemListAnswer, description: 'What was asked for.' })
  list(): ProblemListAnswer {
    return { problems: CODES.map(explanationOf) };
  }

  @Get(':code')
  @Rule('public')
  @ApiOperation({ summary: 'What a problem means and what to do' })
  @ApiParam({ name: 'code', enum: CODES, example: 'invalid-entry' })
  @ApiOkResponse({ type: ProblemExplanationAnswer, description: 'What was asked for.' })
  @Problems('not-found')
  one(@Param('code') code: string): ProblemExplanationAnswer {
    const known = CODES.find((each) => each === code);
    if (!known) throw new Problem('not-found', 'there is no problem of that code');
    return explanationOf(known);
  }
}
