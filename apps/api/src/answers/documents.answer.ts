import { ApiProperty } from '@nestjs/swagger';
import { RegisterAnswer, entryIds, optionalText } from './register.answer';

export class DocumentReviewAnswer {
  @ApiProperty({ type: String, example: 's-0590' })
  entry!: string;

  @ApiProperty(optionalText('2025-09-11'))
  effective!: string | null;

  @ApiProperty({ type: String, example: 'client' })
  by!: string;

  @ApiProperty({ enum: ['asserted', 'agreed', 'noted', 'disputed', 'remedied'], example: 'agreed' })
  status!: string;

  @ApiProperty({ type: [String], description: 'because of which it was reviewed', example: ['people', 'market'] })
  changes!: string[];

  @ApiProperty(optionalText('None that worries us'))
  effectOnRelationship!: string | null;

  @ApiProperty(optionalText('Dates moved to the end of the extension.'))
  finding!: string | null;

  @ApiProperty(optionalText(null, 'of the plan as it was changed'))
  version!: string | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'whether the document was changed', example: true })
  updated!: boolean | null;

  @ApiProperty({ type: Boolean, description: 'false: too close to another one to count as well', example: true })
  counted!: boolean;

  @ApiProperty(optionalText('2026-09-11'))
  nextReview!: string | null;
}

export class DocumentVersionAnswer {
  @ApiProperty(optionalText('2', 'null: its words are not there any more'))
  version!: string | null;

  @ApiProperty({ enum: ['issued', 'agreed', 'replaced'], example: 'agreed' })
  situation!: string;

  @ApiProperty(optionalText('2021-07-29'))
  issued!: string | null;

  @ApiProperty(optionalText('client'))
  issuedBy!: string | null;

  @ApiProperty(optionalText('2021-09-16', 'by all'))
  agreed!: string | null;

  @ApiProperty(optionalText('2026-09-11', 'as the last entry about it says'))
  nextReview!: string | null;

  @ApiProperty({ type: [DocumentReviewAnswer], description: 'reviews while it was the version that held' })
  reviews!: DocumentReviewAnswer[];

  @ApiProperty(entryIds('s-0301', 's-0317'))
  entries!: string[];
}

export class ExitPartsAnswer {
  @ApiProperty(optionalText('Six months, in three steps, depot by depot'))
  disengagement!: string | null;

  @ApiProperty(optionalText('Winter service is never handed over between October and March'))
  continuity!: string | null;

  @ApiProperty(optionalText('One telephone number throughout'))
  customerSupport!: string | null;

  @ApiProperty(optionalText('Ward members and parishes hear first'))
  stakeholders!: string | null;

  @ApiProperty(optionalText('Depots return, plant is offered at book value'))
  assets!: string | null;

  @ApiProperty(optionalText('Final account within a quarter'))
  financial!: string | null;

  @ApiProperty(optionalText('Subcontracts can be taken over'))
  commercial!: string | null;

  @ApiProperty(optionalText('Transfer list kept up to date each spring'))
  people!: string | null;

  @ApiProperty(optionalText('Who owns the condition data'))
  conflicts!: string | null;

  @ApiProperty(optionalText('Both do; a copy each, every quarter'))
  conflictsAddressed!: string | null;
}

export class ExitVersionAnswer extends DocumentVersionAnswer {
  @ApiProperty({ type: ExitPartsAnswer })
  parts!: ExitPartsAnswer;
}

export class PlanVersionAnswer extends DocumentVersionAnswer {
  @ApiProperty(optionalText('Facilitated, every year'))
  howReviewed!: string | null;
}

export class UnreviewedAnswer {
  @ApiProperty({ type: String, example: 's-0601' })
  entry!: string;

  @ApiProperty({
    enum: ['sponsor.changed', 'sponsor.appointed', 'leader.departed', 'leader.appointed', 'contract.amended'],
    example: 'sponsor.changed',
  })
  kind!: string;

  @ApiProperty(optionalText('2026-01-12'))
  effective!: string | null;
}

class DocumentAnswer extends RegisterAnswer {
  @ApiProperty({ enum: ['none', 'proposed', 'agreed', 'triggered', 'handed-over'], example: 'agreed' })
  situation!: string;

  @ApiProperty(optionalText('2026-12-04', 'until the end of that day; null where nobody owes one'))
  nextReview!: string | null;

  @ApiProperty({ type: Boolean, example: false })
  overdue!: boolean;

  @ApiProperty({ type: [UnreviewedAnswer], description: 'changes since it was last issued, agreed or reviewed' })
  unreviewed!: UnreviewedAnswer[];
}

export class TriggeredAnswer {
  @ApiProperty({ type: String, example: 's-0215' })
  entry!: string;

  @ApiProperty(optionalText('2020-03-19'))
  effective!: string | null;

  @ApiProperty(optionalText('Street lighting taken back in house'))
  reason!: string | null;

  @ApiProperty(optionalText('2020-08-31'))
  ends!: string | null;
}

export class HandedOverAnswer {
  @ApiProperty({ type: String, example: 's-0240' })
  entry!: string;

  @ApiProperty(optionalText('2020-09-01'))
  effective!: string | null;

  @ApiProperty(optionalText('Lighting team, North Council'))
  to!: string | null;
}

/** The register of the exit strategy. */
export class ExitAnswer extends DocumentAnswer {
  @ApiProperty({ type: [ExitVersionAnswer] })
  exit!: ExitVersionAnswer[];

  @ApiProperty({ type: [TriggeredAnswer], description: 'exits of the whole contract or of a part' })
  triggered!: TriggeredAnswer[];

  @ApiProperty({ type: [HandedOverAnswer] })
  handedOver!: HandedOverAnswer[];
}

/** The register of the relationship management plan. */
export class PlanAnswer extends DocumentAnswer {
  @ApiProperty({ type: [PlanVersionAnswer] })
  plan!: PlanVersionAnswer[];
}
