import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer, STATUSES, entryIds, optionalText } from './register.answer';

export class StakeholderAnswer {
  @ApiProperty(optionalText('Politicians'))
  group!: string | null;

  @ApiProperty(optionalText('The service', 'what has the impact'))
  of!: string | null;

  @ApiProperty({
    enum: ['positive', 'negative', 'neutral', 'mixed'],
    nullable: true,
    description: 'as last assessed, like all that follows',
    example: 'negative',
  })
  impact!: string | null;

  @ApiProperty({ enum: ['high', 'medium', 'low'], nullable: true, example: 'high' })
  size!: string | null;

  @ApiProperty(optionalText('Members hear two stories about the same road.'))
  how!: string | null;

  @ApiProperty(optionalText(null))
  mitigation!: string | null;

  @ApiProperty({ type: String, description: 'party that sees it so', example: 'client' })
  by!: string;

  @ApiProperty({ enum: STATUSES, example: 'agreed' })
  status!: string;

  @ApiProperty(optionalText('2019-11-07'))
  firstAssessed!: string | null;

  @ApiProperty(optionalText(null, 'the last time'))
  reviewed!: string | null;

  @ApiProperty(optionalText('2020-11-07'))
  nextReview!: string | null;

  @ApiProperty({ type: Boolean, example: false })
  reviewOverdue!: boolean;

  @ApiProperty(entryIds('s-0231'))
  entries!: string[];
}

/** The register of stakeholders. */
export class StakeholdersAnswer extends RegisterAnswer {
  @ApiProperty({ type: [StakeholderAnswer] })
  stakeholders!: StakeholderAnswer[];
}
