import { ApiProperty } from '@nestjs/swagger';
import { MoneyAnswer, optionalMoney } from './money.answer';
import { EntryStepAnswer } from './one-entry.answer';
import { RegisterAnswer, STATUSES, entryIds, optionalNumber, optionalText } from './register.answer';

export class TargetAnswer extends EntryStepAnswer {
  @ApiProperty(optionalText('Enquiries answered in three days'))
  measure!: string | null;

  @ApiProperty(optionalNumber(5))
  baseline!: number | null;

  @ApiProperty(optionalNumber(3))
  target!: number | null;

  @ApiProperty(optionalText('2025-06-30'))
  due!: string | null;

  @ApiProperty({ enum: ['open', 'met', 'missed', 'abandoned'], example: 'missed' })
  situation!: string;

  @ApiProperty(optionalNumber(3.4))
  result!: number | null;

  @ApiProperty(optionalText('2025-07-03', 'when it was last said what came of it; null while it is open'))
  ended!: string | null;
}

export class ImprovementAnswer {
  @ApiProperty({ type: String, example: 'imp-enquiries' })
  id!: string;

  @ApiProperty(optionalText('Enquiries answered in three days'))
  title!: string | null;

  @ApiProperty({ enum: ['identified', 'targeted', 'met', 'missed', 'abandoned'], example: 'missed' })
  situation!: string;

  @ApiProperty({ enum: STATUSES, nullable: true, description: 'of the entry that says so', example: 'agreed' })
  status!: string | null;

  @ApiProperty(optionalNumber(606, 'code of the factor that it is to improve'))
  improvesFactor!: number | null;

  @ApiProperty(optionalText('See target'))
  expectedBenefit!: string | null;

  @ApiProperty(optionalMoney())
  amount!: MoneyAnswer | null;

  @ApiProperty({ enum: ['low', 'medium', 'high'], nullable: true, example: 'medium' })
  effort!: string | null;

  @ApiProperty(optionalText('client'))
  owner!: string | null;

  @ApiProperty(optionalText('2024-02-20'))
  identified!: string | null;

  @ApiProperty(optionalText('client'))
  identifiedBy!: string | null;

  @ApiProperty(optionalText(null, 'of the target that is open'))
  due!: string | null;

  @ApiProperty({ type: Boolean, description: 'that day is over, and nobody has said what came of it', example: false })
  overdue!: boolean;

  @ApiProperty(optionalText(null, 'party that gave it up; null unless it is abandoned'))
  abandonedBy!: string | null;

  @ApiProperty(optionalText(null, 'why it was'))
  reason!: string | null;

  @ApiProperty({ type: [TargetAnswer], description: 'oldest first' })
  targets!: TargetAnswer[];

  @ApiProperty({ type: [String], description: 'ids of the benefits that were forecast from it', example: [] })
  benefits!: string[];

  @ApiProperty(entryIds('s-0301', 's-0302', 's-0340'))
  entries!: string[];
}

/** The register of improvements. */
export class ImprovementsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [ImprovementAnswer] })
  improvements!: ImprovementAnswer[];
}

export class ApplicationAnswer extends EntryStepAnswer {
  @ApiProperty(optionalText('Neighbours called on the first morning; main roads open by noon.'))
  where!: string | null;
}

export class RepetitionAnswer extends EntryStepAnswer {
  @ApiProperty(optionalText('Two villages cut off for a day'))
  effect!: string | null;
}

export class LessonAnswer {
  @ApiProperty({ type: String, example: 'les-snow' })
  id!: string;

  @ApiProperty(optionalText('Snow: call neighbours on day one, not on day three.'))
  learned!: string | null;

  @ApiProperty(optionalText(null, 'what to do about it'))
  actOn!: string | null;

  @ApiProperty({
    enum: ['captured', 'applied', 'repeated'],
    description: 'by what was last said of it; `repeated`: the same failed again',
    example: 'applied',
  })
  situation!: string;

  @ApiProperty({ enum: STATUSES, nullable: true, description: 'of the entry that says so', example: 'agreed' })
  status!: string | null;

  @ApiProperty(optionalText('2018-03-22'))
  captured!: string | null;

  @ApiProperty(optionalText('provider'))
  capturedBy!: string | null;

  @ApiProperty({ type: [ApplicationAnswer], description: 'oldest first' })
  applied!: ApplicationAnswer[];

  @ApiProperty({ type: [RepetitionAnswer], description: 'oldest first' })
  repeated!: RepetitionAnswer[];

  @ApiProperty(entryIds('s-0141', 's-0180', 's-0266'))
  entries!: string[];
}

/** The register of lessons. */
export class LessonsAnswer extends RegisterAnswer {
  @ApiProperty({ type: [LessonAnswer] })
  lessons!: LessonAnswer[];
}

export class PracticeAnswer {
  @ApiProperty({ type: String, description: 'that of the entry that first names it', example: 's-0310' })
  id!: string;

  @ApiProperty(optionalText('Yearly reset day'))
  practice!: string | null;

  @ApiProperty(optionalText('A hospital partnership', 'whose it is'))
  of!: string | null;

  @ApiProperty({ enum: ['reviewed', 'adopted'], example: 'adopted' })
  situation!: string;

  @ApiProperty({ enum: STATUSES, description: 'of the entry that says so', example: 'agreed' })
  status!: string;

  @ApiProperty({
    enum: ['adopt', 'adapt', 'reject', 'undecided'],
    nullable: true,
    description: 'of the last review',
    example: 'adopt',
  })
  decision!: string | null;

  @ApiProperty({ type: [Number], description: 'codes of the factors that it bears on', example: [614] })
  factors!: number[];

  @ApiProperty(optionalText('2022-09-13', 'the last time'))
  reviewed!: string | null;

  @ApiProperty(optionalText('2023-01-26', 'the first time'))
  adopted!: string | null;

  @ApiProperty(entryIds('s-0310', 's-0322'))
  entries!: string[];
}

/** The register of the practice of others. */
export class PracticesAnswer extends RegisterAnswer {
  @ApiProperty({ type: [PracticeAnswer] })
  practices!: PracticeAnswer[];
}
