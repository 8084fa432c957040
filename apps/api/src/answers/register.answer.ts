import { ApiProperty } from '@nestjs/swagger';

/** What every register says of the question it answers. */
export class RegisterAnswer {
  @ApiProperty({ type: String, example: 'north-road' })
  relationship!: string;

  @ApiProperty({ type: String, example: '2026-03-31' })
  asOf!: string;

  @ApiProperty({ type: String, nullable: true, description: 'null: all that is known now', example: null })
  knownAt!: string | null;
}

/** A text of a row that an entry may have left out. */
export const optionalText = (example: string | null, description?: string) => ({
  type: String,
  nullable: true,
  example,
  ...(description === undefined ? {} : { description }),
});

/** Ids of the entries that a row rests on. */
export const entryIds = (...example: string[]) => ({
  type: String,
  isArray: true,
  description: 'ids of the entries behind it, in the order of facts',
  example,
});

/** A number that an entry may have left out. */
export const optionalNumber = (example: number | null, description?: string) => ({
  type: Number,
  nullable: true,
  example,
  ...(description === undefined ? {} : { description }),
});

export const STATUSES = ['asserted', 'agreed', 'noted', 'disputed', 'remedied'];

class SaidAnswer {
  @ApiProperty(optionalText('2018-02-13'))
  effective!: string | null;

  @ApiProperty({ type: String, description: 'party that says it', example: 'client' })
  by!: string;

  @ApiProperty({ enum: STATUSES, example: 'asserted' })
  status!: string;
}

/** What one entry adds to a row that rests on several. */
export class StepAnswer extends SaidAnswer {
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
