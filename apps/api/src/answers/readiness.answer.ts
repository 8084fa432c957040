import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer, entryIds, optionalText } from './register.answer';

export class ConditionAnswer {
  @ApiProperty({ type: String, example: 'sponsors' })
  id!: string;

  @ApiProperty({ type: String, example: 'An executive sponsor on each side' })
  title!: string;

  @ApiProperty({ enum: ['met', 'ageing', 'partly', 'not-met'], example: 'met' })
  state!: string;

  @ApiProperty({ type: [String], description: 'what the record does not hold', example: [] })
  lacking!: string[];

  @ApiProperty(optionalText('2026-02-11', 'when something last upheld it'))
  upheld!: string | null;

  @ApiProperty(optionalText(null, 'day that was named for its next review'))
  nextReview!: string | null;

  @ApiProperty(entryIds('s-0008', 's-0009'))
  entries!: string[];
}

/** The eight conditions of a mutual relationship. */
export class ReadinessAnswer extends RegisterAnswer {
  @ApiProperty({ type: Number, description: 'of the conditions', example: 6 })
  met!: number;

  @ApiProperty({ type: [ConditionAnswer] })
  readiness!: ConditionAnswer[];
}

export class StageAnswer extends ConditionAnswer {
  @ApiProperty(optionalText('2016-04-01', 'null where nobody said so'))
  entered!: string | null;
}

/** The stages of ISO 44001. */
export class StagesAnswer extends RegisterAnswer {
  @ApiProperty(optionalText('staying-together', 'the stage that was entered last'))
  current!: string | null;

  @ApiProperty({ type: [StageAnswer] })
  stages!: StageAnswer[];
}

/** The five steps towards a joint relationship. */
export class StepsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [ConditionAnswer] })
  steps!: ConditionAnswer[];
}
