import { ApiProperty } from '@nestjs/swagger';
import { MoneyAnswer, optionalMoney } from './money.answer';
import { OneEntryAnswer, VersionAnswer } from './one-entry.answer';
import { RegisterAnswer, STATUSES, entryIds, optionalText } from './register.answer';

export class ProtocolAnswer extends VersionAnswer {
  @ApiProperty(optionalText('It replaces no notice under the contract.', 'what an entry is, and is not'))
  standing!: string | null;

  @ApiProperty(optionalText('Entries stay between the parties.', 'who may see what'))
  disclosure!: string | null;

  @ApiProperty({ type: Number, nullable: true, example: 12 })
  retentionYears!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'in which an entry is answered; null: those of the method',
    example: 28,
  })
  answerDays!: number | null;
}

/** The register of the protocol for using the record. */
export class ProtocolsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [ProtocolAnswer] })
  protocol!: ProtocolAnswer[];
}

export class PartyOfRegisterAnswer {
  @ApiProperty({ type: String, example: 'utilities' })
  id!: string;

  @ApiProperty(optionalText('Vale Utilities'))
  name!: string | null;

  @ApiProperty({ enum: ['client', 'provider', 'partner'], nullable: true, example: 'partner' })
  role!: string | null;

  @ApiProperty({
    enum: ['joining', 'party', 'leaving', 'left'],
    description: 'joining and leaving: not all agreed to it',
    example: 'left',
  })
  situation!: string;

  @ApiProperty(optionalText('2023-05-02'))
  since!: string | null;

  @ApiProperty(optionalText('2023-11-30'))
  until!: string | null;

  @ApiProperty(optionalText('Scheme complete', 'why it leaves'))
  reason!: string | null;

  @ApiProperty(optionalText(null, 'party whose place it took, by novation'))
  replaces!: string | null;

  @ApiProperty(optionalText(null))
  replacedBy!: string | null;

  @ApiProperty(entryIds('s-0401', 's-0433'))
  entries!: string[];
}

/** The register of parties. */
export class PartiesAnswer extends RegisterAnswer {
  @ApiProperty({ type: [PartyOfRegisterAnswer] })
  parties!: PartyOfRegisterAnswer[];
}

export class MemberOfRegisterAnswer {
  @ApiProperty(optionalText('m-provider-1', 'null where it was erased'))
  member!: string | null;

  @ApiProperty({ type: String, description: 'that says so; joint: all of them', example: 'provider' })
  party!: string;

  @ApiProperty({ enum: ['admitted', 'expired', 'withdrawn'], example: 'admitted' })
  situation!: string;

  @ApiProperty(optionalText('Contract director, Fieldway'))
  post!: string | null;

  @ApiProperty({ enum: ['member', 'sponsor', 'facilitator', 'auditor', 'reader'], nullable: true, example: 'member' })
  role!: string | null;

  @ApiProperty({ type: Boolean, description: 'whether the member logs in the party’s name', example: true })
  mayAct!: boolean;

  @ApiProperty({ type: Boolean, description: 'and agrees for it', example: true })
  mayAgree!: boolean;

  @ApiProperty(optionalText('2016-04-05', 'the first time'))
  admitted!: string | null;

  @ApiProperty(optionalText(null, 'when the authority ends by itself'))
  until!: string | null;

  @ApiProperty(optionalText(null))
  withdrawn!: string | null;

  @ApiProperty(entryIds('s-0004'))
  entries!: string[];
}

/** The register of members. */
export class MembersAnswer extends RegisterAnswer {
  @ApiProperty({ type: [MemberOfRegisterAnswer] })
  members!: MemberOfRegisterAnswer[];
}

export class CaseAnswer {
  @ApiProperty({ type: String, example: 'client' })
  party!: string;

  @ApiProperty({
    enum: ['funding', 'scarce-skills', 'provider-resilience', 're-procurement-cost', 'margin', 'other'],
    nullable: true,
    example: 'funding',
  })
  pressure!: string | null;

  @ApiProperty(optionalText('Protect safety work, slow resurfacing.'))
  position!: string | null;

