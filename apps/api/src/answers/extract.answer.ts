import { ApiProperty } from '@nestjs/swagger';
import { OnRecordAnswer } from './on-record.answer';
import { nullableNumber } from './outcome.answer';
import { optionalText } from './optional-text';
import { STATUSES } from './question.answer';

const SHA256 = {
  type: String,
  description: 'SHA-256 over its canonical JSON (RFC 8785)',
  example: '9f2c1e5ab0d4c7e8f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708',
};

export class ExtractYearAnswer {
  @ApiProperty({ type: Number, description: 'of the contract, from 1', example: 3 })
  year!: number;

  @ApiProperty(nullableNumber('the headline at its end', 60.4753))
  score!: number | null;

  @ApiProperty({ type: Number, example: 53.3002 })
  low!: number;

  @ApiProperty({ type: Number, example: 65.1646 })
  high!: number;

  @ApiProperty({ type: Number, example: 0.8814 })
  coverage!: number;

  @ApiProperty({ type: Number, example: 0.7728 })
  confidence!: number;

  @ApiProperty(nullableNumber('0 to 100', 81.5217))
  alignment!: number | null;
}

export class ExtractFactorAnswer {
  @ApiProperty({ type: Number, example: 603 })
  code!: number;

  @ApiProperty(nullableNumber('0 to 100', 62.5))
  score!: number | null;

  @ApiProperty({ enum: STATUSES, example: 'bilateral' })
  status!: string;

  @ApiProperty(nullableNumber('points between the highest and the lowest rating', 25))
  gap!: number | null;
}

/** What research gets of one relationship. */
export class ExtractAnswer {
  @ApiProperty(optionalText('nec-term-service', 'of contract'))
  form!: string | null;

  @ApiProperty({ type: Number, description: 'how many', example: 2 })
  parties!: number;

  @ApiProperty(nullableNumber('whole years from start to end', 10))
  termYears!: number | null;

  @ApiProperty({ type: [ExtractYearAnswer], description: 'that are over' })
  years!: ExtractYearAnswer[];

  @ApiProperty({ type: [ExtractFactorAnswer], description: 'of the built-in method' })
  factors!: ExtractFactorAnswer[];

  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'object', additionalProperties: { type: 'number' } },
    description: 'how many, by family and status',
    example: { governance: { agreed: 96, asserted: 21 } },
  })
  entries!: Record<string, Record<string, number>>;

  @ApiProperty({ type: Boolean, description: 'any of them was', example: false })
  imported!: boolean;

  @ApiProperty({ type: Boolean, description: 'one was agreed before the first live entry', example: true })
  protocol!: boolean;
}

/** What research would get. */
export class ExtractPreviewAnswer extends OnRecordAnswer {
  @ApiProperty({ type: String, example: 'north-road' })
  relationship!: string;

  @ApiProperty({ type: String, example: '2026-03-31' })
  asOf!: string;

  @ApiProperty({
    type: String,
    description: 'where the question names none, when the last entry was recorded',
    example: '2026-03-31T23:59:59.999Z',
  })
  knownAt!: string;

  @ApiProperty(SHA256)
  sha256!: string;

  @ApiProperty(
    optionalText('e-0700', 'id of the `report.published` for research of this hash that every party agrees to'),
  )
  agreed!: string | null;

  @ApiProperty({ type: ExtractAnswer })
  extract!: ExtractAnswer;
}

export class AgreedExtractAnswer extends ExtractAnswer {
  @ApiProperty(SHA256)
  sha256!: string;
}

/** What research may have. */
export class ExtractsAnswer {
  @ApiProperty({ type: [AgreedExtractAnswer], description: 'by hash: no order says whose they are' })
  extracts!: AgreedExtractAnswer[];
}
