import { ApiProperty } from '@nestjs/swagger';
import { STATUSES, entryIds, optionalText } from './register.answer';

class SaidAnswer {
  @ApiProperty(optionalText('2018-02-13'))
  effective!: string | null;

  @ApiProperty({ type: String, description: 'party that says it', example: 'client' })
  by!: string;

  @ApiProperty({ enum: STATUSES, example: 'asserted' })
  status!: string;
}

/** What one entry adds to a row that rests on several. */
export class EntryStepAnswer extends SaidAnswer {
  @ApiProperty({ type: String, description: 'its id', example: 's-0131' })
  entry!: string;
}

/** A row that is one entry. */
export class OneEntryAnswer extends SaidAnswer {
  @ApiProperty({ type: String, description: 'that of the entry', example: 's-0131' })
  id!: string;

  @ApiProperty(entryIds('s-0131'))
  entries!: string[];
}

/** A row that is one version of something; the last that holds replaces those before it. */
export class VersionAnswer extends OneEntryAnswer {
  @ApiProperty({ enum: ['waiting', 'in-force', 'replaced'], example: 'in-force' })
  situation!: string;

  @ApiProperty(optionalText('2023-07-15'))
  nextReview!: string | null;

  @ApiProperty({ type: Boolean, description: 'of the one in force alone', example: false })
  reviewOverdue!: boolean;
}