  @ApiProperty(optionalMoney())
  amount!: MoneyAnswer | null;

  @ApiProperty({ enum: STATUSES, example: 'agreed' })
  status!: string;

  @ApiProperty(optionalText('2019-02'))
  firstRecorded!: string | null;

  @ApiProperty(optionalText(null, 'the last time'))
  reviewed!: string | null;

  @ApiProperty(optionalText('2020-02-01'))
  nextReview!: string | null;

  @ApiProperty({ type: Boolean, example: true })
  reviewOverdue!: boolean;

  @ApiProperty(entryIds('s-0190'))
  entries!: string[];
}

/** The register of the case for collaborating. */
export class CasesAnswer extends RegisterAnswer {
  @ApiProperty({ type: [CaseAnswer] })
  cases!: CaseAnswer[];
}

export class ContractAmendmentAnswer extends OneEntryAnswer {
  @ApiProperty(optionalText('Gully cleansing added'))
  title!: string | null;

  @ApiProperty({
    enum: ['scope', 'price', 'specification', 'term', 'party', 'other'],
    nullable: true,
    example: 'scope',
  })
  what!: string | null;

  @ApiProperty(optionalText('CE-014'))
  reference!: string | null;

  @ApiProperty(optionalMoney())
  value!: MoneyAnswer | null;

  @ApiProperty(optionalText(null, 'of the contract, where it moves'))
  end!: string | null;
}

/** The register of amendments. */
export class AmendmentsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [ContractAmendmentAnswer] })
  amendments!: ContractAmendmentAnswer[];
}

export class ExtensionAnswer {
  @ApiProperty(optionalText('Two-year extension'))
  option!: string | null;

  @ApiProperty({
    enum: ['exercised', 'declined', 'deferred'],
    nullable: true,
    description: 'the last word',
    example: 'exercised',
  })
  outcome!: string | null;

  @ApiProperty(optionalText('Measured benefits and a tested exit strategy.'))
  basis!: string | null;

  @ApiProperty(optionalText('2025-06-18'))
  decided!: string | null;

  @ApiProperty({ type: String, example: 'client' })
  by!: string;

  @ApiProperty({ enum: STATUSES, example: 'agreed' })
  status!: string;

  @ApiProperty(optionalText('2028-03-31'))
  end!: string | null;

  @ApiProperty(optionalMoney())
  reprocurementAvoided!: MoneyAnswer | null;

  @ApiProperty(entryIds('s-0588'))
  entries!: string[];
}

/** The register of extension options. */
export class ExtensionsAnswer extends RegisterAnswer {
  @ApiProperty(optionalText('Up to two years', 'what the contract offers, as it was established'))
  options!: string | null;

  @ApiProperty(optionalText('2028-03-31', 'when the contract ends, with all amendments and extensions'))
  end!: string | null;

  @ApiProperty({ type: [ExtensionAnswer] })
  extensions!: ExtensionAnswer[];
}

export class VisionVersionAnswer extends VersionAnswer {
  @ApiProperty(optionalText('Roads that last, and neighbours who know why.'))
  vision!: string | null;

  @ApiProperty(optionalText('Fewer repeat visits'))
  addedValueClient!: string | null;

  @ApiProperty(optionalText('Work that can be planned'))
  addedValueProvider!: string | null;

  @ApiProperty(optionalText('Repeat defects a year'))
  measure!: string | null;
}

/** The register of the joint vision. */
export class VisionAnswer extends RegisterAnswer {
  @ApiProperty({ type: [VisionVersionAnswer] })
  vision!: VisionVersionAnswer[];
}

export class CompetenciesVersionAnswer extends VersionAnswer {
  @ApiProperty(optionalText('Say it early; listen first'))
  competencies!: string | null;

  @ApiProperty(optionalText('In pairs, every quarter'))
  coaching!: string | null;

  @ApiProperty(optionalText('Surprises a month'))
  indicators!: string | null;
}

/** The register of competencies. */
export class CompetenciesAnswer extends RegisterAnswer {
  @ApiProperty({ type: [CompetenciesVersionAnswer] })
  competencies!: CompetenciesVersionAnswer[];
}
