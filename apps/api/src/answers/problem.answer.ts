import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PROBLEMS } from '@app/ledger';

const CODES = Object.keys(PROBLEMS);

/** RFC 9457 problem details. */
export class ProblemAnswer {
  @ApiProperty({ type: String, example: '/api/v1/problems/invalid-entry' })
  type!: string;

  @ApiProperty({
    type: String,
    description: 'one sentence that says what to do',
    example: PROBLEMS['invalid-entry'].title,
  })
  title!: string;

  @ApiProperty({ type: Number, example: 400 })
  status!: number;

  @ApiProperty({
    type: String,
    description: 'what exactly is wrong here',
    example: 'factor: expected the code of a factor',
  })
  detail!: string;

  @ApiProperty({ enum: CODES, example: 'invalid-entry' })
  code!: string;

  @ApiPropertyOptional({ type: String, description: 'path of the field at fault', example: 'data.due' })
  field?: string;
}

/** One of the closed list of problems. */
export class ProblemExplanationAnswer {
  @ApiProperty({ enum: CODES, example: 'invalid-entry' })
  code!: string;

  @ApiProperty({ type: Number, example: 400 })
  status!: number;

  @ApiProperty({ type: String, example: PROBLEMS['invalid-entry'].title })
  title!: string;
}

export class ProblemListAnswer {
  @ApiProperty({ type: [ProblemExplanationAnswer] })
  problems!: ProblemExplanationAnswer[];
}
