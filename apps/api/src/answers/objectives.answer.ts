import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer, STATUSES, entryIds, optionalText } from './register.answer';

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

  @ApiProperty({ enum: STATUSES, nullable: true, description: 'of the entry that says so', example: 'agreed' })
  status!: string | null;

  @ApiProperty(optionalText(null, 'when it was last missed'))
  missed!: string | null;

  @ApiProperty(optionalText(null, 'when something was first done about the last miss'))
  remedied!: string | null;

  @ApiProperty(optionalText(null, 'until when something has to be done about the last miss'))
  remedyDue!: string | null;

  @ApiProperty(optionalText(null, 'id of the entry that says that nothing was done in time'))
  unremedied!: string | null;

  @ApiProperty(optionalText('2017-03-30'))
  met!: string | null;

  @ApiProperty(entryIds('s-0083', 's-0094'))
  entries!: string[];
}

export class AmendmentAnswer {
  @ApiProperty({ type: String, example: 's-0061' })
  entry!: string;

  @ApiProperty(optionalText('2017-05-02'))
  effective!: string | null;

  @ApiProperty(optionalText('98% became 99%'))
  change!: string | null;
}

export class ObjectiveAnswer {
  @ApiProperty({ type: String, example: 'obj-safety' })
  id!: string;

  @ApiProperty(optionalText('Safe in a day'))
  title!: string | null;

  @ApiProperty({ enum: ['proposed', 'agreed', 'achieved', 'retired'], example: 'achieved' })
  situation!: string;

  @ApiProperty({ enum: STATUSES, nullable: true, description: 'of the entry that says so', example: 'agreed' })
  status!: string | null;

  @ApiProperty(optionalText('2016-10-04', 'when all agreed to it'))
  agreed!: string | null;

  @ApiProperty(optionalText('98% of dangerous defects made safe within 24 hours'))
  outcome!: string | null;

  @ApiProperty(optionalText('Share made safe in time'))
  measure!: string | null;

  @ApiProperty(optionalText('2018-03-31'))
  due!: string | null;

  @ApiProperty(optionalText(null, 'null once it is over'))
  nextReview!: string | null;

  @ApiProperty({ type: StakesAnswer, description: 'what each party wants of it, and how much' })
  parties!: StakesAnswer;

  @ApiProperty({ type: [AmendmentAnswer], description: 'changes that all agreed to, the oldest first' })
  amendments!: AmendmentAnswer[];

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
