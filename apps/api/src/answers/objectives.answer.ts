import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer, entryIds, optionalText } from './register.answer';

export class StakeAnswer {
  @ApiProperty(optionalText('Public safety, fewer claims'))
  drivers!: string | null;

  @ApiProperty({ type: Number, nullable: true, example: 100 })
  weight!: number | null;
}

export class StakesAnswer {
  @ApiProperty({ type: StakeAnswer })
  client!: StakeAnswer;

  @ApiProperty({ type: StakeAnswer })
  provider!: StakeAnswer;
}

export class MilestoneAnswer {
  @ApiProperty({ type: String, example: 'ms-rota' })
  id!: string;

  @ApiProperty(optionalText('Night rota in both depots'))
  title!: string | null;

  @ApiProperty(optionalText('2017-03-31', 'as last moved by consensus'))
  due!: string | null;

  @ApiProperty({ enum: ['none', 'set', 'missed', 'met'], description: '`none`: it was never set', example: 'met' })
  situation!: string;

  @ApiProperty(entryIds('s-0083', 's-0094'))
  entries!: string[];
}

export class ObjectiveAnswer {
  @ApiProperty({ type: String, example: 'obj-safety' })
  id!: string;

  @ApiProperty(optionalText('Safe in a day'))
  title!: string | null;

  @ApiProperty({ enum: ['proposed', 'agreed', 'achieved', 'retired'], example: 'achieved' })
  situation!: string;

  @ApiProperty(optionalText('98% of dangerous defects made safe within 24 hours'))
  outcome!: string | null;

  @ApiProperty(optionalText('Share made safe in time'))
  measure!: string | null;

  @ApiProperty(optionalText('2018-03-31'))
  due!: string | null;

  @ApiProperty({ type: StakesAnswer, description: 'what each party wants of it, and how much' })
  parties!: StakesAnswer;

  @ApiProperty({ type: [MilestoneAnswer] })
  milestones!: MilestoneAnswer[];

  @ApiProperty(entryIds('s-0034', 's-0038', 's-0083', 's-0094'))
  entries!: string[];
}

/** The register of objectives. */
export class ObjectivesAnswer extends RegisterAnswer {
  @ApiProperty({ type: [ObjectiveAnswer] })
  objectives!: ObjectiveAnswer[];
}
