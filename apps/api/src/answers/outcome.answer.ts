import { ApiProperty } from '@nestjs/swagger';

export const nullableNumber = (description: string, example: number) => ({
  type: Number,
  nullable: true,
  description,
  example,
});

/** Why a level is lower than the headline alone would give. */
export class HeldBackAnswer {
  @ApiProperty({ type: String, description: 'level that the headline alone would give', example: 'Established' })
  from!: string;

  @ApiProperty({
    type: [Number],
    description: 'codes of the factors that keep it from the next level: too low for their weight, stale or missing',
    example: [603],
  })
  factors!: number[];

  @ApiProperty({ type: [String], description: 'ids of the critical entries that do', example: [] })
  entries!: string[];
}

export const aboutHeldBack = {
  type: HeldBackAnswer,
  nullable: true,
  description: 'what keeps the level below that of the headline; null: nothing does',
};

/** The relationship's own numbers, rounded half-up to 4 decimals. */
export class ScoreOutcomeAnswer {
  @ApiProperty(nullableNumber('the headline, 0 to 100; null where the evidence does not carry one', 60.4753))
  score!: number | null;

  @ApiProperty(nullableNumber('what the evidence there is comes to, headline or not', 60.4753))
  view!: number | null;

  @ApiProperty({
    enum: ['coverage', 'one-sided'],
    nullable: true,
    description: 'why there is no headline',
    example: null,
  })
  reason!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Developing' })
  level!: string | null;

  @ApiProperty({
    type: Number,
    description: 'share of the weight on factors with a current score, 0 to 1',
    example: 0.8814,
  })
  coverage!: number;

  @ApiProperty({ type: Number, description: 'weight of the factors that both rated, 0 to 1', example: 0.7797 })
  bilateralCoverage!: number;

  @ApiProperty({ type: Number, description: 'lower end of its range', example: 53.3002 })
  low!: number;

  @ApiProperty({ type: Number, description: 'upper end of its range', example: 65.1646 })
  high!: number;

  @ApiProperty({ type: Number, description: '0 to 1', example: 0.7728 })
  confidence!: number;

  @ApiProperty(nullableNumber('how far the parties see it alike, 0 to 100', 81.5217))
  alignment!: number | null;
}

export class HeldOutcomeAnswer extends ScoreOutcomeAnswer {
  @ApiProperty(aboutHeldBack)
  heldBack!: HeldBackAnswer | null;
}
