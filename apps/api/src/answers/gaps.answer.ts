import { ApiProperty } from '@nestjs/swagger';
import { nullableNumber } from './outcome.answer';
import { FactorRowAnswer, ScoredAnswer, STATUSES } from './question.answer';
import { entryIds } from './register.answer';

const SEEN = {
  enum: ['agreed-strength', 'agreed-weakness', 'seen-differently', 'not-seen-by-all', 'in-hand'],
  description:
    'all levels at least 3; all at most 1; one at most 1 and another at least 2, or two levels apart; not rated by every party; all else',
  example: 'seen-differently',
};
const GAP = nullableNumber('points between the highest and the lowest rating, 0 to 100; null of fewer than two', 50);

export class EarlierGapAnswer {
  @ApiProperty({ type: String, description: '365 days before', example: '2025-03-31' })
  asOf!: string;

  @ApiProperty(SEEN)
  seen!: string;

  @ApiProperty(GAP)
  gap!: number | null;

  @ApiProperty(nullableNumber('of the factor then', 58.75))
  score!: number | null;
}

export class GapAnswer extends FactorRowAnswer {
  @ApiProperty(SEEN)
  seen!: string;

  @ApiProperty({ enum: STATUSES, example: 'bilateral' })
  status!: string;

  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'number' },
    description: 'latest level of each party that rated it',
    example: { client: 4, provider: 2 },
  })
  levels!: Record<string, number>;

  @ApiProperty(GAP)
  gap!: number | null;

  @ApiProperty(nullableNumber('weight times gap: by it the board is ordered', 5000))
  urgency!: number | null;

  @ApiProperty({ type: EarlierGapAnswer })
  before!: EarlierGapAnswer;

  @ApiProperty(nullableNumber('of its score since then', 3.75))
  change!: number | null;

  @ApiProperty(entryIds('s-0601', 's-0602'))
  entries!: string[];
}

/** The gap board. */
export class GapsAnswer extends ScoredAnswer {
  @ApiProperty({ type: [GapAnswer], description: 'the widest by weight first' })
  gaps!: GapAnswer[];
}
