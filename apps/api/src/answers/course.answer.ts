import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FACTOR_STATUSES, FactorScoreAnswer, IndependentRatingAnswer } from './score.answer';
import {
  OnRecordAnswer,
  RestsOnImportAnswer,
  WithoutProtocolAnswer,
  aboutImport,
  aboutProtocol,
} from './on-record.answer';

const number = { type: Number, nullable: true } as const;

export class PointAnswer {
  @ApiProperty({ type: String, example: '2026-03-31' })
  asOf!: string;

  @ApiProperty({ ...number, example: 60.4753 })
  score!: number | null;

  @ApiProperty({ type: Number, example: 53.3002 })
  low!: number;

  @ApiProperty({ type: Number, example: 65.1646 })
  high!: number;

  @ApiProperty({ type: Number, example: 0.8814 })
  coverage!: number;

  @ApiProperty({ type: Number, example: 0.7728 })
  confidence!: number;

  @ApiProperty({ ...number, example: 81.5217 })
  alignment!: number | null;

  @ApiProperty({ type: String, nullable: true, example: 'Developing' })
  level!: string | null;

  @ApiProperty({ type: String, example: 'mutuality@1.0-draft' })
  factorSet!: string;
}

export class RestatedAnswer {
  @ApiProperty({ type: String, example: 'mutuality@1.0-draft' })
  factorSet!: string;

  @ApiProperty({ type: [PointAnswer] })
  points!: PointAnswer[];
}

export class FactorPointAnswer {
  @ApiProperty({ type: String, example: '2026-03-31' })
  asOf!: string;

  @ApiProperty({ ...number, example: 76.4706 })
  score!: number | null;

  @ApiProperty({ enum: FACTOR_STATUSES, example: 'bilateral' })
  status!: string;
}

/** The course of one factor; dates whose factor set has no such factor are left out. */
export class FactorCourseAnswer {
  @ApiProperty({ type: Number, example: 609 })
  code!: number;

  @ApiProperty({ type: String, example: 'Joint Issue Resolution Process' })
  name!: string;

  @ApiProperty({ type: [FactorPointAnswer], description: 'under the version in force at each point' })
  points!: FactorPointAnswer[];

  @ApiProperty({ type: [FactorPointAnswer], description: 'under the version of `restated`' })
  restated!: FactorPointAnswer[];
}

/** The course of the score: as reported under the version in force at each point, and restated under one version. */
export class HistoryAnswer extends OnRecordAnswer {
  @ApiProperty({ type: String, example: 'north-road' })
  relationship!: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  knownAt!: string | null;

  @ApiProperty({ type: [PointAnswer] })
  points!: PointAnswer[];

  @ApiProperty({ type: RestatedAnswer })
  restated!: RestatedAnswer;

  @ApiPropertyOptional({ type: [FactorCourseAnswer], description: 'where `factor` asks for them' })
  factors?: FactorCourseAnswer[];
}

export class RatingTermAnswer {
  @ApiProperty({ type: String, description: 'id of the rating', example: 'e-0005' })
  entry!: string;

  @ApiProperty({ type: String, example: 'client' })
  party!: string;

  @ApiProperty({ type: Number, example: 3 })
  level!: number;

  @ApiProperty({ type: Boolean, example: true })
  evidenced!: boolean;

  @ApiProperty({ type: String, example: '2019-09-30' })
  effective!: string;

  @ApiProperty({ type: Number, example: 183 })
  ageDays!: number;

  @ApiProperty({ type: Number, description: 'what age leaves of it, 0 to 1', example: 0.7071 })
  freshness!: number;

  @ApiProperty({ type: Number, description: 'what it adds to the assessment weight', example: 5.6569 })
  weight!: number;

  @ApiProperty({ type: Number, description: 'the rating in points', example: 75 })
  points!: number;

  @ApiProperty({ type: [String], description: 'all entries behind it: of a round one per member', example: ['e-0005'] })
  entries!: string[];
}

export class EventTermAnswer {
  @ApiProperty({ type: String, description: 'id of the entry', example: 'e-0002' })
  entry!: string;

  @ApiProperty({ type: String, example: 'behaviour.observed' })
  kind!: string;

  @ApiProperty({ enum: ['+', '-', '0'], example: '+' })
  sign!: string;

  @ApiProperty({ type: String, example: 'moderate' })
  severity!: string;

  @ApiProperty({ type: String, example: 'agreed' })
  status!: string;

  @ApiProperty({ type: String, example: '2019-06' })
  effective!: string;

  @ApiProperty({ type: Number, example: 274 })
  ageDays!: number;

  @ApiProperty({ type: Number, example: 0.6 })
  freshness!: number;

  @ApiProperty({ type: Number, description: 'what it adds, after the limits', example: 1.2 })
  weight!: number;

  @ApiProperty({ type: Number, example: 1.2 })
  weightBeforeLimits!: number;

