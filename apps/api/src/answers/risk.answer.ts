import { ApiProperty } from '@nestjs/swagger';
import { MoneyAnswer, optionalMoney } from './money.answer';
import { EntryStepAnswer, OneEntryAnswer } from './one-entry.answer';
import { RegisterAnswer, STATUSES, entryIds, optionalNumber, optionalText } from './register.answer';

export class RiskAssessmentAnswer extends EntryStepAnswer {
  @ApiProperty(optionalNumber(4, '1 to 5'))
  likelihood!: number | null;

  @ApiProperty(optionalNumber(3, '1 to 5'))
  impact!: number | null;

  @ApiProperty(optionalNumber(12, 'their product'))
  exposure!: number | null;
}

export class RiskMitigationAnswer extends EntryStepAnswer {
  @ApiProperty(optionalText('Own driving school, eight new licences.'))
  action!: string | null;
}

export class RiskAllocationAnswer extends EntryStepAnswer {
  @ApiProperty(optionalText('provider'))
  owner!: string | null;

  @ApiProperty({ type: Boolean, example: false })
  shared!: boolean;

  @ApiProperty(optionalText('Neither side can steer the oil price'))
  basis!: string | null;
}

export class RiskEventAnswer extends EntryStepAnswer {
  @ApiProperty(optionalText('A detour of nine miles'))
  effect!: string | null;

  @ApiProperty(optionalText(null, 'id of the issue that it became'))
  issue!: string | null;

  @ApiProperty(optionalMoney())
  amount!: MoneyAnswer | null;
}

export class RiskAnswer {
  @ApiProperty({ type: String, example: 'risk-skills' })
  id!: string;

  @ApiProperty(optionalText('Qualified drivers leave for the ports'))
  title!: string | null;

  @ApiProperty(optionalText('people-and-skills'))
  category!: string | null;

  @ApiProperty({ enum: ['open', 'happened', 'closed'], example: 'open' })
  situation!: string;

  @ApiProperty({ enum: STATUSES, nullable: true, description: 'of the entry that says so', example: 'agreed' })
  status!: string | null;

  @ApiProperty(optionalNumber(2, '1 to 5, as last assessed'))
  likelihood!: number | null;

  @ApiProperty(optionalNumber(3, 'likewise'))
  impact!: number | null;

  @ApiProperty(optionalNumber(6, 'their product'))
  exposure!: number | null;

  @ApiProperty(optionalNumber(12, 'as it was raised'))
  firstExposure!: number | null;

  @ApiProperty(optionalText('provider', 'party that deals with it: as last allocated, otherwise as raised'))
  owner!: string | null;

  @ApiProperty({ type: Boolean, example: false })
  shared!: boolean;

  @ApiProperty(optionalText('2017-05-08'))
  raised!: string | null;

  @ApiProperty(optionalText('provider'))
  raisedBy!: string | null;

  @ApiProperty(optionalText(null, 'until the end of this day somebody looks at it again; null: nobody has to'))
  nextReview!: string | null;

  @ApiProperty({ type: Boolean, example: false })
  reviewOverdue!: boolean;

  @ApiProperty({ type: [RiskAssessmentAnswer], description: 'oldest first, that of raising it among them' })
  assessments!: RiskAssessmentAnswer[];

  @ApiProperty({ type: [RiskMitigationAnswer] })
  mitigations!: RiskMitigationAnswer[];

  @ApiProperty({ type: [RiskAllocationAnswer] })
  allocations!: RiskAllocationAnswer[];

  @ApiProperty({ type: [RiskEventAnswer] })
  happened!: RiskEventAnswer[];

  @ApiProperty({ type: [MoneyAnswer], description: 'what it cost when it happened, a sum for each currency' })
  amounts!: MoneyAnswer[];

  @ApiProperty({ type: [String], description: 'ids of the early warnings of it', example: [] })
  warnings!: string[];

  @ApiProperty({ type: [String], description: 'ids of the entries that say it was disclosed late', example: [] })
  disclosedLate!: string[];

  @ApiProperty(optionalText(null, 'null unless it is closed'))
  closed!: string | null;

  @ApiProperty(optionalText(null))
  outcome!: string | null;

  @ApiProperty(entryIds('s-0093', 's-0129', 's-0130'))
  entries!: string[];
}

/** The joint register of risks. */
export class RisksAnswer extends RegisterAnswer {
  @ApiProperty({ type: [RiskAnswer] })
  risks!: RiskAnswer[];
}

export class WarningAnswer extends OneEntryAnswer {
  @ApiProperty(optionalText('Ground movement under the east embankment.'))
  matter!: string | null;

  @ApiProperty({ type: [String], example: ['safety'] })
  couldAffect!: string[];

  @ApiProperty(optionalText(null, 'the notice under the contract, where there is one: a warning is none'))
  contractNotice!: string | null;

  @ApiProperty(optionalText(null, 'id of the risk in the register'))
  risk!: string | null;
}

/** The register of early warnings. */
export class WarningsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [WarningAnswer] })
  warnings!: WarningAnswer[];
}

export class DisclosureAnswer extends OneEntryAnswer {
  @ApiProperty(optionalText('risk-bridge'))
  risk!: string | null;

  @ApiProperty(optionalText('client', 'who should have told'))
  about!: string | null;

  @ApiProperty(optionalText('2018-06'))
  knownSince!: string | null;

  @ApiProperty(optionalNumber(173, 'days for which it was known, at least; null where nobody says since when'))
  daysKnown!: number | null;
}

/** The register of risks that were disclosed late. */
export class DisclosuresAnswer extends RegisterAnswer {
  @ApiProperty({ type: [DisclosureAnswer] })
  disclosures!: DisclosureAnswer[];
}
