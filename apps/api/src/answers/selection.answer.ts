import { ApiProperty, OmitType } from '@nestjs/swagger';
import { nullableNumber, ScoreOutcomeAnswer } from './outcome.answer';
import { ScoredAnswer } from './question.answer';
import { RegisterAnswer, entryIds, optionalText } from './register.answer';
import { FactorScoreAnswer } from './score.answer';

const PROOF = {
  enum: ['claimed', 'documented', 'confirmed-by-another-client'],
  nullable: true,
  description: 'how the rating that counts is proven; null where there is none',
  example: 'documented',
};
const NOTICE = {
  type: String,
  description: 'to be shown with the candidates, wherever they are',
  example: 'This likely fit is no award criterion unless it was published as one before tenders were asked for.',
};

export class ProofSharesAnswer {
  @ApiProperty({ type: Number, description: '0 to 1', example: 0.25 })
  claimed!: number;

  @ApiProperty({ type: Number, description: '0 to 1', example: 0.5 })
  documented!: number;

  @ApiProperty({ type: Number, description: '0 to 1', example: 0.25 })
  'confirmed-by-another-client'!: number;
}

const shares = (description: string) => ({
  type: ProofSharesAnswer,
  nullable: true,
  description: `${description}; null where there is none`,
});

export class CandidateFactorAnswer extends FactorScoreAnswer {
  @ApiProperty(nullableNumber('of the rating that counts, 0 to 4', 3))
  level!: number | null;

  @ApiProperty(PROOF)
  proof!: string | null;

  @ApiProperty(shares('shares of all its ratings that stand'))
  proofs!: ProofSharesAnswer | null;

  @ApiProperty(entryIds('e-0011'))
  entries!: string[];
}

export class CandidateAnswer extends ScoreOutcomeAnswer {
  @ApiProperty({ type: String, example: 'candidate-1' })
  candidate!: string;

  @ApiProperty(optionalText('Fieldway'))
  name!: string | null;

  @ApiProperty(nullableNumber('by view, from 1, shared by those of one view; null where too little is rated', 1))
  rank!: number | null;

  @ApiProperty({ type: Boolean, description: 'its coverage is below what a headline takes', example: false })
  insufficientEvidence!: boolean;

  @ApiProperty({ type: [String], description: 'candidates of the same rank', example: [] })
  tiedWith!: string[];

  @ApiProperty({
    type: [String],
    description: 'candidates whose bounds overlap with its own: they could come out the other way round',
    example: ['candidate-2'],
  })
  notSeparatedFrom!: string[];

  @ApiProperty({ type: Boolean, example: true })
  selected!: boolean;

  @ApiProperty(optionalText('2026-02-02'))
  considered!: string | null;

  @ApiProperty(shares('shares of the weight of its rated factors'))
  proofs!: ProofSharesAnswer | null;

  @ApiProperty({ type: [CandidateFactorAnswer] })
  factors!: CandidateFactorAnswer[];

  @ApiProperty(entryIds('e-0010', 'e-0011'))
  entries!: string[];
}

export class SelectedAnswer {
  @ApiProperty({ type: String, example: 'candidate-1' })
  candidate!: string;

  @ApiProperty(optionalText('2026-03-02'))
  effective!: string | null;

  @ApiProperty(optionalText('Best fit, and second in price'))
  reason!: string | null;

  @ApiProperty({ type: String, example: 'e-0030' })
  entry!: string;
}

/** Candidates of a partner selection. */
export class CandidatesAnswer extends ScoredAnswer {
  @ApiProperty(NOTICE)
  notice!: string;

  @ApiProperty({ type: SelectedAnswer, nullable: true })
  selected!: SelectedAnswer | null;

  @ApiProperty({ type: [CandidateAnswer], description: 'by likely fit, those that cannot be ranked last' })
  candidates!: CandidateAnswer[];
}

export class BaselineCheckpointAnswer {
  @ApiProperty({ type: Number, example: 42 })
  size!: number;

  @ApiProperty({
    type: String,
    description: '32 bytes in base64',
    example: 'p1YqX0o0zQp6h0y0y3Jq5v4m9b7c2d1e8f6a5b4c3d0=',
  })
  root!: string;
}

export class BaselineLevelAnswer {
  @ApiProperty({ type: Number, example: 609 })
  factor!: number;

  @ApiProperty({ type: String, example: 'Joint Issue Resolution Process' })
  name!: string;

  @ApiProperty({ type: Number, description: '0 to 4', example: 3 })
  level!: number;

  @ApiProperty({ type: Boolean, example: true })
  evidenced!: boolean;

  @ApiProperty(PROOF)
  proof!: string | null;

  @ApiProperty(optionalText('2026-02-10'))
  effective!: string | null;

  @ApiProperty({
    type: Object,
    additionalProperties: true,
    description: 'to be logged in the relationship by the client, and agreed to by the others; it speaks of no rival',
    example: { kind: 'rating.jmt-agreed', effective: '2026-02-10', factor: 609, level: 3 },
  })
  entry!: object;

  @ApiProperty(entryIds('e-0011'))
  entries!: string[];
}

/** What the chosen candidate brings into the relationship, once all its parties agree. */
export class BaselineAnswer extends OmitType(RegisterAnswer, ['withoutProtocol', 'restsOnImport'] as const) {
  @ApiProperty(NOTICE)
  notice!: string;

  @ApiProperty({ type: String, example: 'candidate-1' })
  candidate!: string;

  @ApiProperty({ type: String, description: 'the entry that selected it', example: 'e-0030' })
  selected!: string;

  @ApiProperty({ type: BaselineCheckpointAnswer, description: 'of the selection; it covers what the levels rest on' })
  checkpoint!: BaselineCheckpointAnswer;

  @ApiProperty({ type: [BaselineLevelAnswer] })
  baseline!: BaselineLevelAnswer[];
}
