import { ApiProperty } from '@nestjs/swagger';
import { MoneyAnswer, optionalMoney } from './money.answer';
import { OneEntryAnswer } from './one-entry.answer';
import { RegisterAnswer, STATUSES, entryIds, optionalText } from './register.answer';

export class IdeaAnswer {
  @ApiProperty({ type: String, example: 'idea-night' })
  id!: string;

  @ApiProperty(optionalText('Resurface at night, no detours'))
  title!: string | null;

  @ApiProperty({ enum: ['proposed', 'tested', 'declined', 'implemented'], example: 'implemented' })
  situation!: string;

  @ApiProperty({ enum: STATUSES, nullable: true, description: 'of the entry that says so', example: 'agreed' })
  status!: string | null;

  @ApiProperty(optionalText('Less cost or less harm'))
  expected!: string | null;

  @ApiProperty(optionalText('2016-11-15'))
  proposed!: string | null;

  @ApiProperty(optionalText('provider'))
  proposedBy!: string | null;

  @ApiProperty(optionalText('2017-01-15', 'until the end of this day the other party answers; null: nobody owes it'))
  answerDue!: string | null;

  @ApiProperty(optionalText('client', 'who owes the answer'))
  answerFrom!: string | null;

  @ApiProperty(optionalText('2017-03-20', 'when its answer was recorded, or that nobody owes one any more'))
  answered!: string | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'null while there is no answer', example: false })
  inTime!: boolean | null;

  @ApiProperty(optionalText(null, 'id of the entry that says that no answer came in time'))
  unanswered!: string | null;

  @ApiProperty(optionalText('Works', 'of the last test'))
  result!: string | null;

  @ApiProperty(optionalText(null, 'why it was last declined'))
  declinedBecause!: string | null;

  @ApiProperty({ type: [String], description: 'ids of the benefits that came from it', example: ['ben-night'] })
  benefits!: string[];

  @ApiProperty(entryIds('s-0061', 's-0082', 's-0115'))
  entries!: string[];
}

/** The register of ideas. */
export class IdeasAnswer extends RegisterAnswer {
  @ApiProperty({ type: [IdeaAnswer] })
  ideas!: IdeaAnswer[];
}

export class ValueAnswer {
  @ApiProperty({ type: String, example: 'client' })
  party!: string;

  @ApiProperty(optionalText('Safe roads, fewer complaints, money that reaches the surface.'))
  means!: string | null;

  @ApiProperty(optionalText('2016-07-07', 'when it was last defined'))
  defined!: string | null;

  @ApiProperty({ type: String, example: 'client' })
  by!: string;

  @ApiProperty({ enum: STATUSES, example: 'agreed' })
  status!: string;

  @ApiProperty({ type: Number, description: 'how often it was defined', example: 1 })
  times!: number;

  @ApiProperty(entryIds('s-0031'))
  entries!: string[];
}

/** The register of what value means to each party. */
export class ValuesAnswer extends RegisterAnswer {
  @ApiProperty({ type: [ValueAnswer] })
  values!: ValueAnswer[];
}

export class DisbenefitAnswer extends OneEntryAnswer {
  @ApiProperty(optionalText('Noise at night'))
  title!: string | null;

  @ApiProperty(optionalMoney())
  amount!: MoneyAnswer | null;

  @ApiProperty(optionalText(null))
  from!: string | null;

  @ApiProperty(optionalText(null))
  until!: string | null;

  @ApiProperty({ enum: ['client', 'provider', 'both', 'community', 'partner'], nullable: true, example: 'community' })
  borneBy!: string | null;

  @ApiProperty(optionalText('Quiet breakers, letters before'))
  mitigation!: string | null;
}

/** The register of dis-benefits. */
export class DisbenefitsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [DisbenefitAnswer] })
  disbenefits!: DisbenefitAnswer[];
}

export class CostAnswer extends OneEntryAnswer {
  @ApiProperty({
    enum: ['staff-time', 'facilitation', 'systems', 'training', 'assessment', 'other'],
    nullable: true,
    example: 'facilitation',
  })
  what!: string | null;

  @ApiProperty(optionalMoney())
  amount!: MoneyAnswer | null;

  @ApiProperty(optionalText('2018-04-01'))
  from!: string | null;

  @ApiProperty(optionalText('2019-03-31'))
  until!: string | null;

  @ApiProperty({ enum: ['client', 'provider', 'both', 'partner'], nullable: true, example: 'both' })
  borneBy!: string | null;
}

/** The register of the costs of collaborating. */
export class CostsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [CostAnswer] })
  costs!: CostAnswer[];
}

export class RewardAnswer extends OneEntryAnswer {
  @ApiProperty({
    enum: ['gain-share', 'pain-share', 'incentive', 'joint-investment', 'other'],
    nullable: true,
    example: 'gain-share',
  })
  mechanism!: string | null;

  @ApiProperty(optionalMoney())
  clientShare!: MoneyAnswer | null;

  @ApiProperty(optionalMoney())
  providerShare!: MoneyAnswer | null;

  @ApiProperty(optionalText(null))
  from!: string | null;

  @ApiProperty(optionalText(null))
  until!: string | null;
}

/** The register of risks and rewards shared: part of what was realised or lost, and no value of its own. */
export class RewardsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [RewardAnswer] })
  rewards!: RewardAnswer[];
}

export class AssumptionAnswer {
  @ApiProperty({ type: String, description: 'that of the entry that first says it', example: 's-0040' })
  id!: string;

  @ApiProperty(optionalText('The bridge deck lasts until 2040'))
  assumption!: string | null;

  @ApiProperty({
    enum: ['first-recorded', 'still-holds', 'changed', 'disproved'],
    nullable: true,
    description: 'of the last review',
    example: 'still-holds',
  })
  verdict!: string | null;

  @ApiProperty(optionalMoney('as last recorded'))
  amount!: MoneyAnswer | null;

  @ApiProperty(optionalText('2017-05-02'))
  firstRecorded!: string | null;

  @ApiProperty(optionalText('2019-05-14', 'null where it never was'))
  reviewed!: string | null;

  @ApiProperty(optionalText('2021-05-31'))
  nextReview!: string | null;

  @ApiProperty({ type: Boolean, description: 'that day is over; never of one that is disproved', example: false })
  reviewOverdue!: boolean;

  @ApiProperty(entryIds('s-0040', 's-0188'))
  entries!: string[];
}

/** The register of whole-life cost assumptions. */
export class AssumptionsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [AssumptionAnswer] })
  assumptions!: AssumptionAnswer[];
}
