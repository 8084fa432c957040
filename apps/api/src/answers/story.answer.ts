import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer, STATUSES, entryIds } from './register.answer';

export class StorySentenceAnswer {
  @ApiProperty({ type: String, description: 'in which it happened', example: '2026-03' })
  month!: string;

  @ApiProperty({ type: String, description: 'family of its kinds, as the catalogue has them', example: 'governance' })
  theme!: string;

  @ApiProperty({ type: String, example: 'On 4 and 18 March, the joint body “Joint management team” met.' })
  sentence!: string;

  @ApiProperty({ enum: STATUSES, description: 'of its entries', example: 'agreed' })
  status!: string;

  @ApiProperty({ type: Boolean, description: 'it rests on what one side says', example: false })
  oneSided!: boolean;

  @ApiProperty(entryIds('s-0602', 's-0611'))
  entries!: string[];
}

/** What happened, told to somebody who was not there. */
export class StoryAnswer extends RegisterAnswer {
  @ApiProperty({ type: String, description: 'the first day told', example: '2025-04-01' })
  from!: string;

  @ApiProperty({ type: Number, description: 'earlier sentences that are left out', example: 0 })
  leftOut!: number;

  @ApiProperty({ type: [StorySentenceAnswer], description: 'by month, in it by theme, in that by day' })
  story!: StorySentenceAnswer[];
}
