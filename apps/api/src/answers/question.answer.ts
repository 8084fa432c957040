import { ApiProperty } from '@nestjs/swagger';
import { nullableNumber, ScoreOutcomeAnswer } from './outcome.answer';
import { RegisterAnswer } from './register.answer';

export const STATUSES = ['bilateral', 'unilateral', 'events-only', 'stale', 'missing', 'not-applicable'];

/** What every answer that rests on the score says of its question. */
export class ScoredAnswer extends RegisterAnswer {
  @ApiProperty({ type: String, description: 'version of the method in force', example: 'mutuality@1.0-draft' })
  factorSet!: string;
}

/** What a row about a factor begins with. */
export class FactorRowAnswer {
  @ApiProperty({ type: Number, description: 'code of the factor', example: 603 })
  factor!: number;

  @ApiProperty({ type: String, example: 'Joint Objectives' })
  name!: string;

  @ApiProperty({ type: Number, example: 100 })
  weight!: number;

  @ApiProperty(nullableNumber('of the factor, 0 to 100; null where it has none', 62.5))
  score!: number | null;
}

export const effect = (description: string) => nullableNumber(`${description}; null where one of both has none`, -1.25);

/** What the score would be in one case. */
export class ScoreCaseAnswer extends ScoreOutcomeAnswer {
  @ApiProperty(effect('by how much the score would be higher than it is'))
  effect!: number | null;
}
