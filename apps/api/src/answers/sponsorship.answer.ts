import { ApiProperty } from '@nestjs/swagger';
import { VersionAnswer } from './one-entry.answer';
import { RegisterAnswer, STATUSES, entryIds, optionalText } from './register.answer';

export class SponsorAnswer {
  @ApiProperty({ type: String, example: 'provider' })
  party!: string;

  @ApiProperty({ enum: ['unknown', 'in-post', 'vacant', 'party-left'], example: 'in-post' })
  situation!: string;

  @ApiProperty({ enum: STATUSES, nullable: true, description: 'of the entry that says so', example: 'agreed' })
  status!: string | null;

  @ApiProperty(optionalText('Regional managing director', 'a post, never a person'))
  role!: string | null;

  @ApiProperty(optionalText('2021-01-11', 'the last one'))
  appointed!: string | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'whether the one before handed over', example: false })
  handover!: boolean | null;

  @ApiProperty(optionalText('2019-03-29', 'the last one who did'))
  left!: string | null;

  @ApiProperty(optionalText(null, 'who stands in while it is vacant'))
  interim!: string | null;

  @ApiProperty(optionalText(null, 'while it is vacant, until the end of this day'))
  fillBy!: string | null;

  @ApiProperty({
    type: [String],
    description: 'ids of the entries that say it was vacant beyond its limit',
    example: ['s-0200'],
  })
  vacant!: string[];

  @ApiProperty({ type: Number, description: 'how often a sponsor was visibly engaged', example: 2 })
  engaged!: number;

  @ApiProperty(optionalText('2025-10-08'))
  lastEngaged!: string | null;

  @ApiProperty(entryIds('s-0008', 's-0195'))
  entries!: string[];
}

/** The register of executive sponsors. */
export class SponsorsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [SponsorAnswer] })
  sponsors!: SponsorAnswer[];
}

export class FrameworkAnswer extends VersionAnswer {
  @ApiProperty(optionalText('One works system, one risk register'))
  systems!: string | null;

  @ApiProperty(optionalText('JMT decides up to £50,000'))
  authorities!: string | null;

  @ApiProperty(optionalText('Each post has its opposite number'))
  roles!: string | null;

  @ApiProperty(optionalText('Say it early, say it in the room'))
  behaviours!: string | null;
}

/** The register of what the sponsors set. */
export class FrameworksAnswer extends RegisterAnswer {
  @ApiProperty({ type: [FrameworkAnswer] })
  frameworks!: FrameworkAnswer[];
}
