import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CORRECTABLE } from '@app/ledger';

/** A field that `data` takes. */
export class FieldAnswer {
  @ApiProperty({ type: String, example: 'impact' })
  name!: string;

  @ApiProperty({ type: String, description: 'what people call it', example: 'Impact' })
  label!: string;

  @ApiProperty({ type: String, example: 'choice' })
  type!: string;

  @ApiPropertyOptional({ type: Boolean, description: 'must be given when an entry is logged live', example: true })
  required?: boolean;

  @ApiPropertyOptional({ type: [String], description: 'the choices there are', example: ['low', 'medium', 'high'] })
  of?: string[];

  @ApiPropertyOptional({ type: Boolean, description: 'several may be chosen', example: true })
  many?: boolean;

  @ApiPropertyOptional({ type: [String], description: 'names of the choices', example: ['Low', 'Medium', 'High'] })
  labels?: string[];

  @ApiPropertyOptional({ type: Boolean, description: 'an id that the ledger makes where none is given', example: true })
  made?: boolean;

  @ApiPropertyOptional({
    type: [String],
    description: 'kinds whose entries made what an id names; their `data` holds it, with its title',
    example: ['issue.raised'],
  })
  makers?: string[];
}

/** One kind of entry. */
export class KindAnswer {
  @ApiProperty({ type: String, example: 'issue.raised' })
  kind!: string;

  @ApiProperty({ type: String, example: 'issues' })
  family!: string;

  @ApiProperty({ type: String, example: 'Issue raised' })
  title!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'the factor where none is given', example: 609 })
  factor!: number | null;

  @ApiProperty({ enum: ['+', '-', '0'], description: 'the sign where none is given', example: '0' })
  sign!: string;

  @ApiProperty({ type: String, nullable: true, description: 'the severity where none is given', example: null })
  severity!: string | null;

  @ApiProperty({ type: [FieldAnswer] })
  fields!: FieldAnswer[];

  @ApiProperty({ type: Boolean, description: 'never carries a minus', example: true })
  noFault!: boolean;

  @ApiProperty({ type: Boolean, description: 'takes effect when every party has agreed', example: false })
  needsAll!: boolean;

  @ApiProperty({ type: Boolean, description: 'answers another entry, which it names', example: false })
  answer!: boolean;

  @ApiProperty({ type: Boolean, description: 'may be logged by a person', example: true })
  byPerson!: boolean;

  @ApiProperty({ type: Boolean, description: 'rates a factor at a level', example: false })
  rating!: boolean;

  @ApiProperty({
    type: [Number],
    nullable: true,
    description:
      'factors that an entry may bear on instead; empty: every factor of the set; null: the kind’s own alone',
    example: null,
  })
  factorChoice!: number[] | null;

  @ApiProperty({ type: Boolean, description: 'whoever logs it says which sign it has', example: false })
  signChoice!: boolean;

  @ApiProperty({
    enum: CORRECTABLE,
    isArray: true,
    description: 'what stands beside `data` and a correction may change; it names it in its own `data`',
    example: ['effective', 'text'],
  })
  correctable!: string[];
}

/** What can be logged. */
export class CatalogueAnswer {
  @ApiProperty({ type: String, example: 'mutuality-catalogue' })
  id!: string;

  @ApiProperty({ type: String, example: '1.0-draft' })
  version!: string;

  @ApiProperty({ type: [KindAnswer] })
  kinds!: KindAnswer[];
}
