import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer, STATUSES, entryIds, optionalText } from './register.answer';

/** Which assessments were made; what came of them stays with the employer. */
export class LeaderAssessmentsAnswer {
  @ApiProperty({ type: Boolean, nullable: true, example: true })
  capabilityAssessed!: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true, example: true })
  aptitudeAssessed!: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true, example: true })
  commitmentAssessed!: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true, example: true })
  developmentAgreed!: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true, example: true })
  behaviourAssessed!: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true, example: true })
  interactionAssessed!: boolean | null;
}

export class LeaderAnswer {
  @ApiProperty({ type: String, example: 'provider' })
  party!: string;

  @ApiProperty(optionalText('Contract director', 'a post, never a person'))
  role!: string | null;

  @ApiProperty({ enum: ['unknown', 'in-post', 'departed', 'vacant', 'party-left'], example: 'in-post' })
  situation!: string;

  @ApiProperty({ enum: STATUSES, nullable: true, description: 'of the entry that says so', example: 'agreed' })
  status!: string | null;

  @ApiProperty(optionalText('2021-02-15', 'the last one'))
  appointed!: string | null;

  @ApiProperty(optionalText('provider'))
  by!: string | null;

  @ApiProperty({ type: LeaderAssessmentsAnswer })
  assessments!: LeaderAssessmentsAnswer;

  @ApiProperty({ type: Number, description: 'how many of the six', example: 6 })
  assessed!: number;

  @ApiProperty({ type: Boolean, nullable: true, example: true })
  otherPartyConsulted!: boolean | null;

  @ApiProperty(optionalText('2019-05-31', 'the last one who did'))
  departed!: string | null;

  @ApiProperty({ enum: ['complete', 'partial', 'none'], nullable: true, example: 'none' })
  handover!: string | null;

  @ApiProperty(optionalText('2019-07-12', 'while nobody is appointed, until the end of that day'))
  fillBy!: string | null;

  @ApiProperty({
    type: [String],
    description: 'ids of the entries that say it was vacant beyond its limit',
    example: ['s-0205'],
  })
  vacant!: string[];

  @ApiProperty(entryIds('s-0012', 's-0199'))
  entries!: string[];
}

/** The register of operational leaders. */
export class LeadersAnswer extends RegisterAnswer {
  @ApiProperty({ type: [LeaderAnswer] })
  leaders!: LeaderAnswer[];
}

export class DevelopmentAnswer {
  @ApiProperty({ type: String, example: 'provider' })
  party!: string;

  @ApiProperty(optionalText('Difficult conversations'))
  development!: string | null;

  @ApiProperty({ enum: ['planned', 'completed'], example: 'completed' })
  situation!: string;

  @ApiProperty(optionalText('2021-05'))
  planned!: string | null;

  @ApiProperty(optionalText('2021-12-10'))
  completed!: string | null;

  @ApiProperty({ type: String, example: 'provider' })
  by!: string;

  @ApiProperty({ enum: STATUSES, example: 'agreed' })
  status!: string;

  @ApiProperty(entryIds('s-0310', 's-0330'))
  entries!: string[];
}

/** The register of the development of leaders. */
export class DevelopmentsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [DevelopmentAnswer] })
  developments!: DevelopmentAnswer[];
}
