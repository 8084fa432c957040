import { ApiProperty } from '@nestjs/swagger';
import { RestsOnImportAnswer, WithoutProtocolAnswer, aboutImport, aboutProtocol } from './on-record.answer';
import { HeldBackAnswer, ScoreOutcomeAnswer, aboutHeldBack, nullableNumber } from './outcome.answer';

export const FACTOR_STATUSES = ['bilateral', 'unilateral', 'events-only', 'stale', 'missing', 'not-applicable'];

export class GroupScoreAnswer {
  @ApiProperty({ type: String, example: 'working-together' })
  id!: string;

  @ApiProperty(nullableNumber('0 to 100', 61.1803))
  score!: number | null;
}

export class FactorScoreAnswer {
  @ApiProperty({ type: Number, example: 601 })
  code!: number;

  @ApiProperty({ type: String, example: 'Joint Governance Structure' })
  name!: string;

  @ApiProperty({ type: Number, example: 100 })
  weight!: number;

  @ApiProperty(nullableNumber('0 to 100; null where missing or not applicable', 75))
  score!: number | null;

  @ApiProperty({ enum: FACTOR_STATUSES, example: 'bilateral' })
  status!: string;

  @ApiProperty({ type: Boolean, description: 'it is part of the headline', example: true })
  counted!: boolean;

  @ApiProperty(nullableNumber('what both parties’ ratings come to', 75))
  jointRating!: number | null;

  @ApiProperty({ type: Number, description: 'weight of the ratings', example: 8 })
  assessmentWeight!: number;

  @ApiProperty({ type: Number, description: 'decayed weight of what speaks for it', example: 0 })
  positive!: number;

  @ApiProperty({ type: Number, description: 'decayed weight of what speaks against it', example: 0 })
  negative!: number;

  @ApiProperty(nullableNumber('points between the highest and the lowest rating of the parties, 0 to 100', 0))
  gap!: number | null;

  @ApiProperty({ type: Number, description: '0 to 1', example: 1 })
  confidence!: number;

  @ApiProperty({
    type: Object,
    additionalProperties: {
      type: 'object',
      properties: { level: { type: 'number' }, ageDays: { type: 'integer' }, evidenced: { type: 'boolean' } },
      required: ['level', 'ageDays', 'evidenced'],
    },
    description: 'by party: level, ageDays, evidenced',
    example: { client: { level: 3, ageDays: 0, evidenced: true }, provider: { level: 3, ageDays: 0, evidenced: true } },
  })
  ratings!: Record<string, { level: number; ageDays: number; evidenced: boolean }>;
}

export class IndependentRatingAnswer {
  @ApiProperty({ type: Number, example: 603 })
  factor!: number;

  @ApiProperty({ type: String, example: 's-0490' })
  entry!: string;

  @ApiProperty({
    enum: ['facilitator', 'certification-body', 'internal-audit', 'peer', 'inquiry'],
    nullable: true,
    example: 'peer',
  })
  assessor!: string | null;

  @ApiProperty({ type: Number, description: '0 to 4', example: 3 })
  level!: number;

  @ApiProperty({ type: String, nullable: true, example: '2024-03-05' })
  effective!: string | null;

  @ApiProperty({ type: Number, example: 756 })
  ageDays!: number;

  @ApiProperty({ enum: ['asserted', 'agreed', 'noted', 'disputed', 'remedied'], example: 'agreed' })
  status!: string;
}

/** The score of a relationship at a pair of dates. Numbers are rounded half-up to 4 decimals. */
export class ScoreAnswer extends ScoreOutcomeAnswer {
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

  @ApiProperty({ type: String, example: 'mutuality@1.0-draft' })
  factorSet!: string;

  @ApiProperty({ type: Boolean, example: false })
  insufficientEvidence!: boolean;

  @ApiProperty({ type: [String], description: 'ids of the entries that cap the level', example: [] })
  criticalOpen!: string[];

  @ApiProperty(aboutHeldBack)
  heldBack!: HeldBackAnswer | null;

  @ApiProperty({
    type: [IndependentRatingAnswer],
    description: 'the latest of each kind of assessor for each factor: shown beside the parties’ own, never counted',
  })
  independent!: IndependentRatingAnswer[];

  @ApiProperty({ type: [GroupScoreAnswer] })
  groups!: GroupScoreAnswer[];

  @ApiProperty({ type: [FactorScoreAnswer] })
  factors!: FactorScoreAnswer[];
}