  @ApiProperty({
    enum: ['minor', 'unagreed', 'agreed-heavy', 'agreed-moderate'],
    description: 'the limit it falls under',
    example: 'agreed-moderate',
  })
  limit!: string;
}

/** The limits on the weight of events, and the sums before and after them. */
export class CapAnswer {
  @ApiProperty({ type: Number, example: 4 })
  minorCap!: number;

  @ApiProperty({ type: Number, example: 6 })
  unagreedCap!: number;

  @ApiProperty({ type: Number, example: 12 })
  eventWeightCap!: number;

  @ApiProperty({ type: Number, example: 1.2 })
  weightBeforeLimits!: number;

  @ApiProperty({ type: Number, example: 1.2 })
  weight!: number;
}

export class TermsAnswer {
  @ApiProperty({ type: [RatingTermAnswer] })
  ratings!: RatingTermAnswer[];

  @ApiProperty({ type: [EventTermAnswer] })
  events!: EventTermAnswer[];

  @ApiProperty({ type: CapAnswer })
  cap!: CapAnswer;

  @ApiProperty({ type: Number, nullable: true, example: 0 })
  gap!: number | null;

  @ApiProperty({
    type: String,
    description: 'how the terms make the score',
    example: '(8 * 75 + 100 * 0.5) / (8 + 0.5 + 0) = 76.4706',
  })
  formula!: string;
}

/** A factor’s score with every term of it. */
export class ExplanationAnswer extends FactorScoreAnswer {
  @ApiProperty(aboutProtocol)
  withoutProtocol!: WithoutProtocolAnswer | null;

  @ApiProperty(aboutImport)
  restsOnImport!: RestsOnImportAnswer | null;

  @ApiProperty({ type: String, example: 'north-road' })
  relationship!: string;

  @ApiProperty({ type: String, example: '2026-03-31' })
  asOf!: string;

  @ApiProperty({ type: String, nullable: true, description: 'null: all that is known now', example: null })
  knownAt!: string | null;

  @ApiProperty({ type: String, description: 'version of the method', example: 'mutuality@1.0-draft' })
  factorSet!: string;

  @ApiProperty({ type: TermsAnswer })
  terms!: TermsAnswer;

  @ApiProperty({ type: [IndependentRatingAnswer], description: 'what others than the parties say: no term of it' })
  independent!: IndependentRatingAnswer[];
}

export class EndAnswer {
  @ApiProperty({ type: String, example: '2025-03-31' })
  asOf!: string;

  @ApiProperty({ ...number, example: 58.2 })
  score!: number | null;
}

export class FactorDifferenceAnswer {
  @ApiProperty({ type: Number, example: 603 })
  code!: number;

  @ApiProperty({ type: Number, description: 'sum of the four parts', example: 1.2 })
  contribution!: number;

  @ApiProperty({ type: Number, example: 0.9 })
  ratings!: number;

  @ApiProperty({ type: Number, example: 0.4 })
  events!: number;

  @ApiProperty({ type: Number, example: 0 })
  corrections!: number;

  @ApiProperty({ type: Number, example: -0.1 })
  time!: number;
}

/** The change of the score between two days, split into its causes; unrounded, the parts sum to the change. */
export class DifferenceAnswer extends OnRecordAnswer {
  @ApiProperty({ type: EndAnswer })
  from!: EndAnswer;

  @ApiProperty({ type: EndAnswer })
  to!: EndAnswer;

  @ApiProperty({ ...number, example: 2.2753 })
  change!: number | null;

  @ApiProperty({ type: [FactorDifferenceAnswer] })
  factors!: FactorDifferenceAnswer[];

  @ApiProperty({ ...number, example: 0.3 })
  coverageEffect!: number | null;

  @ApiProperty({ ...number, example: 0 })
  methodEffect!: number | null;
}

export class StepAnswer {
  @ApiProperty({ type: Number, example: 24 })
  revision!: number;

  @ApiProperty({ type: String, example: 'e-0025' })
  id!: string;

  @ApiProperty({ type: String, example: 'rating.given' })
  kind!: string;

  @ApiProperty({ type: String, example: '2026-03-31' })
  asOf!: string;

  @ApiProperty({ ...number, example: 60.4753 })
  score!: number | null;

  @ApiProperty({ type: String, nullable: true, example: 'Developing' })
  level!: string | null;

  @ApiProperty({ type: Number, example: 0.8814 })
  coverage!: number;
}

/** The history entry by entry, the score after each. */
export class ReplayAnswer extends OnRecordAnswer {
  @ApiProperty({ type: String, example: 'north-road' })
  relationship!: string;

  @ApiProperty({ type: String, nullable: true, description: 'null: no effective date is too late', example: null })
  asOf!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'null: all that is known now', example: null })
  knownAt!: string | null;

  @ApiProperty({ type: [StepAnswer] })
  steps!: StepAnswer[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'cursor of the next page; null on the last',
    example: '499',
  })
  next!: string | null;
}
